"""Metrics by what they mean: the names prose has for each, and whether a figure is its value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from dossier.claims.numbers import Bound, Quantity, figures
from dossier.claims.stemming import stem_spans, stems
from dossier.model.evidence import Metric, Operator
from dossier.model.figure import spell
from dossier.model.library import Library, RecordEntry

REACH = 8
"""Over how many telling words the words of a name may be spread."""
_ENOUGH = 2
"""How many words of a metric's name have to be there, to name it with a word missing."""
_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_HEDGE = Decimal("0.025")
"""How far from the value a figure told as `about` or `nearly` may be."""
_LONGER = Decimal("1.3")
"""How much longer than `over two years` something took, at most."""
_ROUND_HEDGE = Decimal("0.06")


@dataclass(frozen=True)
class Meaning:
    """A metric, and the words that speak of it. Not slotted, because some are made late."""

    entry: RecordEntry
    metric: Metric
    names: tuple[tuple[str, ...], ...]
    """Its name and its other forms, as stems."""

    @property
    def reference(self) -> str:
        """What writes its value from the record."""
        return f"[](evidence:{self.entry.id}#{self.metric.id})"

    @property
    def says(self) -> str:
        """What the record says, for a message."""
        return f"{self.metric.name} {spell(self.metric)}"

    @cached_property
    def value(self) -> Quantity | None:
        """Its value as a figure of prose."""
        written = "–".join(str(number) for number in self.metric.value)
        # What is counted names no measure, whatever the counted thing is called.
        unit = self.metric.unit or ""
        return next(figures(f"{written} {unit}".strip().replace("-", "")), None)

    @cached_property
    def named(self) -> str:
        """What it is called, and what its unit and its scope say."""
        metric = self.metric
        parts = (metric.name, *metric.forms, metric.unit, metric.scope, metric.display)
        return "; ".join(part for part in parts if part)

    @cached_property
    def texts(self) -> str:
        """All that its record says of it."""
        record = self.entry.record
        parts = (self.metric.baseline, record.claim, record.method, *record.must_say)
        return "; ".join((self.named, *(part for part in parts if part)))

    @cached_property
    def around(self) -> frozenset[str]:
        """The words that its record has about it."""
        record = self.entry.record
        texts = (
            *(self.metric.name, *self.metric.forms, self.metric.scope, self.metric.baseline),
            *(record.claim, record.method, *record.skills, self.metric.unit, self.entry.project),
        )
        return frozenset(word for text in texts if text for word in stems(text))

    @cached_property
    def is_ordinal(self) -> bool:
        """Whether it is printed as `2nd`."""
        return bool(self.metric.display and self.metric.display[-2:] in _ORDINAL_ENDS)


def meanings(library: Library) -> tuple[Meaning, ...]:
    """Return the metrics of all records, each with its names."""
    return tuple(
        Meaning(entry, metric, _names(metric))
        for entry in library.records.values()
        for metric in entry.record.metrics
    )


def _names(metric: Metric) -> tuple[tuple[str, ...], ...]:
    named = dict.fromkeys(tuple(stems(name)) for name in (metric.name, *metric.forms))
    if metric.display and metric.display[-2:] in _ORDINAL_ENDS:
        # `The 2nd application`: what is numbered, without what it is an application of.
        named |= dict.fromkeys((word,) for name in tuple(named) for word in name[1:2])
    return tuple(name for name in named if name)


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a text names metrics: several may go by one name."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    weight: int
    """How many words of the name there are."""


