"""Figures to the metrics that the words around them name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.claims.metrics import Meaning, Naming
from dossier.claims.numbers import Quantity
from dossier.claims.stemming import WORD

_NEAR = 3
"""How many words may stand between a figure and the name that follows it."""
_LINKING = frozenset(
    [
        "better",
        "more",
        "higher",
        "lower",
        "less",
        "gain",
        "gains",
        "gained",
        "increase",
        "increases",
        "improvement",
        "improved",
        "lift",
        "growth",
        "rise",
        "drop",
        "fewer",
        "faster",
        "relative",
        "absolute",
        "in",
        "of",
        "on",
        "for",
        "the",
        "a",
        "an",
        "to",
        "our",
        "my",
        "its",
        "on-time",
        "agent",
        "real",
        "open-source",
        "different",
        "python",
        "external",
        "upstream",
        "published",
        "successful",
        "whole",
        "full",
        "total",
        "and",
        "in-house",
        "own",
        "independent",
        "passing",
        "green",
        "automated",
        "merged",
        "framework",
    ]
)
_WORDS = re.compile(r"[\w-]+")
_MARKS = re.compile(r"[,;:]")
_PARTS = re.compile(r"[,;:]|\band\b")
_END = re.compile(r"[,.;:()]")
_ALL = re.compile(r"\b(?:both|each|alike|all|equally)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in a clause: typed, or written by reference."""

    start: int
    end: int
    figure: Quantity | None
    """None for a reference."""
    meaning: Meaning | None = None
    """What a reference names."""


def bind(text: str, told: Sequence[Told], named: Sequence[Naming]) -> list[tuple[Meaning, ...]]:
    """Return, for each figure of a clause, the metrics that are named for it.

    Equal lists of figures and then names go in order; else names that follow at once win, then the nearest name before, then
    the nearest after; no other figure may stand between.
    """
    bound: list[tuple[Meaning, ...]] = [()] * len(told)
    free = list(named)
    everyone = list(range(len(told)))
    if len(told) > 1 and len(told) == len(named) and told[-1].end <= named[0].start:
        # `22 % and 26 % in precision and recall`: the last figure does not take the first name.
        _pair_lists(text, told, free, bound, everyone)
    for number, item in enumerate(told):
        following = None if bound[number] else _following(text, item, told, free)
        if following:
            bound[number] = following.meanings
            free.remove(following)
    rest = [number for number, meanings in enumerate(bound) if not meanings]
    _pair_lists(text, [told[n] for n in rest], free, bound, rest)
    for number, item in enumerate(told):
        if not bound[number]:
            bound[number] = _nearest(text, item, told, free)
    return bound


def _following(
    text: str, item: Told, told: Sequence[Told], named: Sequence[Naming]
) -> Naming | None:
    for naming in named:
        if naming.start < item.end:
            continue
        between = text[item.end : naming.start]
        words = [word.lower() for word in _WORDS.findall(between)]
        is_near = len(words) <= _NEAR and all(word in _LINKING for word in words)
        if is_near and not _PARTS.search(between) and not _parted(item, naming, told):
            return naming
        return None
    return None


def _parted(item: Told, naming: Naming, told: Sequence[Told]) -> bool:
    low, high = min(item.end, naming.end), max(item.start, naming.start)
    return any(other is not item and low <= other.start < high for other in told)


def _pair_lists(
    text: str,
    told: Sequence[Told],
    named: list[Naming],
    bound: list[tuple[Meaning, ...]],
    numbers: Sequence[int],
) -> None:
    """Pair equal lists of names and figures in their order: `precision and recall by 22 and 26 %`."""
    if len(named) < 2 or not told:  # noqa: PLR2004 - one name is no list
        return
    names_first = named[-1].start < told[0].start
    figures_first = told[-1].end <= named[0].start
    if not (names_first or figures_first):
        return
    if len(named) == len(told):
        for number, naming in zip(numbers, named, strict=True):
            bound[number] = naming.meanings
        named.clear()
    elif len(told) == 1 and _ALL.search(text):
        # Each of them is said to be so; the first that is not will be told.
        bound[numbers[0]] = named[-1].meanings


def _nearest(
    text: str, item: Told, told: Sequence[Told], named: Sequence[Naming]
) -> tuple[Meaning, ...]:
    before = [n for n in named if n.start < item.start and not _parted(item, n, told)]
    if before:
        return before[-1].meanings
    after = [n for n in named if n.start >= item.end and not _parted(item, n, told)]
    if not after or _MARKS.search(text, item.end, after[0].start):
        return ()
    return after[0].meanings


def words_after(text: str, position: int, most: int) -> list[str]:
    """Return the words that follow a position, up to the next mark."""
    rest = _END.split(text[position:], maxsplit=1)[0]
    return WORD.findall(rest)[:most]
