"""Asks that want figures, whatever they are of: any record that has some may answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from dossier.model.library import RecordEntry
from dossier.plain.patterns import pattern

_WANTED = pattern(
    r"(?:figures|numbers|data|results|metrics) (?:to|that|which) (?:show|prove|back|support|speak)"
    r"|(?:backed|shown|proven|evidenced|supported) (?:up )?(?:by|with|in) (?:\w+ )?"
    r"(?:figures|numbers|data|results)|(?:, with|with hard|with real) (?:figures|numbers)\b"
    r"|in figures\b"
    r"|measurabl|quantif"
    r"|demonstrable (?:results|improvement|impact|success)|messbar"
    r"|nachweis(?:bar|lich)e[nr]? (?:erfolg|ergebnis)",
    re.IGNORECASE,
)
_BESIDE = 0.7
"""How much a record with any figures weighs beside one that has the words and some."""


class _Candidate(Protocol):
    @property
    def entry(self) -> RecordEntry: ...
    @property
    def weight(self) -> float: ...


Found = TypeVar("Found", bound=_Candidate)


def wants_figures(item: str) -> bool:
    """Return whether what is asked for is to be shown by figures."""
    return bool(_WANTED.search(item))


def with_figures(
    found: Sequence[Found],
    entries: Iterable[RecordEntry],
    make: Callable[[RecordEntry, tuple[str, ...], float], Found],
) -> list[Found]:
    """Return the candidates with figures, then other records with some, then the rest.

    Of the others those come first that tell what it was before.
    """
    telling = [entry for entry in entries if entry.record.metrics]
    telling.sort(key=lambda entry: all(m.before is None for m in entry.record.metrics))
    first = [each for each in found if each.entry in telling]
    named = {each.entry.id for each in first}
    weight = _BESIDE * first[0].weight if first else max((f.weight for f in found), default=1.0)
    rest = [make(entry, (), weight) for entry in telling if entry.id not in named]
    return [*first, *rest, *(each for each in found if each not in first)]
