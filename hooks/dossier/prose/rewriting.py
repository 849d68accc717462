"""Typed figures to references: the exact characters to replace, and nothing around them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from dossier.model.document import Document
from dossier.plain.frozen import frozen
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path
from dossier.prose.passages import Passage


class ReplaceableFigure(Protocol):
    """A figure that was typed though a metric has it."""

    @property
    def passage(self) -> Passage:
        """The text it stands in."""

    @property
    def start(self) -> int:
        """Where it begins: in the source's body, or in the text of its YAML field."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def text(self) -> str:
        """What was typed."""

    @property
    def reference(self) -> str:
        """What to write instead, `[](evidence:file/record#metric "bare")`; empty for nothing."""

    @property
    def readings(self) -> tuple[str, str]:
        """The text around it as readers see it, before and after."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters of a file's text to be replaced."""

    start: int
    end: int
    new: str


@frozen
class Rewriting:
    """A file and what is to change in it."""

    source: Document
    edits: tuple[Edit, ...]
    """In order, none over another."""
    readings: tuple[tuple[str, str], ...] = ()
    """For each edit the text around it as readers see it, before and after."""

    @property
    def rendered(self) -> str:
        """What readers see of the change, a line before and a line after each edit."""
        return "".join(
            f"- reads: {old}\n+ reads: {new}\n" for old, new in dict.fromkeys(self.readings)
        )

    @property
    def diff(self) -> str:
        """The change, line by line, as `diff -u` prints it."""
        old, new = (
            [*map("{}\n".format, text.split("\n"))]
            for text in (self.source.text, self.applied_to(self.source.text))
        )
        return "".join(difflib.unified_diff(old, new, self.source.file, self.source.file))

    def applied_to(self, text: str) -> str:
        """Return the file's text with the edits, line ends and byte-order mark as they are in it.

        Raises ValueError if it is another text than what was read.
        """
        mark = text[: len(text) - len(text.lstrip("\ufeff"))]
        # What was read has one character for each of these.
        units = re.findall("\r\n|.", text[len(mark) :], re.DOTALL)
        if "".join("\n" if unit in ("\r\n", "\r") else unit for unit in units) != self.source.text:
            raise ValueError(self.source.file)
        end = "\r\n" if "\r\n" in units else "\n"
        for edit in reversed(self.edits):
            units[edit.start : edit.end] = [edit.new.replace("\n", end)]
        return mark + "".join(units)


def difference(before: str, after: str) -> Edit:
    """Return the one edit that makes a text of another."""
    start = _alike(before, after)
    same = _alike(before[start:][::-1], after[start:][::-1])
    return Edit(start, len(before) - same, after[start : len(after) - same])


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def rewritings(figures: Iterable[ReplaceableFigure]) -> tuple[tuple[Rewriting, ...], int]:
    """Return what to change file by file, and how many figures have to be left to the author."""
    sources: dict[str, Document] = {}
    edits: dict[str, dict[Edit, tuple[str, str]]] = {}
    left = 0
    for figure in figures:
        edit = edit_of(figure)
        if edit is None:
            left += 1
        else:
            file = figure.passage.source.file
            sources[file] = figure.passage.source
            edits.setdefault(file, {})[edit] = figure.readings
    found = []
    for file in sorted(edits):
        apart = _apart(sorted(edits[file]))
        left += len(edits[file]) - len(apart)
        if apart:
            readings = tuple(edits[file][edit] for edit in apart)
            found.append(Rewriting(sources[file], apart, readings))
    return tuple(found), left


def _apart(edits: list[Edit]) -> tuple[Edit, ...]:
    """Return the edits that no other one touches: of two, nobody knows which is meant."""
    clashing = {edit for one, two in pairwise(edits) if two.start < one.end for edit in (one, two)}
    return tuple(edit for edit in edits if edit not in clashing)


def edit_of(figure: ReplaceableFigure) -> Edit | None:
    """Return the characters to replace, None if they cannot be told for sure."""
    source, path = figure.passage.source, figure.passage.path
    if not figure.reference or not _reads_well(figure):
        return None
    if path is not None:
        return next(_in_yaml(source, path, figure), None)
    first = line_start(source, source.body_line)
    start, end = first + figure.start, first + figure.end
    return Edit(start, end, figure.reference) if source.text[start:end] == figure.text else None


def _reads_well(figure: ReplaceableFigure) -> bool:
    """Return whether the reference is read as one there, and every other link as before."""
    passage = figure.passage
    offset = 0 if passage.path is not None else passage.offset
    start, end = figure.start - offset, figure.end - offset
    text = passage.text[:start] + figure.reference + passage.text[end:]
    after = replace(passage, text=text).mentions()
    ours = [
        m
        for m in after
        if m.start == start and m.target and figure.reference.startswith(f"[]({m.target}")
    ]
    return bool(ours) and len(after) == len(passage.mentions()) + 1


def _in_yaml(source: Document, path: Path, figure: ReplaceableFigure) -> Iterator[Edit]:
    """Yield the edit after which all values are as before, but for the one that is meant."""
    before, problems = construct(source.yaml, source.file)
    value = value_at(before, path)
    if problems or not isinstance(value, str):
        return
    # Fields are read without the white space around them.
    skipped = len(value) - len(value.lstrip())
    start, end = skipped + figure.start, skipped + figure.end
    if value[start:end] != figure.text:
        return
    first, last = source.extent(path)
    offset = line_start(source, source.yaml_line)
    # A title stands in the quotation marks that the YAML around it leaves free.
    for reference in dict.fromkeys((figure.reference, figure.reference.replace('"', "'"))):
        wanted = with_value(before, path, value[:start] + reference + value[end:])
        for found in re.finditer(re.escape(figure.text), source.text[first:last]):
            here, after = first + found.start(), first + found.end()
            yaml = source.yaml
            changed = yaml[: here - offset] + reference + yaml[after - offset :]
            if construct(changed, source.file) == (wanted, []):
                yield Edit(here, after, reference)


def line_start(source: Document, line: int) -> int:
    """Return where a line of a file begins, counted from 0."""
    return sum(len(text) + 1 for text in source.text.split("\n")[:line])


def value_at(value: object, path: Path) -> object:
    """Return the value at a path, None if there is none."""
    for part in path:
        if isinstance(value, list):
            value = dict(enumerate(value))
        value = value.get(part) if isinstance(value, dict) else None
    return value


def with_value(value: object, path: Path, new: object) -> object:
    """Return a copy of a value in which the one at a path is another."""
    if not path:
        return new
    part, rest = path[0], path[1:]
    if isinstance(value, list):
        return [with_value(v, rest, new) if n == part else v for n, v in enumerate(value)]
    items = value.items() if isinstance(value, dict) else ()
    return {key: with_value(v, rest, new) if key == part else v for key, v in items}
