"""The guide to the fields as one page of Markdown: `docs/fields.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.model.base import Entry
from dossier.model.field_guide import FILES, FieldNote, field_notes, notes_below
from dossier.model.schemas import KINDS

_HEAD = """\
# Every field

What each field is for, with an example, who sees it, and what stands for it where it is left out.
`dossier help application.events` tells the same of one. *Recipients* are those who were sent a
link; an `audience` that is wrong or unknown is private. This page is made of the models by
`dossier help --write docs/fields.md`.
"""


def field_page() -> str:
    """Return the page."""
    return "\n".join([_HEAD, *(line for kind in KINDS for line in _kind(kind))]).rstrip("\n") + "\n"


def _kind(kind: str) -> Iterator[str]:
    yield f"## {kind}"
    yield ""
    yield f"`{FILES[kind]}`"
    yield ""
    yield from _table(notes_below(kind))
    told: dict[type[Entry], str] = {}
    for note in field_notes():
        if note.model and note.path.startswith(f"{kind}."):
            yield f"### {note.path}"
            yield ""
            if note.model in told:
                yield f"The same fields as `{told[note.model]}`."
                yield ""
            else:
                told[note.model] = note.path
                yield from _table(notes_below(note.path))


def _table(notes: Iterable[FieldNote]) -> Iterator[str]:
    yield "| field | what it is for | example | who sees it | default |"
    yield "| --- | --- | --- | --- | --- |"
    for note in notes:
        words = f" One of {', '.join(f'`{word}`' for word in note.words)}." if note.words else ""
        cells = (f"`{note.key}`", note.purpose + words, f"`{note.example}`")
        yield f"| {' | '.join(cells)} | {note.seen_by} | {note.default} |"
    yield ""
