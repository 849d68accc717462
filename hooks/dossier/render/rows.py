"""Rows to the requirement table: what is asked, what shows it, and how well."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from dossier.match.background import profile_facts
from dossier.match.coverage import (
    NOT_OPEN,
    RowCoverage,
    State,
    changed_text,
    cover_row,
    why_not,
)
from dossier.model.application import Priority, ProofPoint, Strength
from dossier.model.library import ApplicationEntry
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.joining import joined
from dossier.plain.shortening import first_words
from dossier.prose.directives import Directive
from dossier.render.badge import role_badges, unshown_mark
from dossier.render.frame import row_anchor
from dossier.render.labels import OWN_WORD, STATES, STRENGTHS
from dossier.render.paper import PaperView, paper_view
from dossier.render.proofs import PlaceView, place_of
from dossier.render.records import RecordView, cited_view
from dossier.render.renderer import Renderer


@frozen
class RowView:
    """A row of the requirement table."""

    anchor: str
    """Empty where the row stands on the page already."""
    requirement: Markup
    quote: str
    claim: Markup
    """Empty where the claims of its records stand for it."""
    note: Markup
    override: Markup
    waived: Markup
    strength: Strength
    strength_word: str
    state: State
    state_word: str
    """Said only where the state tells more than the strength; else empty."""
    reason: str
    mark: str
    """What sets it apart from what has to be met: `nice to have`; else empty."""
    roles: tuple[str, ...]
    """The titles of the roles that ask for it, empty if all do."""
    records: tuple[RecordView, ...]
    suspect: str
    """Which of its records have changed since they were last reviewed, where `reason` is not shown;
    only in private views."""
    check: str
    """How the records can be checked: `Check it: repeatable, open to inspect`."""
    is_check_whole: bool
    """Whether that says it of each record, and nothing that a reader can do."""
    above: Mapping[str, str]
    """The links to the rows that say what records claim, by the ids of the records; only to a
    recipient, who reads the table from its top."""
    place: PlaceView | None = None
    """Where it can be checked at once, if the place itself was checked."""
    is_said_once: bool = False
    """Whether its page says once for all rows how they can be checked, so that paper need not."""
    is_open: bool = False
    """Whether its records are shown at once."""
    unshown: str = ""
    """What a recipient reads in place of a strength that no record shows; else empty."""
    paper: tuple[PaperView, ...] = ()
    """What a printed page says of its records; in no private view."""


SHOWS = "What shows it"
"""What leads to a source that is asked for, where one line says so of all."""
_NOTHING = Markup("Nothing to show yet.")
"""What stands for a claim where there is none, nor a record, and none is claimed."""
_NO_RECORD = Markup("No record of it yet.")
"""What does so beside a match that is rated above none, where its state does not say it."""
_MARKS = {Priority.NICE: "nice to have", Priority.TASK: "a task of the job"}
_TELLING = frozenset({State.CLAIMED, State.STALE})
"""States that a reader could tell neither from the strength nor from what else the row says."""


def row_view(renderer: Renderer, covered: RowCoverage, anchor: str) -> RowView:
    """Return a row as its readers see it."""
    entry = renderer.frame.application
    source = entry.source if entry else covered.records[0].source
    row = covered.row
    tells = covered.state in _TELLING
    changed = changed_text(covered.suspect)
    if tells and changed in covered.reason:
        changed = ""
    records = tuple(cited_view(renderer, e) for e in covered.records)
    checks = dict.fromkeys(filter(None, (record.check_word.lower() for record in records)))
    leads = any(record.can_be_checked for record in records)
    unshown = unshown_mark(covered) if renderer.frame.stands_alone else ""
    titles = {r.id: r.title for r in entry.application.roles} if entry else {}
    return RowView(
        anchor=anchor,
        requirement=renderer.text(row.requirement, source),
        quote=row.quote if row.quote and fold(row.quote) != fold(row.requirement) else "",
        claim=renderer.text(row.claim, source) or _instead(renderer, covered),
        note=renderer.text(row.note, source),
        override=renderer.text(row.override, source),
        waived=renderer.text(row.accepted, source),
        strength=row.strength,
        strength_word=STRENGTHS[row.strength],
        state=covered.state,
        state_word=_state_word(covered) if unshown != OWN_WORD else "",
        reason=told_reason(renderer, covered),
        mark=_MARKS.get(row.priority, ""),
        roles=tuple(titles[role] for role in row.roles if role in titles),
        records=records,
        suspect=changed[:1].upper() + changed[1:],
        check=_check(list(checks), leads=leads),
        is_check_whole=len(checks) <= 1 and not leads,
        is_said_once=not checks,
        above={} if row.claim else _said_above(renderer, covered),
        place=place_of(covered.counting, renderer.frame),
        unshown=unshown,
        paper=() if renderer.frame.is_private else tuple(map(paper_view, records)),
    )


def _check(checks: Sequence[str], *, leads: bool) -> str:
    """Say how records can be checked; what shows them, where their page says that of all."""
    told = ", ".join(checks)
    return f"Check it: {told}" if leads else told.capitalize() or SHOWS


def _said_above(renderer: Renderer, covered: RowCoverage) -> Mapping[str, str]:
    """Return the links to rows that say what records claim; note what this one is first to say."""
    entry = renderer.frame.application
    if entry is None or not renderer.frame.stands_alone:
        return {}
    here = renderer.frame.to_row(entry.id, covered.row.id)
    links = {each.id: renderer.claimed.setdefault(each.id, here) for each in covered.records}
    return {record: link for record, link in links.items() if link != here}


def _state_word(covered: RowCoverage) -> str:
    if not covered.row.is_open:
        return "not confirmed"
    return STATES[covered.state] if covered.state in _TELLING else ""


def _instead(renderer: Renderer, covered: RowCoverage) -> Markup:
    """Return what stands for a claim that is not there; nothing where records or a state speak."""
    if covered.records:
        return Markup("")
    if covered.row.strength is Strength.NONE:
        return _NOTHING
    told = told_by_profile(renderer, covered.row)
    return escape(told) if told or covered.state in _TELLING else _NO_RECORD


def told_by_profile(renderer: Renderer, row: ProofPoint) -> str:
    """Return what the profile says to what a row asks of a life; empty for nothing."""
    profile = renderer.frame.library.profile
    asked = renderer.plain(row.requirement)
    facts = profile_facts(asked, profile.profile, renderer.frame.as_of) if profile else ()
    return joined(fact.text for fact in facts)


def all_rows(renderer: Renderer, entry: ApplicationEntry) -> tuple[RowCoverage, ...]:
    """Return each row of a dossier once, in the author's order."""
    known = {row.row.id: row for role in renderer.frame.coverage[entry.id] for row in role.rows}
    for row in entry.application.proof_points:
        if not row.is_open:
            known[row.id] = cover_row(row, renderer.frame.library, renderer.frame.as_of)
    return tuple(known[row.id] for row in entry.application.proof_points if row.id in known)


