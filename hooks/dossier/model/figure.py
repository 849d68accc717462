"""Metrics to figures, spelled as readers see them: `+22%`, `0.02 ms`, `100+`, `2–3 weeks`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from dossier.model.evidence import Metric, Operator, Record, RecordStatus
from dossier.plain.frozen import frozen

BEFORE = "before"
"""What follows a metric's id in a reference to its earlier value: `#mape.before`."""
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"
WITH_SCOPE = "with scope"
"""The title of a reference that says the metric's scope behind its value."""
BARE = "bare"
"""The title of a reference that writes a value without its sign."""
NUMBER = "number"
"""The title of a reference that writes a value without its sign and unit."""
_MEASURES = """
% ‰ ns µs us ms s min h B kB KB MB GB TB KiB MiB GiB Hz kHz MHz GHz x × °C K W kWh USD EUR
"""
MEASURES = frozenset(_MEASURES.split())
"""Units of a measured quantity. Any other unit names what is counted."""
_CURRENCIES = {
    "USD": "$",
    "EUR": "\N{EURO SIGN}",
    "GBP": "\N{POUND SIGN}",
    "JPY": "\N{YEN SIGN}",
    "INR": "\N{INDIAN RUPEE SIGN}",
}
"""Units of money that have a sign, which stands before the number."""
_COMMA = frozenset({"en", "he", "ja", "ko", "th", "zh"})
"""Languages that part thousands with a comma, and decimals with a point as we print them."""
_PARTED_FROM = 5
"""How many digits a number has before its thousands are parted: a year has four."""
_SHORT = 6
"""How many letters of a unit always stand beside its number."""
_SIGNS = {Operator.AT_MOST: "≤", Operator.AT_LEAST: "≥"}


@frozen
class Figure:
    """A value as it is printed."""

    number: str
    """With its sign: `+22`."""
    unit: str
    """Empty for none."""

    @property
    def closes_up(self) -> bool:
        """Whether no space stands between number and unit."""
        return self.unit in ("", "%")

    @property
    def may_break(self) -> bool:
        """Whether the unit may go below its number: a long word, which a narrow column lacks."""
        return self.unit not in MEASURES and len(self.unit.split()[0]) > _SHORT

    def __str__(self) -> str:
        return self.number + ("" if self.closes_up else NO_BREAK_SPACE) + self.unit


def thousands_mark(language: str) -> str:
    """Return what parts thousands in a language.

    Decimals keep the point that is typed, so where a language has a point or a comma the other way
    round, a narrow blank stands, which nobody takes for decimals.
    """
    return "," if language.partition("-")[0] in _COMMA else _NARROW


def spell(metric: Metric, mark: str = "") -> Figure:
    """Spell a metric, digits as typed; for people with a mark between thousands."""
    number = bare(metric, mark)
    unit = metric.unit or ""
    if metric.op is Operator.AT_LEAST and unit not in MEASURES and not _currency(unit):
        return Figure(f"{number}+", unit)
    return _figure(sign_of(metric), number, unit, mark)


def spell_before(metric: Metric, mark: str = "") -> Figure | None:
    """Spell the earlier value of a metric, None if it has none."""
    if metric.before is None:
        return None
    number = _joined(metric.before.value, mark)
    return _figure("", number, metric.before.unit or metric.unit or "", mark)


def _figure(sign: str, number: str, unit: str, mark: str) -> Figure:
    """Return a number with its sign and unit; the sign of a currency stands between: `-£3`.

    Where a narrow blank parts thousands, money stands behind its number.
    """
    currency = _currency(unit)
    if not currency or mark == _NARROW:
        return Figure(f"{sign}{number}", unit)
    minus = "-" if number.startswith("-") else ""
    return Figure(f"{sign}{minus}{currency}{number.removeprefix(minus)}", "")


def _currency(unit: str) -> str:
    """Return the sign of a currency, given by its code or by its sign; empty for other units."""
    return _CURRENCIES.get(unit, unit if unit in _CURRENCIES.values() else "")


def bare(metric: Metric, mark: str = "") -> str:
    """Return the number of a metric as it is printed, without sign and unit."""
    return metric.display or _joined(metric.value, mark)


def _joined(values: Iterable[Decimal], mark: str) -> str:
    return "–".join(part_thousands(str(value), mark) for value in values)


def part_thousands(number: str, mark: str) -> str:
    """Return a number as typed with a mark between its thousands, from 10,000 on."""
    whole, point, decimals = number.partition(".")
    digits = whole.lstrip("-")
    if not mark or not digits.isdecimal() or len(digits) < _PARTED_FROM:
        return number
    parted = f"{int(digits):,}".replace(",", mark)
    return whole.removesuffix(digits) + parted + point + decimals


def sign_of(metric: Metric) -> str:
    """Return the sign that is printed before a metric's number, unless a plus stands behind it."""
    return _SIGNS.get(metric.op, metric.op.value) if metric.op else ""


def write(metric: Metric, title: str = "", *, is_before: bool = False, mark: str = "") -> str:
    """Return what a reference to a metric writes, but for what its title says behind it."""
    if is_before:
        number = _joined(metric.before.value, mark) if metric.before else ""
        return number if title == NUMBER else str(spell_before(metric, mark) or "")
    number = bare(metric, mark)
    if title == BARE:
        return str(_figure("", number, metric.unit or "", mark))
    return number if title == NUMBER else str(spell(metric, mark))


def named(metric: Metric, mark: str = "") -> str:
    """Return what stands beside a metric's value: its name, and the earlier value if it has one.

    The unit stands with the value, and is said once more only if it was another, or closes up.
    """
    earlier = spell_before(metric, mark)
    if earlier is None:
        return metric.name
    is_same = earlier.unit == spell(metric).unit and not earlier.closes_up
    return f"{metric.name}, from {earlier.number if is_same else earlier}"


def named_below(metric: Metric, mark: str = "") -> str:
    """Return the same for a line below the value, where the earlier one has its unit."""
    earlier = spell_before(metric, mark)
    return f"{metric.name}, from {earlier}" if earlier else metric.name


def spellings(metric: Metric, *, is_before: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the titles that a reference to a metric may have, and what it then writes."""
    for title in ("", BARE, NUMBER):
        yield title, write(metric, title, is_before=is_before)


def caption(name: str, baseline: str = "", scope: str = "", qualifier: str = "") -> str:
    """Say what a value is of, as far as it is told: `recall against BM25; per query (warm)`."""
    compared = " ".join(part for part in (name, baseline and f"against {baseline}") if part)
    text = "; ".join(part for part in (compared, scope) if part)
    return f"{text} ({qualifier})" if qualifier else text


def qualifier(record: Record, metric: Metric, title: str, plain: Callable[[str], str]) -> str:
    """Return what a reference says behind a value, ` (on 20 concepts)`; nothing for none.

    `plain` returns a text field without its markup.
    """
    said = "" if title in (BARE, NUMBER) else title
    if title == WITH_SCOPE:
        said = plain(metric.scope) if metric.scope else next(iter(record.must_say), "")
    parts = (said if said.strip() else "", unconfirmed(record))
    told = ", ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def unconfirmed(record: Record) -> str:
    """Return what stands beside every figure of a record that nobody has confirmed."""
    return "not confirmed" if record.status is RecordStatus.UNCONFIRMED else ""
