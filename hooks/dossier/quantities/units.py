"""Units: what a written unit measures, and how much of its kind one of it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
"""Signs of money, each with the unit it stands for."""
_PREFIXES = {
    "p": "1e-12",
    "n": "1e-9",
    "µ": "1e-6",
    "μ": "1e-6",
    "u": "1e-6",
    "m": "1e-3",
    "k": "1e3",
    "M": "1e6",
    "G": "1e9",
    "T": "1e12",
}
_DATA_PREFIXES = {
    "k": "1e3",
    "K": "1e3",
    "M": "1e6",
    "G": "1e9",
    "T": "1e12",
    "P": "1e15",
    "Ki": "1024",
    "Mi": "1048576",
    "Gi": "1073741824",
    "Ti": "1099511627776",
}
_LONG_PREFIXES = {
    "nano": "1e-9",
    "micro": "1e-6",
    "milli": "1e-3",
    "centi": "1e-2",
    "kilo": "1e3",
    "mega": "1e6",
    "giga": "1e9",
    "tera": "1e12",
}
_READ_OTHERWISE = frozenset({"pm", "TV", "TA", "ks", "Gs", "Ts", "ug"})
"""What a prefix and a symbol make that prose uses for something else."""
WORD = "word:"
"""Before the letters of a unit that is in no table: it equals only itself."""
DEGREES = "degrees"
"""What is told of an angle and of any scale of temperature, which have kinds of their own."""
_UNKNOWN = pattern(r"(?!pH$)([pnµμumk])([A-Z][A-Za-z]?[a-z]?)")
"""A prefix and a symbol of no table: `mOsm`, `kVA`; neither `MSc` nor `GPs`."""


@frozen
class Unit:
    """A unit of measure."""

    kind: str
    """What it measures: `time`, `money:EUR`; empty for what is counted."""
    factor: Decimal = Decimal(1)
    """How much one of it is in the kind's base unit."""
    is_name: bool = False
    """Whether it is a word of the language, not a symbol."""

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return self.kind.startswith("money:")

    @property
    def is_physical(self) -> bool:
        """Whether it measures something other than shares, times, money, counts or data."""
        plain = ("", "ordinal", "%", "pp", "x", "times", "ppm", "time", "bytes", "bits")
        return not (self.kind in plain or self.is_money or self.kind.startswith(WORD))


COUNT, ORDINAL = Unit(""), Unit("ordinal")


@cache
def units() -> dict[str, Unit]:
    """Return all known units by symbol, and by name in lower case."""
    found: dict[str, Unit] = {}
    table = Path(__file__).with_name("units.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        kind, factor, prefixes, symbols, names = (part.strip() for part in line.split("|"))
        for symbol, unit in _spellings(kind, Decimal(factor), prefixes, symbols, names):
            found.setdefault(symbol, unit)
    return found


def _spellings(
    kind: str, factor: Decimal, prefixes: str, symbols: str, names: str
) -> Iterator[tuple[str, Unit]]:
    for symbol in filter(None, symbols.split(", ")):
        yield symbol, Unit(kind, factor)
        short = {"si": _PREFIXES, "data": _DATA_PREFIXES}.get(prefixes, {})
        if symbol == "m":
            short = short | {"c": "1e-2"}
        for prefix, size in short.items():
            if prefix + symbol not in _READ_OTHERWISE:
                yield prefix + symbol, Unit(kind, factor * Decimal(size))
    for name in filter(None, names.split(", ")):
        yield name, Unit(kind, factor, is_name=True)
        for prefix, size in _LONG_PREFIXES.items() if prefixes != "-" else ():
            yield prefix + name, Unit(kind, factor * Decimal(size), is_name=True)


def unit_of(written: str) -> Unit | None:
    """Return the unit that is written so, None if it is in no table.

    The case of a symbol counts, that of a name does not.
    """
    known = units().get(written)
    if known is None and len(written) > 2:  # noqa: PLR2004 - a name, not a symbol
        known = units().get(written.lower())
        if known and not known.is_name:
            return None
    return known or _unknown(written)


def _unknown(written: str) -> Unit | None:
    """Return a unit of no table that has a prefix."""
    found = _UNKNOWN.fullmatch(written)
    return Unit(f"symbol:{found[2]}", Decimal(_PREFIXES[found[1]])) if found else None


def times(one: Unit, two: Unit) -> Unit:
    """Return the unit that two make which a dot joins: `mGy·cm`."""
    return Unit(f"{one.kind}·{two.kind}", one.factor * two.factor)


def symbol_of(currency: str) -> Unit:
    """Return the unit of money that a sign stands for."""
    return units()[CURRENCIES[currency]]
