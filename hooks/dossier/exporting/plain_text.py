"""A document as plain text in lines of 72 columns, as forms and mails take it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from dossier.exporting.outline import Block, Document, Kind

WIDTH = 72
"""How many columns a line has at most; a word that is longer stays whole."""


def spell_plain_text(document: Document) -> str:
    """Return a document as text: a blank line before each block but items and what is told of."""
    lines: list[str] = []
    before: Kind | None = None
    for block in document.blocks:
        if before and not _is_joined(before, block.kind):
            lines.append("")
        lines += _lines(block)
        before = block.kind
    return "\n".join(lines) + "\n"


def _is_joined(before: Kind, kind: Kind) -> bool:
    """Return whether a block stands right below the one before."""
    of_entry = before in (Kind.ENTRY, Kind.ITEM, Kind.PARAGRAPH) and kind is Kind.ITEM
    of_head = before in (Kind.NAME, Kind.TAGLINE) and kind in (Kind.TAGLINE, Kind.CONTACT)
    described = (before, kind) == (Kind.ENTRY, Kind.PARAGRAPH)
    return of_entry or of_head or described or (before, kind) == (Kind.FACT, Kind.FACT)


def _lines(block: Block) -> Iterator[str]:
    details = ", ".join(part.text for part in block.details)
    match block.kind:
        case Kind.HEADING:
            yield block.text.upper()
            yield "-" * min(len(block.text), WIDTH)
        case Kind.CONTACT:
            yield from _wrapped(" | ".join(part.text for part in block.details))
        case Kind.ITEM:
            yield from _wrapped(said(block), first="- ", after="  ")
        case Kind.ENTRY | Kind.SUBJECT:
            yield from _wrapped(", ".join(part for part in (block.text, details) if part))
        case Kind.LINK:
            yield block.text
            yield details
        case Kind.FACT:
            yield from _wrapped(f"{block.text}: {details}" if block.text else details)
        case _:
            yield from _wrapped(said(block))


def said(block: Block) -> str:
    """Return what a block says, with the addresses of its figures behind it."""
    proofs = ", ".join(part.text for part in block.details)
    return f"{block.text} ({proofs})" if proofs else block.text


def _wrapped(text: str, first: str = "", after: str = "") -> list[str]:
    # Blanks that do not break are for typesetting; forms show them as boxes.
    plain = " ".join(text.split())
    return textwrap.wrap(
        plain,
        WIDTH,
        initial_indent=first,
        subsequent_indent=after,
        break_long_words=False,
        break_on_hyphens=False,
    )
