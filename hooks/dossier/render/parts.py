"""A dossier's text to the titled parts of its page, with the table and the gaps among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Section
from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive, parse_directive
from dossier.prose.passages import Passage
from dossier.prose.scan import Block
from dossier.render.audit import draw_audit
from dossier.render.gaps import draw_gaps
from dossier.render.labels import slug
from dossier.render.questions import draw_questions
from dossier.render.renderer import Renderer
from dossier.render.requirement_table import draw_table
from dossier.render.rows import all_rows, rows_named

TABLE_TITLE = "Requirements and evidence"
RECIPIENT_TABLE_TITLE = "Your requirements, my evidence"


@frozen
class SectionView:
    """A titled part of the page."""

    anchor: str
    title: str
    body: Markup
    is_private: bool
    """Whether only the author sees it; told in private views only."""
    holds_table: bool = False
    """Whether the requirement table stands in it."""
    name: str | None = None
    """The name of the section that it is, None for one of the author's own."""


def draw_parts(renderer: Renderer, entry: ApplicationEntry) -> Iterator[SectionView]:
    """Yield the sections, with the table and the gaps where no text draws them."""
    drawn = _drawn_directives(entry)
    table = "proof-points" not in drawn and entry.application.proof_points
    gaps = renderer.frame.is_private and "gaps" not in drawn and entry.application.gaps
    if table and not entry.section("pitch") and not entry.section("proof-points"):
        yield _table_part(renderer, entry)
        table = ()
    for section in entry.sections:
        title = renderer.plain(section.title) if section.title else "Before the first heading"
        anchor = renderer.anchor(slug(title) if section.title else "preface")
        body = _section_body(renderer, entry, section, anchor)
        holds_table = "proof-points" in _directives(entry, section)
        if section.name == "proof-points" and table:
            body += draw_table(renderer, all_rows(renderer, entry))
            table, holds_table = (), True
        if section.name == "gaps" and gaps:
            body += draw_gaps(renderer)
            gaps = ()
        # A heading that nothing stands below yet is its author's alone.
        if body.strip() or (section.title and renderer.frame.is_private):
            is_private = renderer.frame.is_private and section.audience == "private"
            yield SectionView(anchor, title, body, is_private, holds_table, section.name)
        if section.name == "pitch" and table and not entry.section("proof-points"):
            yield _table_part(renderer, entry)
            table = ()
    if gaps:
        yield SectionView(renderer.anchor("gaps"), "Gaps", draw_gaps(renderer), is_private=True)
    asked = entry.section("questions")
    prepared = replace(entry, sections=(asked,) if asked else ())
    hangs_on = entry.application, asked.text if asked else ""
    if audit := renderer.part(lambda: draw_audit(renderer, prepared), "audit", *hangs_on):
        yield SectionView(renderer.anchor("to-prepare"), "To prepare", audit, is_private=True)


def _table_part(renderer: Renderer, entry: ApplicationEntry) -> SectionView:
    title = RECIPIENT_TABLE_TITLE if renderer.frame.stands_alone else TABLE_TITLE
    body = draw_table(renderer, all_rows(renderer, entry))
    return SectionView(
        renderer.anchor("requirements"), title, body, is_private=False, holds_table=True
    )


def _drawn_directives(entry: ApplicationEntry) -> set[str]:
    return {name for section in entry.sections for name in _directives(entry, section)}


def _directives(entry: ApplicationEntry, section: Section) -> set[str]:
    passage = Passage(section.text, section.audience, entry.source, offset=section.offset)
    return {block.name for block in passage.blocks() if _draws_rows(entry, block)}


def _draws_rows(entry: ApplicationEntry, block: Block) -> bool:
    """Return whether a directive draws rows that are there, if it draws rows at all."""
    directive = parse_directive(block.name, block.body, Document(""), 0)
    if block.name != "proof-points" or not isinstance(directive, Directive):
        return True
    return bool(rows_named(entry, directive)) or not entry.application.proof_points


def _section_body(
    renderer: Renderer, entry: ApplicationEntry, section: Section, anchor: str
) -> Markup:
    text, source = section.text, entry.source

    def draw() -> Markup:
        if section.name == "questions":
            return draw_questions(renderer, entry, section, anchor)
        return renderer.prose(text, source, name=anchor)

    # Directives draw anything, and so may a story.
    if any(sign in text for sign in ("```", "~~~", "story=")):
        return draw()
    return renderer.part(draw, anchor, text, section.name, entry.application, source.file)
