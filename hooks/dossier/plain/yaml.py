"""YAML text to plain values: no tags, no aliases, no duplicate keys, no surprise types.

Only these plain scalars are not text: `true`, `false`, `null`, `~`, nothing, and decimal numbers,
which keep the digits as typed. `yes`, `no` and dates are text. Values come from libyaml's events,
because its composer overflows the stack on hostile nesting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from sys import intern
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem
from dossier.plain.yaml_places import Lines, Places, PlaceTree

MAX_DEPTH = 20
"""The deepest nesting that is read; the formats need six."""

_SEPARATOR = pattern("[\x85\u2028\u2029]")
"""Ends a line in YAML, and in no editor: a comment would end there, and a key begin."""
_INTEGER = pattern(r"-?(?:0|[1-9][0-9]{0,30})")
NUMBER = pattern(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?")
"""What is read as a number, and not as text."""
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class _Found(Exception):  # noqa: N818 - carries one problem up the recursion
    def __init__(self, code: str, index: int, message: str, hint: str) -> None:
        super().__init__(code)
        self.code, self.index, self.message, self.hint = code, index, message, hint


@dataclass(slots=True)
class _Reader:
    """Reads one document from a stream of events."""

    text: str
    file: str = ""
    first_line: int = 0
    """The line of the file at which the YAML begins, counted from 0."""
    places: Places = field(default_factory=Places)
    problems: list[Problem] = field(default_factory=list)
    next_event: Callable[[], Any] = field(init=False)

    def __post_init__(self) -> None:
        self.next_event = yaml.CSafeLoader(self.text).get_event

    def place(self, index: int) -> Place:
        line, column = Lines(self.text).position(index)
        return Place(self.file, self.first_line + line + 1, column + 1)

    def value(self, event: Any, depth: int) -> Any:
        _refuse_marks(event)
        kind = type(event)
        if kind is ScalarEvent:
            return _scalar(event)
        if depth >= MAX_DEPTH:
            raise _Found(
                "yaml-depth",
                _start(event),
                f"nested more than {MAX_DEPTH} levels deep",
                "no format of this project needs that",
            )
        return self.mapping(depth + 1) if kind is MappingStartEvent else self.sequence(depth + 1)

    def sequence(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self.next_event()) is not SequenceEndEvent:
            self.places.add(len(items), depth, _start(event))
            items.append(self.value(event, depth))
        return items

    def mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        first: dict[str, int] = {}
        while type(event := self.next_event()) is not MappingEndEvent:
            index = _start(event)
            _refuse_marks(event)
            if type(event) is not ScalarEvent:
                message = "a key is a word, not a list or a mapping"
                hint = "put quotes around a text that begins with { or ["
                raise _Found("yaml-syntax", index, message, hint)
            key = intern(event.value)
            if not key:
                raise _Found("yaml-syntax", index, "a key is empty", "write `key: value`")
            if key in values:
                self.repeated(key, index, first[key])
            first[key] = index
            self.places.add(key, depth, index)
            values[key] = self.value(self.next_event(), depth)
        return values

    def repeated(self, key: str, index: int, first: int) -> None:
        self.problems.append(
            Problem(
                "duplicate-key",
                self.place(index),
                f"`{' '.join(key.split())[:80]}` stands twice, "
                f"first on line {self.place(first).line}",
                "YAML would keep only the last one; remove one of them",
            )
        )


def _start(event: Any) -> int:
    index: int = event.start_mark.index
    return index


def _refuse_marks(event: Any) -> None:
    """Raise if a key or value has an anchor or a tag, or is an alias."""
    is_alias = type(event) is AliasEvent
    if not is_alias and event.anchor is None and event.tag is None:
        return
    index = _start(event)
    if is_alias or event.anchor is not None:
        message = "anchors and aliases are not read"
        hint = "write the value out, or put quotes around a text that begins with & or *"
        raise _Found("yaml-alias", index, message, hint)
    tag = event.tag.replace("tag:yaml.org,2002:", "!!")[:40]
    raise _Found("yaml-tag", index, f"the tag `{tag}` is not read", _TAG_HINT)


def construct(text: str, file: str, *, first_line: int = 0) -> tuple[Any, list[Problem]]:
    """Return the value of a YAML text, None for an empty one, and what is wrong with it."""
    value, problems, _ = construct_placed(text, file, first_line=first_line)
    return value, problems


def construct_placed(
    text: str, file: str, *, first_line: int = 0
) -> tuple[Any, list[Problem], Places]:
    """Return the same, and where its values stand; of a broken text, those before the fault."""
    reader = _Reader(text, file, first_line)
    value = None
    try:
        value = _document(reader)
    except _Found as found:
        problem = Problem(found.code, reader.place(found.index), found.message, found.hint)
        reader.problems.append(problem)
    except yaml.YAMLError as error:
        reader.problems.append(_syntax(reader, error))
    if sign := _SEPARATOR.search(text):
        message = f"U+{ord(sign[0]):04X} ends a line in YAML, and in no editor"
        where, hint = reader.place(sign.start()), "delete it, or begin a new line"
        return None, [Problem("yaml-syntax", where, message, hint)], reader.places
    return value, reader.problems, reader.places


def syntax_problem(text: str, file: str) -> Problem | None:
    """Return what keeps a text from being YAML; tags, aliases and repeated keys do not."""
    reader = _Reader(text, file)
    try:
        while type(reader.next_event()) is not StreamEndEvent:
            pass
    except yaml.YAMLError as error:
        return _syntax(reader, error)
    return None


def find_places(text: str) -> PlaceTree:
    """Return the place of each value in a YAML text; of a key's value, that of the key."""
    return construct_placed(text, "")[2].tree(text)


