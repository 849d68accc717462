"""Records to cards: the figures, the claim, how to check it, and what it does not show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from markupsafe import Markup

from dossier.model.application import ProofPoint
from dossier.model.evidence import Check, EvidenceKind, Metric
from dossier.model.library import ApplicationEntry, ProjectEntry, RecordEntry
from dossier.plain.dates import spell_date
from dossier.plain.frozen import frozen
from dossier.plain.shortening import first_words
from dossier.prose.markdown import scheme_of
from dossier.prose.passages import of_record
from dossier.prose.targets import Scheme, parse_metric
from dossier.render.charts import ChartView, Mark, chart, comparable
from dossier.render.confirmations import ConfirmationView, confirmation_views
from dossier.render.excerpt import LONG, NAMED, NOTHING, Excerpt, excerpt
from dossier.render.facets import Tokens
from dossier.render.figures import FigureView, figure_view
from dossier.render.frame import Frame, application_page
from dossier.render.labels import (
    CHECKS,
    KINDS,
    ON_REQUEST,
    RECORD_STATUSES,
    asked_for,
    check_shown,
    part_text,
)
from dossier.render.proofs import ProofView, not_checked, proof_views
from dossier.render.record_state import doubt_text, stale_text, suspect_text
from dossier.render.renderer import Renderer
from dossier.render.sources import SourceView, source_seen, why_broken

_NAMED_OF_MANY = 3
"""How many rows a card leads to that stands on a page with many others."""
_ASKED_FOR = frozenset({ON_REQUEST, Check.STATEMENT})
"""What a reader can do nothing about but ask."""
UNCOUNTED = "Own statement. It counts in no coverage until something can be checked."


@frozen
class RecordView:
    """An evidence record as a card."""

    id: str
    name: str
    """What it is called on the page: its id, and nothing where a recipient reads."""
    title: str
    """What a link to it says: its id, and to a recipient the first words of what it claims."""
    href: str
    """The link to the card from this page."""
    claim: Markup
    figures: tuple[FigureView, ...]
    charts: tuple[ChartView, ...]
    uncharted: tuple[FigureView, ...]
    """The figures that no chart shows."""
    tell_method: Callable[[], Markup]
    """Says how it was measured: not before a template asks, since few pages do."""
    scopes: tuple[tuple[str, Markup], ...]
    """What the figures are about, said once where they agree: names and scope."""
    limits: Markup
    date: str
    status: str
    """Empty for what is shipped."""
    check: str
    """The key of what a reader can do, for its mark."""
    check_word: str
    """Empty where its page says it once for all."""
    source: SourceView | None
    stale: str
    """Why it is stale, empty while it is fresh."""
    doubt: str
    """The same, and that it has changed, in few words: for where its figures stand alone."""
    skills: tuple[str, ...]
    part: str = ""
    """Whose work it was, empty if the record does not say."""
    suspect: str = ""
    """Why the author should read it again, empty unless it has changed; only in private views."""
    broken: str = ""
    """Why its source cannot be followed; only the author is told the reason."""
    checked: str = ""
    """The day on which all that is known of its source was good, where no proof says it."""
    proofs: tuple[ProofView, ...] = ()
    """What vouches for it, the best first."""
    unproven: str = ""
    """What could not be checked of it, beside what could."""
    uncounted: str = ""
    """Why no coverage counts it, empty where something else on its card says so."""
    anchor: str = ""
    """The card's own, where the card first stands on the page."""
    signed: tuple[ConfirmationView, ...] = ()
    """What persons signed of it."""
    tokens: Tokens = ()
    """What the page filters its card by, where there are so many that they are no list beside."""
    used_by: Excerpt[tuple[str, str]] = NOTHING
    """Link and text of each row that cites it; only on its card, and only in private views."""

    @property
    def method(self) -> Markup:
        """How it was measured."""
        return self.tell_method()

    @property
    def can_be_checked(self) -> bool:
        """Whether a reader can do something without asking for it."""
        return self.check not in _ASKED_FOR


@frozen
class LedgerGroup:
    """Records of one kind."""

    anchor: str
    title: str
    records: tuple[RecordView, ...]

    @property
    def is_long(self) -> bool:
        """Whether it is drawn as it comes on the screen."""
        return len(self.records) > LONG


def record_view(renderer: Renderer, entry: RecordEntry) -> RecordView:
    """Return a record as its readers see it."""
    record, source, frame = entry.record, entry.source, renderer.frame
    figures = tuple(figure_view(renderer, entry, metric) for metric in record.metrics)
    marks = [_mark(*pair) for pair in zip(record.metrics, figures, strict=True)]
    groups = comparable(marks)
    proofs = proof_views(entry)
    charted = {position for group in groups for position in group}
    return RecordView(
        id=entry.id,
        name="" if frame.stands_alone else entry.id,
        title=first_words(renderer.plain(record.claim)) if frame.stands_alone else entry.id,
        href=frame.to_record(entry),
        claim=renderer.text(record.claim, source),
        figures=figures,
        charts=tuple(
            chart([marks[position] for position in group], frame.thousands) for group in groups
        ),
        uncharted=tuple(figure for n, figure in enumerate(figures) if n not in charted),
        part=part_text(record),
        tell_method=lambda: renderer.text(frame.library.method_of(entry), source),
        scopes=by_words((figure.name, figure.scope) for figure in figures),
        limits=renderer.text(record.limits, source),
        date=spell_date(record.date) if record.date else "",
        status=RECORD_STATUSES[record.status],
        check=check_shown(entry),
        check_word=asked_for(entry) or _check_word(entry, frame),
        source=None if asked_for(entry) else source_seen(entry, is_private=frame.is_private),
        stale=stale_text(record, frame.as_of),
        doubt=doubt_text(entry, frame),
        skills=record.skills,
        suspect=suspect_text(entry, frame),
        uncounted=UNCOUNTED if record.check is Check.STATEMENT else "",
        broken=why_broken(entry, is_private=frame.is_private),
        checked=spell_date(entry.verdict.checked) if entry.verdict and not proofs else "",
        proofs=proofs,
        unproven=not_checked(entry) if proofs else "",
        signed=confirmation_views(entry.confirmations),
    )


