"""A text file as it was read, and the places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import field
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from dossier.plain.frozen import frozen
from dossier.plain.problems import Place
from dossier.plain.yaml import find_places
from dossier.plain.yaml_places import Path, Places, PlaceTree


class FileKind(StrEnum):
    """What a file in `content/` is, by its place."""

    PROFILE = "profile"
    PROJECT = "project"
    EVIDENCE = "evidence"
    APPLICATION = "application"
    PAGE = "page"
    LOCK = "lock"
    """What records said when they were last reviewed: private, and on no page."""
    GUARDRAILS = "guardrails"
    STORY = "story"
    OTHER = "other"
    """An asset, a saved posting: referred to, never parsed."""


@frozen
class Document:
    """A file of the author's: its text and the YAML and prose in it."""

    file: str
    """Relative to the project's root, with forward slashes."""
    text: str = ""
    """Line ends are `\\n`, without a byte-order mark."""
    yaml_line: int = 0
    """The line at which the YAML begins, counted from 0."""
    yaml: str = ""
    body_line: int = 0
    """The line at which the prose begins, counted from 0."""
    body: str = ""
    comments: tuple[tuple[int, int, str, bool], ...] = ()
    """Where comments of other tools stand in the prose, from and to, by what each begins, and
    whether it is closed. They are hidden in `body`."""
    hidden: tuple[tuple[str, int], ...] = ()
    """Keys of lists and positions of items that its readers may not see; paths do without them."""
    places: Places | None = field(default=None, repr=False, compare=False)
    """Where the values of the YAML stand, if that was noted when it was read."""

    @property
    def _places(self) -> PlaceTree:
        return _tree(self.yaml, self.places)

    def locate(self, path: Path = ()) -> Place:
        """Return the place of the YAML value at `path`, or of its nearest existing parent."""
        found = self.nearest(path)
        if not found:
            return Place(self.file, self.yaml_line + 1, 1)
        line, column = self._places[self._written(found)]
        return Place(self.file, self.yaml_line + line + 1, column + 1)

    def nearest(self, path: Path) -> Path:
        """Return as much of a path as is written in the YAML."""
        written = self._written(path)
        lengths = range(len(path), 0, -1)
        return next((path[:n] for n in lengths if written[:n] in self._places), ())

    def locate_in(self, path: Path, needle: str) -> Place:
        """Return the place of `needle` within the YAML text at `path`, or that text's place."""
        start, lines = self.locate(path), self.lines
        # An id is not found in a longer one.
        whole = re.compile(re.escape(needle) + r"(?![\w/#-])")
        for number in range(start.line - 1, self._end(path)):
            found = whole.search(lines[number], start.column - 1 if number < start.line else 0)
            if found:
                return Place(self.file, number + 1, found.start() + 1)
        return start

    def extent(self, path: Path) -> tuple[int, int]:
        """Return where in the file's text the YAML value at `path` begins, and what is after it.

        A key's value begins with the key; comments behind a value are taken for a part of it.
        """
        written = self._written(path)
        here = self._places[written]
        starts = (0, *accumulate(len(line) + 1 for line in self.lines))
        offset = starts[self.yaml_line]
        end = self._next_place(written, here)
        return (
            starts[self.yaml_line + here[0]] + here[1],
            starts[self.yaml_line + end[0]] + end[1] if end else offset + len(self.yaml),
        )

    def _end(self, path: Path) -> int:
        """Return the last line of the YAML value at `path`, counted from 1."""
        path = self._written(path)
        here = self._places.get(path, (0, 0))
        end = self._next_place(path, here)
        last = end[0] if end else self.yaml.count("\n") + 1
        return self.yaml_line + max(last, here[0] + 1)

    def _next_place(self, path: Path, here: tuple[int, int]) -> tuple[int, int] | None:
        """Return where the first value after that at `path` stands, which is no part of it."""
        ordered = self._ordered
        for number in range(bisect_right(ordered, here, key=itemgetter(0)), len(ordered)):
            place, other = ordered[number]
            if other[: len(path)] != path:
                return place
        return None

    @property
    def _ordered(self) -> list[tuple[tuple[int, int], Path]]:
        return _ordered(self.yaml, self.places)

    @property
    def lines(self) -> list[str]:
        """The lines of the whole file."""
        return _lines(self.text)

    def _written(self, path: Path) -> Path:
        """Return where a value of what is visible stands in the file."""
        key, position = [*path, None, None][:2]
        for hidden_key, hidden_position in self.hidden:
            if key == hidden_key and isinstance(position, int) and hidden_position <= position:
                position += 1
        return path if position is None else (*path[:1], position, *path[2:])

    @property
    def _line_starts(self) -> tuple[int, ...]:
        return _line_starts(self.body)

    def locate_in_body(self, offset: int) -> Place:
        """Return the place of a character of the prose, `offset` counted from 0."""
        line = bisect_right(self._line_starts, max(offset, 0)) - 1
        column = offset - self._line_starts[line]
        return Place(self.file, self.body_line + line + 1, column + 1)

    def locate_line(self, line: int) -> Place:
        """Return the place of a line of the prose, `line` counted from 0."""
        return Place(self.file, self.body_line + line + 1, 1)


# Of every file there is something to place, but of few at a time.
@lru_cache(maxsize=16)
def _tree(yaml: str, places: Places | None) -> PlaceTree:
    return places.tree(yaml) if places else find_places(yaml)


@lru_cache(maxsize=16)
def _ordered(yaml: str, places: Places | None) -> list[tuple[tuple[int, int], Path]]:
    found = _tree(yaml, places).items()
    return sorted(((place, path) for path, place in found), key=itemgetter(0))


@lru_cache(maxsize=16)
def _lines(text: str) -> list[str]:
    return text.split("\n")


@lru_cache(maxsize=16)
def _line_starts(body: str) -> tuple[int, ...]:
    return tuple(accumulate((len(line) + 1 for line in body.split("\n")), initial=0))