def _document(reader: _Reader) -> Any:
    reader.next_event()  # stream start
    event = reader.next_event()
    if type(event) is StreamEndEvent:
        return None
    first = reader.next_event()
    reader.places.add(0, 0, _start(first))
    value = reader.value(first, 0)
    reader.next_event()  # document end
    event = reader.next_event()
    if type(event) is DocumentStartEvent:
        message, hint = "a second document begins here", "remove the `---`"
        raise _Found("yaml-syntax", _start(event), message, hint)
    return value


def _scalar(event: Any) -> Any:
    text: str = event.value
    if not event.implicit[0]:  # quoted, or a block
        return text
    if text in _WORDS:
        return _WORDS[text]
    # A number would lose a plus that somebody typed: so it stays a text, and is told.
    if text[0] not in "-0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if NUMBER.fullmatch(text) else text


_TAG_HINT = "leave it out, or put quotes around a text that begins with !"
_QUOTE = "put quotes around the text"
_HYPHEN = "begin it with a hyphen, or indent it like the key or item that it belongs to"
_LOOSE = "neither a new key nor part of the value before it"
_ALIKE = "indent the keys of one mapping alike; put quotes around the whole of a text, not a part"

# What libyaml says; what we say; the cure; whether the fault is best seen where the construct
# begins rather than where libyaml noticed. {sign} is the character there. The first match holds.
_MEANINGS = (
    ("a tab", "a tab, and YAML is indented with spaces only", "replace it by spaces", False),
    ("the end", "what begins here is never closed", "close a list with ], a mapping with }", False),
    (
        "while scanning a quoted scalar",
        "these quotes are never closed",
        "close them, or put the other kind around a text that begins with one",
        True,
    ),
    ("while parsing a quoted scalar", "a backslash that YAML does not know", "double it", False),
    ("expected ',' or ']'", "this list is not closed, or lacks a comma", "close it with ]", True),
    (
        "expected ',' or '}'",
        "this mapping is not closed, or lacks a comma",
        "close it with }",
        True,
    ),
    (
        "mapping values are not allowed",
        "a colon where no key can be",
        "put quotes around a text that has a colon and a space, and indent keys alike",
        False,
    ),
    (
        "could not find expected ':'",
        f"{_LOOSE}: a colon and a space are missing",
        "write `key: value`, or indent a text that goes on",
        True,
    ),
    ("did not find expected key", _LOOSE, _ALIKE, False),
    ("expected <document start>", _LOOSE, _ALIKE, False),
    ("expected '-'", "this is no item of the list above it", _HYPHEN, False),
    ("unexpected ':'", "a colon where none can be", _QUOTE, False),
    (
        "block sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "begin it on the next line, or put quotes around a text that begins with a hyphen",
        False,
    ),
    ("mapping keys are not allowed", "a text cannot begin with {sign} and a space", _QUOTE, False),
    ("while scanning a block scalar", "a text after {sign} begins a line further", _QUOTE, True),
    ("expected node content", "{sign} stands where a value is expected", _QUOTE, False),
    ("cannot start any token", "a text cannot begin with {sign}", _QUOTE, False),
    ("while scanning an", "a text cannot begin with {sign}", _QUOTE, True),
    ("while scanning a directive", "a line cannot begin with {sign}", _QUOTE, True),
    ("tag", "the tag that begins here is not read", _TAG_HINT, True),
)


def _syntax(reader: _Reader, error: Any) -> Problem:
    text = reader.text
    if isinstance(error, ReaderError):
        before = text.encode()[: error.position].decode(errors="ignore")
        message = f"the character U+{ord(text[len(before)]):04X} is not allowed in YAML"
        return Problem("yaml-syntax", reader.place(len(before)), message, "remove it")
    said = f"{error.context or ''} {error.problem}"
    noticed = error.problem_mark.index
    begun = error.context_mark.index if error.context_mark else noticed
    if text[noticed : noticed + 1] == "\t":
        said = "a tab"
    elif "expected node content" in said and not text[noticed:].strip():
        said, noticed = "the end", len(text.rstrip()) - 1
    for fragment, message, hint, is_at_start in _MEANINGS:
        if fragment in said:
            index = begun if is_at_start else noticed
            code = "yaml-tag" if fragment == "tag" else "yaml-syntax"
            sign = text[index : index + 1]
            sign = "a backtick" if sign == "`" else f"`{sign}`"
            return Problem(code, reader.place(index), message.replace("{sign}", sign), hint)
    return Problem("yaml-syntax", reader.place(noticed), f"YAML: {error.problem}")
