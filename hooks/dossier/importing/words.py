"""The words of an input held against those of what it becomes: none is lost, none is invented.

A word is a run of letters and digits, its case aside. Each word that was given stands in what is
written, or in the list of what was read as something else: a label that became a field's name, a
day that became a date. What is written twice counts once, so that a copy hides no loss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_WORD = pattern(r"[^\W_]+")


class Copied(str):
    """A text that stands elsewhere too, or is ours: its words are not counted."""

    __slots__ = ()


def dated(date: str) -> Copied | int:
    """Return a date that was read, as YAML has it: a year alone is a number."""
    return Copied(date) if "-" in date or not date.isdigit() else int(date)


@frozen
class Reading:
    """Words that were read as something else."""

    said: str
    became: str
    """A field, a section, or a value."""


@frozen
class Account:
    """Where the words of one input went."""

    given: int
    fields: int
    """Words in fields of front matter, profile and records."""
    sections: int
    """Words in known sections, saved postings and prose of projects."""
    remainder: int
    """Words in private sections and pages that hold what has no field."""
    readings: tuple[Reading, ...] = ()
    lost: tuple[str, ...] = ()
    """Words that were given and stand nowhere."""
    invented: tuple[str, ...] = ()
    """Words that were written and not given."""

    @property
    def named(self) -> int:
        """How many words were read as something else."""
        return sum(len(words(reading.said)) for reading in self.readings)

    @property
    def out(self) -> int:
        """How many of the words that were given stand somewhere or were read as something."""
        return self.given - len(self.lost)


def words(text: str) -> list[str]:
    """Return the words of a text in its order, in lower case."""
    return _WORD.findall(text.casefold())


def counted(values: Iterable[object]) -> Counter[str]:
    """Count the words of texts, copies aside."""
    return Counter(word for text in texts_of(values) for word in words(text))


def texts_of(value: Any) -> Iterator[str]:  # noqa: ANN401 - any plain value
    """Yield the texts of plain values, copies aside. Ids are ours, and so are keys."""
    if isinstance(value, str):
        if not isinstance(value, Copied):
            yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, Sequence | Iterator):
        for item in value:
            yield from texts_of(item)


def account(
    given: str,
    written: tuple[Iterable[object], Iterable[object], Iterable[object]],
    readings: Sequence[Reading],
    copies: Iterable[str] = (),
) -> Account:
    """Return where the words of a text went.

    `written` are fields, sections and the remainder; `copies` are in that and not counted.
    """
    had = Counter(words(given))
    fields, sections, remainder = (counted(part) for part in written)
    remainder -= counted(copies)
    told = fields + sections + remainder
    told += Counter(word for reading in readings for word in words(reading.said))
    return Account(
        had.total(),
        fields.total(),
        sections.total(),
        remainder.total(),
        tuple(readings),
        tuple((had - told).elements()),
        tuple((told - had).elements()),
    )
