"""What of a document begins beyond the pages that it may take."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exporting.outline import Document, Kind
from dossier.exporting.typesetting import Typeset
from dossier.plain.problems import Place, Problem

SHOWN = 60
"""How many signs of a text are shown."""


def overflow(document: Document, drawn: Typeset, pages: int, where: Place) -> Problem | None:
    """Return what does not fit on so many pages, None if all does."""
    if drawn.pages <= pages:
        return None
    beyond = tuple(_named(document, drawn, pages))
    told = "; ".join(beyond) or "the end of the last paragraph"
    message = f"it takes {drawn.pages} pages, and {pages} may be taken; beyond them: {told}"
    hint = "name less under `## Emphasis`, or shorten the claims of rows and highlights of jobs"
    return Problem("document-overflow", where, message, hint)


def _named(document: Document, drawn: Typeset, pages: int) -> Iterator[str]:
    """Yield what begins beyond the pages, each behind the entry or heading that it is part of."""
    over = {number for number, page in drawn.places if page > pages}
    above = ""
    for number, block in enumerate(document.blocks):
        if block.kind in (Kind.HEADING, Kind.ENTRY):
            above = block.text
            if number in over:
                yield _short(block.text)
        elif number in over and not any(n in over for n in _heads(document, number)):
            said = block.text or ", ".join(part.text for part in block.details)
            yield f"{_short(above)}: {_short(said)}"


def _heads(document: Document, number: int) -> Iterator[int]:
    """Yield the number of the nearest entry or heading above a block."""
    for before in range(number, -1, -1):
        if document.blocks[before].kind in (Kind.HEADING, Kind.ENTRY):
            yield before
            return


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
