"""A document as Markdown, for mails and editors that take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.exporting.outline import Block, Document, Kind
from dossier.exporting.plain_text import said
from dossier.plain.patterns import pattern
from dossier.prose.literal import literal

_BEGINNING = pattern(r"^(\d+)([.)])(?=\s)|^([-+#>=~|:])")
"""What would make a paragraph something else."""


def spell_markdown(document: Document) -> str:
    """Return a document as Markdown in which every sign stands for itself."""
    lines: list[str] = []
    before: Kind | None = None
    for block in document.blocks:
        if before and not (before is block.kind is Kind.ITEM):
            lines.append("")
        lines += _lines(block)
        before = block.kind
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    details = _plain(", ".join(part.text for part in block.details))
    match block.kind:
        case Kind.NAME:
            yield f"# {_plain(block.text)}"
        case Kind.HEADING:
            yield f"## {_plain(block.text)}"
        case Kind.ENTRY | Kind.SUBJECT:
            title = f"**{_plain(block.text)}**"
            yield f"{title}, {details}" if details else title
        case Kind.ITEM:
            yield f"- {_text(said(block))}"
        case Kind.LINK:
            yield f"{_plain(block.text)} <{block.details[0].address}>"
        case Kind.CONTACT:
            yield _text(" · ".join(part.text for part in block.details))
        case Kind.FACT:
            yield f"**{_plain(block.text)}:** {details}" if block.text else details
        case _:
            yield _text(said(block))


def _plain(text: str) -> str:
    # Only what begins an entity has to be one.
    return literal(text).replace("&amp; ", "& ")


def _text(text: str) -> str:
    return _BEGINNING.sub(_escaped, _plain(text))


def _escaped(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"
