"""A private view to the words that no public text holds: found outside, they have leaked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from pydantic import BaseModel

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.publishing.private_names import folded, private_names, seen_texts
from dossier.publishing.spellings import LEAST_WORD, letters

_LEAST_NAME = 6
"""Letters of a name below which a program's text may hold it; `names` finds it in pages."""
_LEAST_PHRASE = 16
_LEAST_DIGITS = 7
_PHRASE = re.compile(r"[^\W_][\w'’-]*(?: [^\W_][\w'’-]*){2}")
_WORD = re.compile(r"[\w.@/&+'’-]+")
_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]*_`]")
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def canaries_of(private: Library, public: Library, allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words and phrases of the private view that no public text holds, in order.

    `allowed` are names that public texts may hold.
    """
    texts = [text for _, text in seen_texts(public)]
    texts += [_MARKUP.sub("", text) for text in texts] + [folded(" ".join(allowed))]
    known = " ".join(" ".join([*texts, *_ids(public)]).split())
    found = dict.fromkeys(name for name in private_names(private) if letters(name) >= _LEAST_NAME)
    for text in _texts(private):
        found |= dict.fromkeys(_distinctive(text))
    spelt = {folded(word): word for word in reversed(found) if folded(word) not in known}
    return tuple(sorted(spelt.values()))


def _ids(library: Library) -> Iterator[str]:
    yield from library.projects
    yield from library.records
    yield from library.applications
    yield from library.pages
    yield from library.files


def _texts(library: Library) -> Iterator[str]:
    """Yield every text of a library: values, prose, ids of dossiers."""
    profile = [library.profile.profile] if library.profile else []
    projects, pages = library.projects.values(), library.pages.values()
    records, dossiers = library.records.values(), library.applications.values()
    models: list[BaseModel] = [*profile, *(e.project for e in projects), *(e.page for e in pages)]
    models += [*(e.record for e in records), *(e.application for e in dossiers)]
    for model in models:
        yield from _strings(model.model_dump())
    for source in (*(entry.source for entry in projects), *(entry.source for entry in pages)):
        yield from source.body.split("\n\n")
    for dossier in dossiers:
        if dossier.application.audience is not Audience.PUBLIC:
            yield dossier.id
        for section in dossier.sections:
            yield section.title if section.name is None else ""
            yield from section.text.split("\n\n")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value


def _distinctive(text: str) -> Iterator[str]:
    """Yield what is nobody else's in a text: itself if it is one long word, else its phrases."""
    text = " ".join(text.split())
    if _DATE.fullmatch(text):
        return
    bare = text.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    is_number = (
        sum(sign.isdigit() for sign in bare) >= _LEAST_DIGITS and len(bare) < 2 * _LEAST_PHRASE
    )
    if is_number or (_WORD.fullmatch(bare) and letters(bare) >= LEAST_WORD):
        yield bare
    elif " " in text:
        phrases = (found for found in _PHRASE.findall(text) if len(found) >= _LEAST_PHRASE)
        yield from sorted(phrases, key=len)[-2:]
