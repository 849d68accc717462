"""One dossier to what an assistant needs for a letter, an interview, or to judge the fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.assistants.context_values import (
    Claim,
    Context,
    Data,
    Figure,
    Forbidden,
    Purpose,
    Row,
    Text,
)
from dossier.assistants.projection import OneDossier
from dossier.match.asks import RowWords, uncovered
from dossier.match.coverage import State, cover, cover_row, expiry, why_not
from dossier.match.instructions import instructions
from dossier.match.postings import posting_text
from dossier.model.application import Role
from dossier.model.evidence import Metric, RecordStatus
from dossier.model.figure import spell_before, write
from dossier.model.library import RecordEntry
from dossier.model.profile import Stated
from dossier.model.source import addresses

SHORT = frozenset({State.GAP, State.WEAK, State.CLAIMED, State.STALE})
"""States of rows that nothing stands behind, or little."""


def context_of(dossier: OneDossier, purpose: Purpose, role: str | None, as_of: date) -> Context:
    """Return what an assistant is told of a dossier for a purpose."""
    entry, library = dossier.entry, dossier.library
    cited = {record.id for record in dossier.cited}
    return Context(
        entry.id,
        purpose.value,
        role or "",
        library.language,
        () if purpose is Purpose.FIT else tuple(_person(dossier)),
        tuple(_opened(dossier)),
        tuple(_claim(each, as_of, each.id in cited) for each in (*dossier.cited, *dossier.others)),
        tuple(_forbidden(dossier)),
        tuple(_rows(dossier, as_of)),
        () if purpose is Purpose.FIT else tuple(_texts(dossier, purpose)),
        tuple(_data(dossier)),
        tuple(_missing(dossier, purpose, as_of)),
    )


def _person(dossier: OneDossier) -> Iterator[tuple[str, str]]:
    if dossier.library.profile is None:
        return
    profile = dossier.library.profile.profile
    yield "name", profile.name
    yield from (("headline", text) for text in (profile.headline,) if text)
    for key in ("location", "relocation"):
        stated: Stated | None = getattr(profile, key)
        if stated:
            yield key, stated.value
    for job in profile.work:
        span = f"{job.since or '?'} to {job.until or '?'}" if job.since or job.until else ""
        yield "work", _joined(job.title, job.employer, span, job.summary, *job.highlights)
    for study in profile.education:
        yield "education", _joined(study.field, study.degree, study.institution, study.summary)
    for group in profile.skills:
        yield "skills", _joined(group.group, ", ".join(group.skills))
    for spoken in profile.languages:
        yield "languages", _joined(spoken.language, spoken.level)


def _joined(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)


def _opened(dossier: OneDossier) -> Iterator[tuple[str, str]]:
    """Yield the private fields that the author opened, but for what others wrote."""
    application = dossier.entry.application
    profile = dossier.library.profile
    for lead in profile.profile.leads if profile else ():
        if lead.id == application.lead:
            yield "lead", _joined(lead.title, lead.line)
    for event in application.events:
        yield "events", _joined(event.date, event.what, event.note)
    if application.next:
        yield "next", _joined(application.next.due, application.next.do)
    for gap in application.gaps:
        yield "gaps", _joined(f"about {gap.about} ({gap.severity})", gap.gap, gap.framing)
    for role in application.roles:
        if role.fit is not None:
            yield "fit", f"{role.id}: {role.fit} / 5"
        if role.assessment:
            yield "assessment", f"{role.id}: {role.assessment}"
        if pay := role.compensation:
            rest = (f"{each.estimate} ({each.source})" for each in pay.estimates)
            yield "compensation", f"{role.id}: {_joined(pay.posted, pay.estimate, *rest)}"


def _claim(entry: RecordEntry, as_of: date, is_cited: bool) -> Claim:  # noqa: FBT001 - a value
    record, last = entry.record, expiry(entry.record)
    expired = f"expired on {last.isoformat()}" if last and as_of > last else ""
    return Claim(
        entry.id,
        record.claim,
        record.status.value,
        record.check.value,
        why_not(entry, as_of) or expired,
        is_cited,
        tuple(_figure(entry, metric) for metric in record.metrics),
        record.method or "",
        record.limits or "",
        record.must_say,
        record.part.value if record.part else "",
        record.team,
        record.date or "",
        last.isoformat() if last else "",
        record.source.label if record.source else "",
        tuple(addresses(record.source).values()) if record.source else (),
        record.skills,
    )


def _figure(entry: RecordEntry, metric: Metric) -> Figure:
    before = spell_before(metric)
    return Figure(
        f"[](evidence:{entry.id}#{metric.id})",
        metric.name,
        write(metric),
        str(before) if before else "",
        metric.baseline or "",
        metric.scope or "",
    )


def _forbidden(dossier: OneDossier) -> Iterator[Forbidden]:
    known = dossier.library.guardrails
    for rule in known.guardrails if known else ():
        yield Forbidden(rule.pattern, rule.why, rule.except_)


def _rows(dossier: OneDossier, as_of: date) -> Iterator[Row]:
    for row in dossier.entry.application.proof_points:
        found = cover_row(row, dossier.library, as_of)
        yield Row(
            row.id,
            row.roles,
            row.priority.value,
            row.strength.value,
            found.state.value,
            found.reason,
            tuple(name for name in row.evidence if name in dossier.library.records),
            row.claim or "",
            row.note or "",
            row.override or "",
        )


def _texts(dossier: OneDossier, purpose: Purpose) -> Iterator[Text]:
    """Yield the sections that it may see, and that serve the purpose."""
    for section in dossier.entry.sections:
        if purpose is Purpose.LETTER and section.name == "questions":
            continue
        if section.text.strip() and section.name != "proof-points":
            yield Text(section.title, section.audience.value, section.text.strip())


def _data(dossier: OneDossier) -> Iterator[Data]:
    application = dossier.entry.application
    yield _said("company", application.company)
    if application.title:
        yield _said("title", application.title)
    for role in application.roles:
        yield _said(f"role {role.id}", _joined(role.title, role.location, role.url))
        for ask in role.asks:
            yield _said(f"role {role.id} asks", ask)
    for row in application.proof_points:
        yield _said(f"row {row.id} requires", row.requirement)
        if row.quote:
            yield _said(f"row {row.id} quotes", row.quote)
    for role in application.roles:
        if text := posting_text(dossier.library, dossier.entry, role):
            yield _said(f"posting of {role.id}", text)


def _said(of: str, text: str) -> Data:
    return Data(of, text, bool(instructions(text)))


def _missing(dossier: OneDossier, purpose: Purpose, as_of: date) -> Iterator[str]:
    entry = dossier.entry
    for covered in {
        row.row.id: row for role in cover(entry, dossier.library, as_of) for row in role.rows
    }.values():
        if covered.state in SHORT:
            yield f"row {covered.row.id} is {covered.state}: {covered.reason}"
    yield from _unconfirmed(dossier)
    rows = tuple(RowWords.of(row) for row in entry.application.proof_points)
    for role in entry.application.roles:
        for number in _uncovered(role, rows):
            yield f"role {role.id} asks, as its item {number}, for what no row speaks of"
    wanted = {Purpose.LETTER: ("pitch", "why"), Purpose.INTERVIEW: ("questions",)}
    for name in wanted.get(purpose, ()):
        section = entry.section(name)
        if section is None or not section.text.strip():
            yield f"there is no section `{name}`, or it is not opened to assistants"
    if dossier.library.profile is None:
        yield "there is no profile that can be read"


def _unconfirmed(dossier: OneDossier) -> Iterator[str]:
    entry = dossier.entry
    rows = [row.id for row in entry.application.proof_points if not row.is_open]
    records = [e.id for e in dossier.cited if e.record.status is RecordStatus.UNCONFIRMED]
    named = [("row", name, f"{entry.id}#{name}") for name in rows]
    for kind, name, full in (*named, *(("record", name, name) for name in records)):
        yield f"{kind} {name} is not confirmed: only its author can, with `dossier confirm {full}`"


def _uncovered(role: Role, rows: tuple[RowWords, ...]) -> Iterator[int]:
    left = set(uncovered(role.asks, rows))
    yield from (number for number, ask in enumerate(role.asks, start=1) if ask in left)