def rows_named(entry: ApplicationEntry, directive: Directive) -> tuple[ProofPoint, ...]:
    """Return the rows that the directive `proof-points` names: none for a role that is not there.

    In what is sent for one role, the others are not.
    """
    application, role = entry.application, directive.one("role")
    only = directive.options.get("only", ())
    if role and all(known.id != role for known in application.roles):
        return ()
    rows = application.rows_of(role) if role else application.proof_points
    return tuple(row for row in rows if not only or row.id in only)


def row_name(renderer: Renderer, row: ProofPoint) -> str:
    """Return what names a row: its requirement's own words, cut between two of them."""
    return first_words(renderer.plain(row.requirement))


def told_reason(renderer: Renderer, covered: RowCoverage) -> str:
    """Say why a row counts as it does, its records by what they claim; nothing for waived."""
    if not covered.row.is_open:
        return NOT_OPEN
    if covered.state is State.PARTIAL:
        return "rated moderate"
    if covered.state is not State.CLAIMED:
        return _by_claims(renderer, covered) if covered.state is State.STALE else covered.reason
    if not covered.records:
        is_told = told_by_profile(renderer, covered.row)
        return "my own word, in my profile" if is_told else covered.reason
    day = renderer.frame.as_of
    known = [(entry, why) for entry in covered.records if (why := why_not(entry, day))]
    if len({why for _, why in known}) == 1:
        return f"what shows it {known[0][1]}"
    named = ((first_words(renderer.plain(entry.record.claim)), why) for entry, why in known)
    return "; ".join(f"“{claim}” {why}" for claim, why in named)


def _by_claims(renderer: Renderer, covered: RowCoverage) -> str:
    """Say a row's reason with its records by what they claim, not by the names of files."""
    said = covered.reason
    for entry in covered.records:
        claim = first_words(renderer.plain(entry.record.claim))
        whole = re.compile(rf"(?<![\w/-]){re.escape(entry.id)}(?![\w/-])")
        said = f"“{claim}”".join(whole.split(said))
    return said


def about_row(renderer: Renderer, entry: ApplicationEntry, about: str) -> tuple[str, str]:
    """Return the link to the row that something is about, and how to call it."""
    row = entry.application.row(about)
    if row is None:
        return "", about.replace("-", " ")
    return f"#{row_anchor(row.id)}", renderer.plain(row.requirement)


def draw_coverage(renderer: Renderer, directive: Directive) -> Markup:
    """Draw the directive `coverage`: the ring of each role, or of one."""
    entry = renderer.frame.application
    if entry is None:
        return Markup("")
    role = directive.one("role")
    coverages = [
        coverage
        for coverage in renderer.frame.coverage[entry.id]
        if role is None or (coverage.role and coverage.role.id == role)
    ]
    if not coverages:
        return Markup("")
    return renderer.template("coverage", roles=role_badges(coverages))