class Vocabulary:
    """The names of all metrics, to be found in text."""

    def __init__(self, known: Iterable[Meaning]) -> None:
        self.meanings = tuple(known)
        self._by_name: dict[tuple[str, ...], list[Meaning]] = {}
        for meaning in self.meanings:
            for name in meaning.names:
                self._by_name.setdefault(name, []).append(meaning)
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        for name in self._by_name:
            for word in set(name):
                self._by_word.setdefault(word, []).append(name)

        # A name is looked for only where its rarest word stands.
        self._by_rarest: dict[str, list[tuple[str, ...]]] = {}
        for name in self._by_name:
            rarest = min(name, key=lambda word: len(self._by_word[word]))
            self._by_rarest.setdefault(rarest, []).append(name)
        self._order = {name: number for number, name in enumerate(self._by_name)}

    @cached_property
    def _by_value(self) -> Mapping[Decimal, tuple[Meaning, ...]]:
        found: dict[Decimal, list[Meaning]] = {}
        for meaning in self.meanings:
            values = meaning.value.values if meaning.value else ()
            for number in {*values[:1], *meaning.metric.value[:1], *(n / 100 for n in values[:1])}:
                found.setdefault(number.normalize(), []).append(meaning)
        return {number: tuple(meanings) for number, meanings in found.items()}

    def that_may_be(self, figure: Quantity) -> tuple[Meaning, ...]:
        """Return the metrics that a figure may be the value of; all, if it is only about so much."""
        if figure.bound is not Bound.EXACT or len(figure.values) > 1:
            return self.meanings
        number = figure.values[0]
        same = self._by_value.get(number.normalize(), ())
        # `16.000` in the German way.
        return same + self._by_value.get((number * 1000).normalize(), ())

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the names."""
        return frozenset(self._by_word)

    def find(self, text: str) -> list[Naming]:
        """Return where a text names metrics, longer names before the shorter ones within."""
        spans = stem_spans(text)
        found: list[Naming] = []
        words = {word for word, _, _ in spans}
        rare = (name for word in words for name in self._by_rarest.get(word, ()))
        whole = sorted(
            (name for name in rare if words.issuperset(name)), key=self._order.__getitem__
        )
        for number, (word, start, _) in enumerate(spans):
            for name in whole:
                if word not in name:
                    continue
                end = self._end(name, spans[number : number + REACH])
                if end is not None:
                    found.append(Naming(start, end, tuple(self._by_name[name]), len(name)))
        found.sort(key=lambda naming: (-naming.weight, naming.end - naming.start, naming.start))
        kept: list[Naming] = []
        for naming in found:
            if not any(n.start < naming.end and naming.start < n.end for n in kept):
                kept.append(naming)
        return sorted(kept, key=lambda naming: naming.start)

    def nearly(self, stems: AbstractSet[str]) -> Iterator[Meaning]:
        """Yield the metrics of whose names all words but one are there."""
        found = Counter(name for word in stems for name in self._by_word.get(word, ()))
        for name, number in found.items():
            if number >= _ENOUGH and number == len(set(name)) - 1:
                yield from self._by_name[name]

    @staticmethod
    def _end(name: tuple[str, ...], spans: Sequence[tuple[str, int, int]]) -> int | None:
        """Return where a name ends whose words stand in what follows, None if one is missing."""
        missing = set(name)
        reach = len(name) if len(name) == 1 else REACH
        for word, _, end in spans[:reach]:
            missing.discard(word)
            if not missing:
                return end
        return None


def is_comparable(figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a figure could be a metric's value at all, by its unit."""
    value = meaning.value
    if value is None:
        return False
    if figure.kind == value.kind:
        return True
    if figure.kind == "ordinal":
        return meaning.is_ordinal
    # `.22` for 22 %, and bare numbers under a unit that another cell gives.
    return not figure.kind and value.kind not in ("", "days") and not figure.is_word


def agrees(figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a figure tells a metric's value, or less than it."""
    value = meaning.value
    if value is None or not is_comparable(figure, meaning):
        return False
    told, true = figure.values, value.values
    # `16.000` in the German way.
    if re.fullmatch(r"\d{1,3}\.\d{3}", figure.text.strip()) and not value.kind:
        told = tuple(number * 1000 for number in told)
    if not figure.kind and value.kind:
        true = tuple(number / _base(meaning) for number in true) if value.kind != "%" else true
        if value.kind == "%" and all(number < 1 for number in told):
            told = tuple(number * 100 for number in told)
    if len(told) != len(true):
        return len(true) == 2 and len(told) == 1 and _within(told[0], true, figure.bound)  # noqa: PLR2004
    return all(
        _agrees(one, other, figure, meaning.metric.op)
        for one, other in zip(told, true, strict=True)
    )


def _base(meaning: Meaning) -> Decimal:
    value = meaning.value
    assert value is not None  # noqa: S101 - asked before
    return value.values[0] / meaning.metric.value[0] if meaning.metric.value[0] else Decimal(1)


def _hedge(told: Decimal) -> Decimal:
    """Return how far off a hedged figure may be: a round one, like 40 or 50 million, farther."""
    return _ROUND_HEDGE if len(told.normalize().as_tuple().digits) == 1 else _HEDGE


def _within(told: Decimal, true: Sequence[Decimal], bound: Bound) -> bool:
    below, above = (Bound.UNDER, Bound.AT_MOST), (Bound.OVER, Bound.AT_LEAST)
    return (bound in below and told >= true[1]) or (bound in above and told <= true[0])


def _agrees(told: Decimal, true: Decimal, figure: Quantity, op: Operator | None) -> bool:
    bound = figure.bound
    if bound is Bound.FAR_OVER:
        return true * Decimal("0.3") <= told < true
    if op in (Operator.AT_LEAST, Operator.ABOVE):
        # Of a lower bound nobody can say that it is exact.
        return told == true and bound in (Bound.EXACT, Bound.OVER, Bound.AT_LEAST, Bound.ABOUT)
    if op in (Operator.BELOW, Operator.AT_MOST):
        unsaid = (Bound.OVER, Bound.AT_LEAST, Bound.PRECISELY, Bound.FAR_OVER)
        return told == true and bound not in unsaid
    if figure.kind == "days" and bound in (Bound.OVER, Bound.AT_LEAST):
        # `Over 30 days` is said of the days in which something happened, too.
        return told <= true <= told * _LONGER
    if told == true:
        return bound not in (Bound.OVER, Bound.UNDER)
    if bound in (Bound.OVER, Bound.AT_LEAST):
        return true * Decimal("0.3") <= told < true
    if bound in (Bound.UNDER, Bound.AT_MOST):
        return true < told <= true * 1000
    if bound is Bound.ABOUT:
        return abs(told - true) <= true * _hedge(told) or (true * Decimal("0.9") <= told <= true)
    if bound is Bound.NEARLY:
        return true <= told <= true * (1 + _hedge(told))
    return False
