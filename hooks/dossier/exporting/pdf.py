"""A document of one column to PDF, and what of it does not fit on so many pages."""

from __future__ import annotations

from typing import Any

from dossier.exporting.outline import Block, Document, Kind
from dossier.exporting.qr import spell_qr
from dossier.exporting.typesetting import Typeset, typeset
from dossier.templates import Templates


def draw_pdf(document: Document, templates: Templates, paper: str = "a4") -> Typeset:
    """Draw a document. Raises ConfigError if Typst is missing or cannot."""
    held = {
        "title": document.title,
        "author": document.author,
        "language": document.language.partition("-")[0],
        "paper": paper,
        "prose": document.is_prose,
        "blocks": [_held(block) for block in document.blocks],
    }
    return typeset("document", held, templates)


def _held(block: Block) -> dict[str, Any]:
    details = [{"text": part.text, "address": part.address} for part in block.details]
    held = {"kind": block.kind.value, "text": block.text, "details": details}
    return held | {"qr": spell_qr(block.details[0].address)} if block.kind is Kind.LINK else held
