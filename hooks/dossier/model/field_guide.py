"""The models to what each field is for, with an example, who sees it, and its default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from dossier.model.audience import Audience
from dossier.model.base import Entry, FieldShape, shape
from dossier.model.remarks import remarks, split_example
from dossier.model.scales import MEANINGS
from dossier.model.schemas import KINDS
from dossier.plain.frozen import frozen

FILES: Mapping[str, str] = {
    "application": "content/applications/<id>/index.md",
    "evidence": "content/evidence/<id>.yml",
    "guardrails": "content/guardrails.yml",
    "page": "content/<name>.md",
    "profile": "content/profile.yml",
    "project": "content/projects/<id>.md",
    "story": "content/stories/<id>.md",
}
"""Where each kind of file stands."""
_READERS = {
    Audience.PRIVATE: "you",
    Audience.ASSISTANT: "you and your assistant",
    Audience.SHARED: "recipients",
    Audience.PUBLIC: "everyone",
}
_OWN = "as its `audience` says"


@frozen
class FieldNote:
    """What is said of one field."""

    path: str
    """From the kind of file to the key: `application.events.what`."""
    purpose: str
    example: str
    """As it stands behind the key."""
    words: tuple[str, ...]
    """What it may say, empty where that is free."""
    meanings: tuple[str, ...]
    """What each of these words means, empty where that needs no telling."""
    seen_by: str
    default: str
    model: type[Entry] | None
    """What it holds, if that has fields of its own."""

    @property
    def key(self) -> str:
        """The key that people type."""
        return self.path.rpartition(".")[2]


@cache
def field_notes() -> tuple[FieldNote, ...]:
    """Return what is said of every field, kind by kind, each before the fields that it holds."""
    return tuple(note for kind, model in KINDS.items() for note in _notes(kind, model, ""))


def find_notes(name: str) -> tuple[FieldNote, ...]:
    """Return the fields of that name: `events`, `events.what`, `application.events.what`."""
    return tuple(
        note for note in field_notes() if note.path == name or note.path.endswith(f".{name}")
    )


def file_of(model: type[Entry]) -> str:
    """Return the kind of file that a model is read from: of a record, that of its file."""
    kinds = {each: kind for kind, each in KINDS.items()}
    return kinds.get(model, "evidence")


def notes_below(path: str) -> tuple[FieldNote, ...]:
    """Return the fields that a kind of file or a field holds itself."""
    return tuple(note for note in field_notes() if note.path.rpartition(".")[0] == path)


def _notes(path: str, model: type[Entry], held_by: str) -> Iterator[FieldNote]:
    """Yield the fields of a model; `held_by` are the readers of what holds it, if it is a part."""
    said, fields = remarks(model), shape(model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        purpose, example = split_example(said.get(name, ""))
        field = fields[key]
        words = tuple(_words(info.annotation))
        readers = _readers(field, model, held_by)
        yield FieldNote(
            f"{path}.{key}",
            purpose,
            example or _made_up(field, words),
            words,
            tuple(_meanings(info.annotation)),
            readers,
            _default(info),
            field.model,
        )
        if field.model:
            yield from _notes(f"{path}.{key}", field.model, readers)


def _readers(field: FieldShape, model: type[Entry], held_by: str) -> str:
    if model.whole:
        return held_by or _OWN
    readers = _READERS[field.audience]
    has_own = field.model is not None and "audience" in shape(field.model)
    return f"{readers}, or {_OWN}" if has_own else readers


def _words(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - a type, or what stands for one
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(word.value) for word in annotation)
    for part in get_args(annotation):
        if isinstance(part, str | bool):
            yield str(part).lower()
        else:
            yield from _words(part)


def _meanings(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    yield from MEANINGS.get(annotation, {}).values() if isinstance(annotation, type) else ()
    for part in get_args(annotation):
        yield from _meanings(part)


def _made_up(field: FieldShape, words: tuple[str, ...]) -> str:
    """Return an example of what has fields of its own, or a few words to choose from."""
    if field.model is None:
        return words[0] if words else ""
    parts = list(_notes("", field.model, ""))
    own = [note for note in parts if note.path.count(".") == 1 and note.key != "audience"]
    required = [note for note in own if shape(field.model)[note.key].is_required]
    inner = ", ".join(f"{note.key}: {note.example}" for note in required or own[:2])
    return f"[{{{inner}}}]" if field.is_list else f"{{{inner}}}"


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "needed"
    value = info.default
    if isinstance(value, Enum):
        return str(value.value)
    return str(value).lower() if value else "none"