def _check_word(entry: RecordEntry, frame: Frame) -> str:
    """Say how a record can be checked; nothing where its page says it once for all."""
    shown = check_shown(entry)
    return "" if shown == ON_REQUEST and frame.is_all_asked_for else CHECKS[shown]


def cited_view(renderer: Renderer, entry: RecordEntry) -> RecordView:
    """Return a record as a dossier cites it: made once for all dossiers where they show the same.

    Their pages are equally deep, and a record that neither refers to a row nor links to a file is
    the same on each.
    """
    frame = renderer.frame
    dossier = frame.application
    if dossier is None or frame.page != application_page(dossier.id):
        return record_view(renderer, entry)
    view = renderer.parts.share(
        ("cited", frame.page.count("/"), entry.id),
        lambda: record_view(renderer, entry) if _is_alike(entry) else None,
    )
    return view or record_view(renderer, entry)


def _is_alike(entry: RecordEntry) -> bool:
    """Whether a record's texts lead to the same, whichever dossier shows them."""
    mentions = (mention for passage in of_record(entry) for mention in passage.mentions())
    return all(
        mention.target.scheme is not Scheme.PROOF if mention.target else scheme_of(mention.address)
        for mention in mentions
    )


def _mark(metric: Metric, figure: FigureView) -> Mark:
    return Mark(metric, figure.baseline, figure.scope, figure.qualifier)


Charted = frozenset[tuple[str, str]]
"""What a chart shows: the record and the name of each metric."""


def project_chart(renderer: Renderer, entry: ProjectEntry) -> tuple[ChartView | None, Charted]:
    """Return the chart of a project's first headline, with the metrics that compare to it.

    Those are its record's other metrics, and the project's other headlines. None for nothing to
    compare.
    """
    library = renderer.frame.library
    targets = [parse_metric(name) for name in entry.project.headline]
    named = [(library.records.get(target.id), target.metric or "") for target in targets]
    found = [(r, metric) for r, name in named if r and (metric := r.metric(name))]
    if not found:
        return None, frozenset()
    first, headline = found[0]
    pairs = [(first, metric) for metric in first.record.metrics]
    pairs += [p for p in found if p[0].id != first.id and p[0].project == first.project]
    marks = []
    for record, metric in pairs:
        figure = figure_view(renderer, record, metric)
        # A card is one link, so that there are none in it.
        baseline, scope = (
            Markup.escape(renderer.plain(t)) for t in (metric.baseline, metric.scope)
        )
        marks.append(_mark(metric, replace(figure, baseline=baseline, scope=scope)))
    position = first.record.metrics.index(headline)
    group = next((group for group in comparable(marks) if position in group), ())
    if not group:
        return None, frozenset()
    shown = [pairs[position] for position in group]
    doubts = (doubt_text(record, renderer.frame) for record, _ in shown)
    doubt = next((text for text in doubts if text), "")
    chosen = [marks[position] for position in group]
    drawn = replace(chart(chosen, renderer.frame.thousands), doubt=doubt)
    return drawn, frozenset((record.id, metric.name) for record, metric in shown)


def by_words(named: Iterable[tuple[str, Markup]]) -> tuple[tuple[str, Markup], ...]:
    """Return each wording with the names that it is said of; without names if it is of all."""
    known = tuple(named)
    by_wording: dict[Markup, list[str]] = {}
    for name, words in known:
        if words:
            by_wording.setdefault(words, []).append(name)
    is_of_all = len(by_wording) == 1 and all(words for _, words in known)
    return tuple(("" if is_of_all else ", ".join(n), words) for words, n in by_wording.items())


def ledger(renderer: Renderer, entries: Iterable[RecordEntry]) -> tuple[LedgerGroup, ...]:
    """Return records grouped by kind, in the order of the kinds and of the files."""
    by_kind: dict[EvidenceKind, list[RecordView]] = {}
    known = list(entries)
    named = NAMED if len(known) <= LONG else _NAMED_OF_MANY
    for entry in known:
        card = replace(
            record_view(renderer, entry),
            anchor=renderer.first_anchor(entry.id),
            used_by=_used_by(renderer, entry, named),
        )
        by_kind.setdefault(entry.record.kind, []).append(card)
    return tuple(
        LedgerGroup(renderer.anchor(f"kind-{kind}"), title, tuple(by_kind[kind]))
        for kind, title in KINDS.items()
        if kind in by_kind
    )


def _used_by(renderer: Renderer, entry: RecordEntry, named: int) -> Excerpt[tuple[str, str]]:
    frame = renderer.frame
    citations = frame.library.citations.get(entry.id, ()) if frame.is_private else ()

    def view(citation: tuple[ApplicationEntry, ProofPoint]) -> tuple[str, str]:
        used, row = citation
        text = f"{used.application.company}: {renderer.plain(row.requirement)}"
        return frame.to_row(used.id, row.id), text

    return excerpt(citations, named).each(view)
