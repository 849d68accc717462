"""A place in an artifact to what stands there: JSON, CSV, JUnit, a line of text, a hash.

report.json#/gain/precision     a JSON pointer (RFC 6901)
table.csv#row=2,col=precision   a cell: the row as RFC 7111 counts, the header's is 1;
table.csv#cell=2,3              the column by its header or its number from 1
junit.xml#tests                 also passed, failures, errors, skipped
notes.md#L12, notes.md:12       a line, or lines: #L12-L14
report.pdf#sha256=<64 digits>   the bytes of the whole file
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat

from dossier.plain.frozen import frozen
from dossier.plain.json_objects import RepeatedNameError, once
from dossier.plain.patterns import pattern

COUNTS = ("tests", "passed", "failures", "errors", "skipped")
"""What a JUnit report counts."""
_LINES = pattern(r"L([1-9]\d{0,8})(?:-L?([1-9]\d{0,8}))?")
_SUFFIX = pattern(r"(.+?):([1-9]\d{0,8}(?:-[1-9]\d{0,8})?)")
_CELL = pattern(r"cell=([1-9]\d{0,8}),(.+)|row=([1-9]\d{0,8}),col=(.+)")
_HASH = pattern(r"sha256=([0-9A-Fa-f]{64})")


class UnfoundError(Exception):
    """What a source names is not there. The message says what and why."""


class UnfetchedError(UnfoundError):
    """What a source names may well be there, and was not brought here."""


@frozen
class Location:
    """A file, and a place in it."""

    file: str
    place: str = ""
    """Empty for the whole file."""

    def __str__(self) -> str:
        return f"{self.file}#{self.place}" if self.place else self.file

    def at(self, text: str) -> Location:
        """Return another place: in the same file, or in the one before a `#`."""
        file, mark, place = text.partition("#")
        return Location(file or self.file, place) if mark else Location(self.file, text)


def parse_location(text: str) -> Location:
    """Return the file and the place that a source's path names."""
    file, mark, place = text.partition("#")
    suffix = _SUFFIX.fullmatch(text)
    if not mark and suffix:
        return Location(suffix[1], f"L{suffix[2]}")
    return Location(file, place)


def named_files(path: str, places: Iterable[str]) -> set[str]:
    """Return the files that a source's path, and places beside it, lead to."""
    base = parse_location(path)
    return {found.file for found in (base, *map(base.at, places)) if found.file}


def is_value(place: str) -> bool:
    """Whether a value stands at a place, rather than lines or the whole file."""
    return bool(place) and not (_LINES.fullmatch(place) or _HASH.fullmatch(place))


def is_lines(place: str) -> bool:
    """Whether a place names lines."""
    return _LINES.fullmatch(place) is not None


def line_range(place: str) -> tuple[int, int]:
    """Return the first and the last of the lines that a place names."""
    found = _LINES.fullmatch(place)
    if found is None:
        return 0, 0
    return int(found[1]), int(found[2] or found[1])


def look_up(content: bytes, location: Location) -> str:
    """Return what stands at a place of an artifact. Raises UnfoundError."""
    place = location.place
    if not place:
        return ""
    if found := _HASH.fullmatch(place):
        return _same_bytes(content, location.file, found[1].lower())
    if is_lines(place):
        return _lines(_text(content, location), location, line_range(place))
    if found := _CELL.fullmatch(place):
        return _cell(content, location, int(found[1] or found[3]), unquote(found[2] or found[4]))
    if place in COUNTS:
        return _count(content, location)
    if place.startswith("/"):
        return _pointed(content, location)
    message = f"`{place}` is no place in a file: write `#/pointer`, `#row=2,col=name`, `#L12`"
    raise UnfoundError(message)


def _text(content: bytes, location: Location) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{location.file} is not UTF-8 text"
        raise UnfoundError(message) from None


def _same_bytes(content: bytes, file: str, expected: str) -> str:
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        message = f"{file} is another file: its SHA-256 is {found}"
        raise UnfoundError(message)
    return ""


def _lines(text: str, location: Location, ends: tuple[int, int]) -> str:
    lines = text.splitlines()
    first, last = ends
    if not first <= last <= len(lines):
        message = f"{location.file} has {len(lines)} lines, and none that is {location.place}"
        raise UnfoundError(message)
    return "\n".join(lines[first - 1 : last])


def _cell(content: bytes, location: Location, row: int, column: str) -> str:
    text = _text(content, location)
    delimiter = "\t" if location.file.casefold().endswith((".tsv", ".tab")) else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        message = f"{location.file} is no table: {error}"
        raise UnfoundError(message) from None
    heads = [head.strip() for head in rows[0]] if rows else []
    if heads.count(column) > 1:
        message = f"{location.file} has {heads.count(column)} columns `{column}`"
        raise UnfoundError(message)
    is_number = column.isascii() and column.isdigit() and len(column) < 10  # noqa: PLR2004 - an index
    number = heads.index(column) if column in heads else int(column) - 1 if is_number else -1
    if number < 0 or row > len(rows) or number >= len(rows[row - 1]):
        message = f"{location.file} has no cell {location.place}"
        raise UnfoundError(message)
    return rows[row - 1][number].strip()


def _pointed(content: bytes, location: Location) -> str:
    value = _json(content, location)
    for step in unquote(location.place).split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        try:
            is_index = re.fullmatch(r"0|[1-9][0-9]{0,8}", key)
            value = value[int(key)] if isinstance(value, list) and is_index else value[key]
        except (KeyError, IndexError, TypeError):
            message = f"{location.file} has nothing at {location.place}"
            raise UnfoundError(message) from None
    numbers = value if isinstance(value, list) and len(value) == 2 else [value]  # noqa: PLR2004 - a range
    if any(isinstance(number, bool) or not isinstance(number, Decimal | str) for number in numbers):
        message = f"{location} is no number"
        raise UnfoundError(message)
    return "–".join(str(number) for number in numbers)


def _json(content: bytes, location: Location) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        # As typed: a float would say 0.1 for what is written 0.10.
        text = _text(content, location)
        return json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=once)
    except RepeatedNameError as error:
        message = f"{location.file} can be read in two ways: {error}"
        raise UnfoundError(message) from None
    except (ValueError, ArithmeticError, RecursionError) as error:
        message = f"{location.file} is no JSON: {error}"
        raise UnfoundError(message) from None


def _count(content: bytes, location: Location) -> str:
    """Return a count of a JUnit report: of its cases, since the totals above them may be old."""
    found: Counter[str] = Counter()
    names = {"testcase": "tests", "failure": "failures", "error": "errors", "skipped": "skipped"}
    parser = expat.ParserCreate()

    def begin(name: str, _: dict[str, str]) -> None:
        found[names.get(name.rpartition(":")[2], "")] += 1
        found["suites"] += name in ("testsuite", "testsuites")

    def refuse(*_: object) -> None:
        message = f"{location.file} declares a document type, which is not read"
        raise UnfoundError(message)

    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as error:
        message = f"{location.file} is no XML: {error}"
        raise UnfoundError(message) from None
    if not found["suites"]:
        message = f"{location.file} is no JUnit report"
        raise UnfoundError(message)
    found["passed"] = found["tests"] - found["failures"] - found["errors"] - found["skipped"]
    return str(found[location.place])
