"""Comments in the values of YAML: out of every view, whichever field they stand in, and told.

No field is named here: each value that an entry is made of passes through. What says who may see
an entry is a choice, not a text, and nonsense there is private.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.load.hide import visible_part
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.model.guardrail import Guardrail
from dossier.plain.problems import Problem
from dossier.plain.text import REORDERING
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path
from dossier.prose.comments import Comment, find_in_field, may_hold, told, without

_CHOSEN = frozenset({"audience"})
_WITHOUT_REORDERING = str.maketrans("", "", REORDERING)
"""What an escape of YAML may bring in past the reader of files, which refuses them."""
_Found = tuple[Path, str, Comment]
"""Where a value stands, the whole value, and a comment in it."""


def without_comments(
    model: type[Entry], raw: object, source: Document, path: Path, own: Audience
) -> tuple[object, list[Problem]]:
    """Return the raw value of an entry without comments, and what its author is told of them.

    `own` is the audience of an entry that is seen as a whole. Told is what others would have read.
    """
    # What is forbidden may be the signs of a comment.
    kept, found = (raw, []) if model is Guardrail else _cut(raw, ())
    if not found or not Audience.SHARED.may_see(own):
        return kept, []
    read = set(_texts(visible_part(model, raw, Audience.SHARED)))
    problems = [
        told(source.locate_in((*path, *here), _first_line(text, comment)), comment, is_field=True)
        for here, text, comment in found
        if text in read
    ]
    return kept, [problem for problem in problems if problem]


def comments_in(source: Document) -> Iterator[tuple[Path, str]]:
    """Yield the comments in the values of a file, which nobody is shown, and where they stand."""
    if may_hold(source.yaml):
        for path, text, comment in _cut(construct(source.yaml, source.file)[0], ())[1]:
            yield path, text[comment.start : comment.end]


def _cut(raw: Any, path: Path) -> tuple[Any, list[_Found]]:
    if isinstance(raw, str):
        comments = find_in_field(raw)
        kept = without(raw, comments)
        kept = kept if kept.isascii() else kept.translate(_WITHOUT_REORDERING)
        return kept, [(path, raw, comment) for comment in comments]
    kept, found = raw, []
    for key, value in _items(raw):
        seen, more = _cut(value, (*path, key))
        if seen is not value:
            kept = kept.copy() if kept is raw else kept
            kept[key] = seen
            found += more
    return kept, found


def _first_line(text: str, comment: Comment) -> str:
    return text[comment.start : comment.end].partition("\n")[0] or comment.opener


def _items(raw: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(raw, dict):
        yield from ((key, value) for key, value in raw.items() if key not in _CHOSEN)
    elif isinstance(raw, list):
        yield from enumerate(raw)


def _texts(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    for _, value in _items(raw):
        yield from _texts(value)
