"""Prose of a dossier to blocks: paragraphs and items without markup, figures from records."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from dossier.exporting.outline import Block, Kind, Part
from dossier.exporting.recipient import Recipient
from dossier.prose.inline_text import plain_text
from dossier.prose.markdown import parse
from dossier.prose.scan import scan_inline

_KINDS = {"list_item_open": Kind.ITEM, "heading_open": Kind.SUBJECT}
"""What an inline text is part of, by the innermost of these around it."""


def blocks_of(recipient: Recipient, text: str, *, earlier: bool = False) -> Iterator[Block]:
    """Yield the blocks of block text. Directives and images have none.

    `earlier` tells the earlier values of figures beside them.
    """
    around: list[str] = []
    for token in parse(text)[0]:
        if token.nesting == 1:
            around.append(token.type)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            kinds = (_KINDS[name] for name in reversed(around) if name in _KINDS)
            block = _block(recipient, token, next(kinds, Kind.PARAGRAPH), earlier=earlier)
            if block.text:
                yield block
        elif token.type == "code_block" and token.content.strip():
            yield Block(Kind.PARAGRAPH, " ".join(token.content.split()))


def _block(recipient: Recipient, token: Token, kind: Kind, *, earlier: bool) -> Block:
    as_written = plain_text(token.children or (), recipient.renderer.plain_reference)
    said = recipient.plain(token.content) if earlier else as_written
    # Within a sentence an address is in the way; an item stands by itself.
    proofs = recipient.proofs(scan_inline(token.content)) if kind is Kind.ITEM else ()
    details = tuple(Part(proof.shown, proof.address) for proof in proofs)
    return Block(kind, said.strip(), details)
