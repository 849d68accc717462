"""What a printed page says beside a claim: what qualifies it, and where it can be checked.

On a screen that is a tap away. Paper has no taps, and may not say more than the screen does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from dossier.model.evidence import Check
from dossier.model.library import ApplicationEntry
from dossier.plain.frozen import frozen
from dossier.prose.scan import scan
from dossier.prose.targets import Scheme
from dossier.render.frame import row_anchor
from dossier.render.records import RecordView, by_words, record_view
from dossier.render.renderer import Renderer
from dossier.render.sources import SourceView

JUDGED = "Strength is my own judgement"
_ENDS = (".", "!", "?", "…")


@frozen
class PaperView:
    """What paper says of a record that a row or a sentence rests on."""

    source: str
    """What shows it; else how it can be checked."""
    address: str
    """Where that is, as it is typed; empty where nothing opens."""
    href: str
    said: tuple[Markup, ...]
    """What qualifies it, a sentence each."""


@frozen
class Printed:
    """What the page of a recipient says for paper, beside what its rows say."""

    records: tuple[PaperView, ...]
    """Those that no row names."""
    judged: str
    """Who judged the strengths, and what there is for others to do so."""


def printed(
    renderer: Renderer, entry: ApplicationEntry, lede: str, shown: Iterable[str]
) -> Printed:
    """Return what paper says of records beside the rows, which are drawn already.

    `lede` is the text above them, `shown` are the ids of the records whose figures stand there.
    """
    rows = entry.application.proof_points
    told = (text for row in rows for text in (row.claim, row.note, row.override))
    named = (*_named((lede, *told)), *shown)
    return Printed(beside_rows(renderer, entry, named), _judged(renderer))


def paper_view(record: RecordView) -> PaperView:
    """Return what paper says of a record."""
    source = record.source
    shown = source.label if source and source.label else record.check_word
    href = source.href if source else ""
    return PaperView(shown or record.title, _typed(href), href, tuple(_said(record)))


def beside_rows(
    renderer: Renderer, entry: ApplicationEntry, cited: Iterable[str]
) -> tuple[PaperView, ...]:
    """Return what paper says of those of the cited records that no row of the page says it of.

    The page's rows are drawn already.
    """
    rows = entry.application.proof_points
    drawn = [row for row in rows if row_anchor(row.id) in renderer.drawn]
    said = {record for row in drawn for record in row.evidence}
    records = renderer.frame.library.records
    left = (name for name in dict.fromkeys(cited) if name in records and name not in said)
    return tuple(paper_view(record_view(renderer, records[name])) for name in left)


def _named(texts: Iterable[str | None]) -> Iterator[str]:
    """Yield the ids of the records that texts cite."""
    mentions = (mention for text in texts if text for mention in scan(text))
    targets = (mention.target for mention in mentions if mention.target)
    yield from (target.id for target in targets if target.scheme is Scheme.EVIDENCE)


def _judged(renderer: Renderer) -> str:
    if renderer.frame.is_all_asked_for:
        return f"{JUDGED}; ask me for the sources, so that you can form yours."
    if any(entry.opens for entry in renderer.frame.library.records.values()):
        return f"{JUDGED}; the sources are there so you can form yours."
    return f"{JUDGED}."


def _said(record: RecordView) -> Iterator[Markup]:
    baselines = by_words((figure.name, figure.baseline) for figure in record.figures)
    told = (
        escape(record.status),
        escape("Own statement" if record.check == Check.STATEMENT and record.source else ""),
        escape(record.broken),
        escape(record.stale),
        escape(record.part),
        escape(f"As of {record.date}" if record.date else ""),
        *(Markup("{} against {}").format(names, words).strip() for names, words in baselines),
        *(
            Markup("Scope{}: {}").format(f" of {names}" if names else "", words)
            for names, words in record.scopes
        ),
        *_wordings(record),
        *_on_paper(record.source),
        Markup("Limit: {}").format(record.limits) if record.limits else Markup(""),
    )
    yield from (_sentence(words) for words in told if words)


def _wordings(record: RecordView) -> Iterator[Markup]:
    """Yield what must be said with the figures; a status says so itself."""
    if not record.status:
        yield from dict.fromkeys(escape(f.qualifier) for f in record.figures if f.qualifier)


def _on_paper(source: SourceView | None) -> Iterator[Markup]:
    details = source.details if source else ()
    yield from (escape(value) for name, value, _ in details if name == "on paper")


def _sentence(words: Markup) -> Markup:
    first = words[:1].upper() + words[1:]
    return first if words.striptags().endswith(_ENDS) else first + "."


def _typed(href: str) -> str:
    """Return an address as one types it: without its scheme and the passage that it marks."""
    _, is_address, typed = href.partition("://")
    if not is_address:
        return href.removeprefix("mailto:") if href.startswith("mailto:") else ""
    return typed.partition(":~:")[0].removesuffix("#").removesuffix("/")
