"""Metrics by what they mean: their values, and the names that prose has for each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dossier.model.evidence import Metric, Operator
from dossier.model.figure import spell
from dossier.model.library import RecordEntry
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.prose.statements import plain
from dossier.quantities.counting import is_plural
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.measuring import value_in
from dossier.quantities.quantity import Quantity, Rate, Value
from dossier.quantities.reader import quantities
from dossier.quantities.sides import side_named
from dossier.quantities.statistics import statistics_in
from dossier.quantities.stemming import stem, stem_set, stems
from dossier.quantities.tokens import tokens
from dossier.quantities.units import WORD, Unit, unit_of


@frozen
class Meaning:
    """A metric, and the words that speak of it. Not slotted, because some are made late."""

    entry: RecordEntry
    metric: Metric
    words: Lexicon
    comma: bool

    __eq__, __hash__ = object.__eq__, object.__hash__

    @property
    def reference(self) -> str:
        """What writes its value from the record."""
        return f"[](evidence:{self.entry.id}#{self.metric.id})"

    @property
    def hint(self) -> str:
        """Which record it is of, for a message."""
        return f"the record is `{self.entry.id}`"

    @property
    def says(self) -> str:
        """What the record says, for a message."""
        return f"{self.metric.name} {spell(self.metric)}"

    @cached_property
    def told(self) -> Value:
        """Its value, as a figure of prose is one."""
        return self._value(self.metric.value, self.metric.unit)

    @cached_property
    def measure(self) -> Unit | None:
        """The unit of which it counts some: the days of `working days`, `man-days`."""
        kind = self.told.unit.kind
        found = tokens(kind.removeprefix(WORD)) if kind.startswith(WORD) else ()
        said = [token for token in found if token.text != "-"]
        is_two = len(said) == 2 and all(token.kind == "word" for token in said)  # noqa: PLR2004
        return unit_of(said[-1].text) if is_two else None

    @cached_property
    def before(self) -> Value | None:
        """Its earlier value: `before`, or a number in its baseline."""
        earlier = self.metric.before
        if earlier is not None:
            return self._value(earlier.value, earlier.unit or self.metric.unit)
        for figure in self._figures(self.metric.baseline or ""):
            if figure.kind == self.told.unit.kind and (figure.kind or not figure.is_label):
                return Value(figure.values, figure.unit, figure.digits)
            is_name = figure.unit.is_name and not self.told.unit.kind
            if is_name and stem(figure.text.split()[-1].lower()) in self.name_stems:
                # `24 days planned` of what counts dark days
                return Value((figure.number,), self.told.unit, figure.digits)
            if (
                not figure.kind
                and not figure.is_year
                and _stands_alone(self.metric.baseline or "", figure)
            ):
                scaled = tuple(value * self.told.unit.factor for value in figure.values)
                return Value(scaled, self.told.unit, figure.digits)
        return self._sibling()

    @cached_property
    def rivals(self) -> frozenset[Decimal]:
        """The numbers that its value is compared with: the earlier one, those of the baseline."""
        baseline = self._figures(self.metric.baseline or "")
        told = {figure.number for figure in baseline if not figure.is_label}
        return frozenset({self.before.number} if self.before else ()) | told - {self.told.number}

    @property
    def known(self) -> tuple[Value, ...]:
        """Its value, and its earlier one if it has one."""
        return (self.told, self.before) if self.before else (self.told,)

    def _sibling(self) -> Value | None:
        """Return the value of a metric of the same record that is named as this one's past."""
        own = set(stems(self.metric.name))
        for other in self.entry.record.metrics:
            if other is self.metric or other.unit != self.metric.unit:
                continue
            named = [(name, tokens(plain(name))) for name in (other.name, *other.forms)]
            if any(self.words.has("earlier", found) for _, found in named) and any(
                own & set(stems(name)) for name, _ in named
            ):
                return self._value(other.value, other.unit)
        return None

    @cached_property
    def rate(self) -> Rate | None:
        """What its value is per: by its unit, its scope or its name."""
        metric = self.metric
        texts = (f"1 {metric.unit or ''}", f"1 item {metric.scope or ''}", f"1 item {metric.name}")
        found = (figure.rate for text in texts for figure in self._figures(text)[:1])
        return next((rate for rate in found if rate), None) or self._period(metric.name)

    def _period(self, name: str) -> Rate | None:
        """Return what a name like `monthly saving` says that the value is per."""
        found = tokens(plain(name))
        place = self.words.first("periods", found)
        hit = self.words.at("periods", found, place) if place is not None else None
        unit = unit_of(hit[1]) if hit else None
        return Rate("time", unit.factor) if unit else None

    @cached_property
    def is_dated(self) -> bool:
        """Whether it is what there has been since a time: `since 2018`."""
        found = tokens(plain(self.metric.scope or ""))
        hits = (self.words.at("years", found, place) for place in range(len(found)))
        return self.rate is None and any(hit and hit[1] == "from" for hit in hits)

    def spans_against(self, told: Quantity) -> tuple[Quantity, ...]:
        """Return the times within which it holds and a time that is told may be meant for.

        Those of its scope, `in the first 30 days`. One in its name says what is counted, `seen
        within 2 hours`: what is told in months is how long that took.
        """
        named = [f for text in (self.metric.name, *self.metric.forms) for f in self._figures(text)]
        alike = [figure for figure in named if figure.unit.factor == told.unit.factor]
        found = (*alike, *self._figures(self.metric.scope or ""))
        return tuple(f for f in found if f.kind == told.kind == "time" and not f.rate)

    @cached_property
    def out_of(self) -> Decimal | None:
        """The best that it could be: `out of 5`."""
        texts = (self.metric.scope, self.metric.unit, self.metric.display)
        found = (f.out_of for text in texts if text for f in self._figures(f"0 {text}")[:1])
        return next((whole for whole in found if whole), None)

    @cached_property
    def whole(self) -> Decimal | None:
        """Out of how many a count is: `of 3,000`, in its scope or behind its name."""
        value = self.told.values[0]
        is_count = not self.told.unit.kind or self.told.unit.kind.startswith(WORD)
        for text in (self.metric.scope or "", self.metric.name.partition(",")[2]):
            led = self.words.at("shares", found, 0) if (found := tokens(plain(text))) else None
            is_of = led is not None and led[1] == "digits"
            if led is None or not is_of or not is_count or value != value.to_integral_value():
                continue
            figure = next(iter(self._figures(text)), None)
            is_bare = figure is not None and figure.first == led[0] and not figure.kind
            return figure.values[0] if figure and is_bare else self.out_of
        return None

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Its name, its other forms and what it counts, as stems."""
        metric = self.metric
        named = [plain(name) for name in (metric.name, *metric.forms)]
        if self.told.unit.kind.startswith(WORD):
            counted = self.told.unit.kind.removeprefix(WORD)
            named.append(counted.partition("/")[0].partition(" per ")[0])
        return tuple(filter(None, dict.fromkeys(tuple(stems(name)) for name in named)))

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """All stems of its names."""
        return frozenset(word for name in self.names for word in name)

    @cached_property
    def counted(self) -> frozenset[str]:
        """The stems of the words of which one follows a count of it."""
        unit = self.told.unit.kind
        return frozenset(stems(unit.removeprefix(WORD))) if unit else self.name_stems

    @cached_property
    def plurals(self) -> frozenset[str]:
        """The stems of the words of its names that stand in the plural: `concerts`."""
        named = [tokens(plain(name)) for name in (self.metric.name, *self.metric.forms)]
        return frozenset(
            stem(token.low)
            for found in named
            for place, token in enumerate(found)
            if is_plural(found, place, self.words)
        )

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of what its record says about it."""
        metric, record = self.metric, self.entry.record
        texts = (metric.name, *metric.forms, metric.scope, metric.baseline, record.claim)
        words = (token.text for text in texts if text for token in tokens(plain(text)))
        return stem_set(words) | self.name_stems

    @cached_property
    def compared(self) -> frozenset[str]:
        """The stems of what its record compares with, but for what that is said to lack."""
        found = tokens(plain(self.metric.baseline or ""))
        denied = self.words.first("denials", found)
        return stem_set(token.text for token in found[:denied])

    @cached_property
    def scoped(self) -> frozenset[str]:
        """The stems of what it holds for."""
        return stem_set(token.text for token in tokens(plain(self.metric.scope or "")))

    @property
    def moved(self) -> str:
        """Whether it rose (`up`) or fell (`down`) from its earlier value; empty if it has none."""
        if self.before is None:
            return ""
        return "down" if self.told.values[0] < self.before.values[0] else "up"

    @cached_property
    def direction(self) -> str:
        """Whether it is a rise (`up`) or a fall (`down`); empty for neither."""
        if self.metric.op in (Operator.PLUS, Operator.MINUS):
            return "up" if self.metric.op is Operator.PLUS else "down"
        named = self.words.first("directions", found := tokens(plain(self.metric.name)))
        if named is not None:
            hit = self.words.at("directions", found, named)
            return hit[1] if hit else ""
        return ""

    @cached_property
    def side(self) -> str:
        """Whether it is more (`up`) or less (`down`) than what its record compares it with."""
        metric = self.metric
        named = (side_named(tokens(plain(t)), self.words) for t in (metric.name, *metric.forms))
        return next(filter(None, named), self.direction if metric.op and metric.baseline else "")

    @cached_property
    def statistic(self) -> str:
        """Of many values which one it is: `median`; empty if its record does not say."""
        texts = (self.metric.name, *self.metric.forms, self.metric.scope)
        found = (statistics_in(tokens(plain(text)), self.words) for text in texts if text)
        return next(iter(frozenset[str]().union(*found)), "")

    @cached_property
    def is_level(self) -> bool:
        """Whether nothing in its record says that it is a change: no sign, no word, no baseline."""
        metric, record = self.metric, self.entry.record
        texts = (metric.name, *metric.forms, metric.scope, record.claim, record.method)
        found = (tokens(plain(text)) for text in texts if text)
        changes = self.words.stems("directions")
        is_told = any(stem(token.low) in changes for part in found for token in part)
        is_count = not self.told.unit.kind or self.told.unit.kind.startswith(WORD)
        is_told = is_told or self._tells_change(record.claim)
        return not (is_count or metric.op or metric.baseline or self.before or is_told)

    def _tells_change(self, claim: str) -> bool:
        """Return whether a claim may tell the value as a change: `improved it by 19%`."""
        found, lists = tokens(plain(claim)), ("shares", "ranges", "places")
        own = [f for f in self._figures(claim) if f.number == self.told.number]
        return any(
            all(self.words.ending_at(name, found, f.first) is None for name in lists) for f in own
        )

    def _value(self, numbers: Sequence[Decimal], unit: str | None) -> Value:
        is_ordinal = (self.metric.display or "").endswith(("st", "nd", "rd", "th"))
        return value_in(numbers, plain(unit or ""), self.words, is_ordinal=is_ordinal)

    def _figures(self, text: str) -> list[Quantity]:
        text = plain(text)
        return quantities(text, tokens(text), self.words, comma=self.comma)


def _stands_alone(text: str, figure: Quantity) -> bool:
    """Return whether no counted thing follows a number: `3.8 the year before`."""
    following = text[figure.end :].split()
    return not following or not following[0].rstrip(".,;").endswith("s") or "." in figure.text
