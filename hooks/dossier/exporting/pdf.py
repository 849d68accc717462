"""A document of one column to PDF, and what of it does not fit on so many pages."""

from __future__ import annotations

from typing import Any

from dossier.exporting.outline import Block, Document, Kind
from dossier.exporting.qr import spell_qr
from dossier.exporting.typesetting import Typeset, typeset
from dossier.templates import Templates

SCALES = (1.0, 0.97, 0.94, 0.91)
"""How large type may be where the pages are counted: down to 8.7 points for facts."""


def draw_pdf(
    document: Document, templates: Templates, paper: str = "a4", pages: int | None = None
) -> Typeset:
    """Draw a document, in smaller type if it takes more than so many pages otherwise.

    Raises ConfigError if Typst is missing or cannot.
    """
    held = {
        "title": document.title,
        "author": document.author,
        "language": document.language.partition("-")[0],
        "paper": paper,
        "scale": SCALES[0],
        "prose": document.is_prose,
        "blocks": [_held(block) for block in document.blocks],
    }
    drawn = typeset("document", held, templates)
    for scale in SCALES[1:]:
        if pages is None or drawn.pages <= pages:
            break
        drawn = typeset("document", {**held, "scale": scale}, templates)
    return drawn


def _held(block: Block) -> dict[str, Any]:
    details = [{"text": part.text, "address": part.address} for part in block.details]
    held = {"kind": block.kind.value, "text": block.text, "details": details}
    return held | {"qr": spell_qr(block.details[0].address)} if block.kind is Kind.LINK else held
