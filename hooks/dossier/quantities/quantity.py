"""A figure as it is told: value, unit, rate, and the words that bound it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from dossier.plain.frozen import frozen
from dossier.quantities.units import COUNT, Unit

_YEARS = range(1900, 2100)


class Bound(StrEnum):
    """How a figure stands to the true value, by what stands before it."""

    EXACT = "exact"
    PRECISELY = "precisely"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"


TURNED = {
    Bound.OVER: Bound.AT_MOST,
    Bound.AT_LEAST: Bound.UNDER,
    Bound.UNDER: Bound.AT_LEAST,
    Bound.AT_MOST: Bound.OVER,
}
"""What a bound says that is denied."""


class Form(StrEnum):
    """How a figure is spelled."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    FACTOR = "factor"
    ORDINAL = "ordinal"


@frozen
class Rate:
    """What a figure is told per: `/day`, `per 1,000 patient days`."""

    kind: str
    size: Decimal


@frozen
class Quantity:
    """A figure as it is told."""

    first: int
    """Its first token."""
    last: int
    """The token after its last one."""
    start: int
    end: int
    text: str
    values: tuple[Decimal, ...]
    """One, or the two ends of a range, in the base unit of its kind."""
    unit: Unit = COUNT
    bound: Bound = Bound.EXACT
    sign: str = ""
    """`+`, `-` or empty."""
    form: Form = Form.DIGITS
    rate: Rate | None = None
    after: int = 0
    """The token after what it is told per."""
    out_of: Decimal | None = None
    thousands: bool = False
    """Whether its one point may part thousands: `16.000`."""
    is_rest: bool = False
    """Whether it is what is missing of a whole: `all but 250 seats`."""
    is_turned: bool = False
    """Whether what denies its bound turned that round: `never below 20`."""
    measure: Unit | None = None
    """Of a count the unit behind a word that says which of it: the hours of `4 working hours`."""
    measured: str = ""
    """How that is written: `working hours`."""
    is_label: bool = False
    """Whether it could belong to a name: `GPA 3.8`."""

    @property
    def kind(self) -> str:
        """What its unit measures."""
        return self.unit.kind

    @property
    def is_year(self) -> bool:
        """Whether it may say when something was, and be no value: `the year 2020`."""
        is_short = len(self.text.strip()) == len("2020")
        return self.is_label and not self.kind and is_short and self.number in _YEARS

    @property
    def number(self) -> Decimal:
        """Its number as it is typed, in its own unit."""
        return (self.values[0] / (self.unit.factor or 1)).normalize()

    @property
    def digits(self) -> str:
        """Its digits without zeros at the ends, by which slips of the pen are known."""
        factor = self.unit.factor or 1
        spelled = "".join(f"{(value / factor).normalize():f}" for value in self.values)
        return digits_of(self.text if self.form is Form.DIGITS else spelled)


@frozen
class Value:
    """A value that something has or had, as a figure would tell it."""

    values: tuple[Decimal, ...]
    unit: Unit
    digits: str = ""

    @property
    def number(self) -> Decimal:
        """Its number as it is typed, in its own unit."""
        return (self.values[0] / (self.unit.factor or 1)).normalize()


def digits_of(written: str) -> str:
    """Return the digits of a number without zeros at the ends."""
    return "".join(sign for sign in written if sign.isdigit()).strip("0")


def same_unit(one: Quantity, two: Quantity) -> tuple[Quantity, Quantity]:
    """Give a bare figure the unit of the other one."""
    if not one.kind and two.kind:
        return _with_unit(one, two), two
    if one.kind and not two.kind:
        return one, _with_unit(two, one)
    return one, two


def _with_unit(bare: Quantity, other: Quantity) -> Quantity:
    values = tuple(value * other.unit.factor for value in bare.values)
    return replace(bare, unit=other.unit, values=values, is_label=False)
