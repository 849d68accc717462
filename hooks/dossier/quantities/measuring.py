"""A record's number and unit to the value that a figure of prose would tell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.quantity import Value, digits_of
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens
from dossier.quantities.units import ORDINAL, WORD, Unit


def value_in(
    numbers: Sequence[Decimal], unit: str, words: Lexicon, *, is_ordinal: bool = False
) -> Value:
    """Return numbers in a unit as a figure tells them; a unit of no table equals only itself."""
    written = "\N{EN DASH}".join(f"{number:f}".lstrip("-") for number in numbers)
    digits = digits_of(written)
    if is_ordinal:
        return Value(tuple(numbers), ORDINAL, digits)
    text = f"{written} {unit}"
    found = quantities(text, tokens(text), words)
    if not found:
        return Value(tuple(map(abs, numbers)), Unit(WORD + unit.lower()), digits)
    rest = text[found[0].end :].strip(" -")
    is_known = found[0].kind or not rest or rest.startswith(("/", "per ", "out of"))
    return Value(found[0].values, found[0].unit if is_known else Unit(WORD + rest.lower()), digits)
