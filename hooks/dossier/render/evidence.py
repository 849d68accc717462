"""The index of all records, and the directive that draws some of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from dossier.match.recipient import is_listed
from dossier.model.library import RecordEntry
from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive
from dossier.render.excerpt import LONG
from dossier.render.facets import Tokens, facets
from dossier.render.frame import EVIDENCE_PAGE
from dossier.render.labels import KINDS, count
from dossier.render.page import Heading, Page
from dossier.render.preview import describe_evidence, evidence_preview
from dossier.render.records import LedgerGroup, RecordView, ledger, record_view
from dossier.render.renderer import Renderer

_FEW = 24
"""How many records are shown at once; of more, each shelf opens when it is asked for."""


@frozen
class Shelf:
    """The records of a project, or of a kind where no project has them."""

    title: str
    items: tuple[tuple[RecordView, Tokens], ...]
    """Each with what the page filters by."""


def draw_evidence(renderer: Renderer) -> Page:
    """Draw the index of all records, with the cards of those that have no project page."""
    renderer = renderer.on(EVIDENCE_PAGE)
    frame = renderer.frame
    entries = list(frame.library.records.values())
    held = [entry for entry in entries if frame.card_page(entry) == EVIDENCE_PAGE]
    groups = ledger(renderer, held)
    # Of many cards a second list, however short its lines are, would be half of the page.
    is_whole = len(held) > LONG
    if is_whole:
        groups = tuple(_filtered(renderer, group) for group in groups)
    shelves = _shelves(renderer, (e for e in entries if not (is_whole and e in held)))
    return Page(
        path=EVIDENCE_PAGE,
        title="Evidence",
        description=describe_evidence(renderer),
        html=renderer.template(
            "evidence",
            shelves=shelves,
            groups=groups,
            is_whole=is_whole,
            facets=facets(_tokens(renderer, entry) for entry in entries),
            total=count(len(entries), "record"),
            is_open=len(entries) <= _FEW,
        ),
        headings=(
            Heading("records", "All records"),
            *(Heading(group.anchor, group.title) for group in groups),
        ),
        layout="evidence",
        is_private=frame.is_private,
        in_nav=True,
        preview=evidence_preview(renderer, held),
    )


def _shelves(renderer: Renderer, entries: Iterable[RecordEntry]) -> tuple[Shelf, ...]:
    projects = renderer.frame.library.projects
    found: dict[str, list[tuple[RecordView, Tokens]]] = {
        p.project.title: [] for p in projects.values()
    }
    for entry in entries:
        held = projects.get(entry.project or "")
        shelf = held.project.title if held else KINDS[entry.record.kind]
        view = record_view(renderer, entry), _tokens(renderer, entry)
        found.setdefault(shelf, []).append(view)
    return tuple(Shelf(title, tuple(items)) for title, items in found.items() if items)


def _filtered(renderer: Renderer, group: LedgerGroup) -> LedgerGroup:
    """Return cards with what the page filters them by."""
    entries = renderer.frame.library.records
    cards = (replace(c, tokens=_tokens(renderer, entries[c.id])) for c in group.records)
    return replace(group, records=tuple(cards))


def _tokens(renderer: Renderer, entry: RecordEntry) -> Tokens:
    held = renderer.frame.library.projects.get(entry.project or "")
    names = dict.fromkeys(" ".join(s.replace("-", " ").split()) or s for s in entry.record.skills)
    project = (held.project.title,) if held else ()
    kind = KINDS[entry.record.kind]
    return (("Project", project), ("Skill", tuple(names)), ("Kind", (kind,)))


def draw_ledger(renderer: Renderer, directive: Directive) -> Markup:
    """Draw the directive `evidence`: the records of projects, or those that show skills."""
    records = renderer.frame.library.records.values()
    entries = [entry for entry in records if is_listed(entry, directive)]
    return renderer.template("ledger", groups=ledger(renderer, entries))
