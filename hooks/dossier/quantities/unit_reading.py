"""What stands behind a number to the unit it is told in: `%`, `square metres`, `mGy·cm`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.quantities.counting import counted
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token, is_joined, is_number, is_word, low_at, token_at
from dossier.quantities.units import CURRENCIES, Unit, symbol_of, times, unit_of


def unit_at(found: Sequence[Token], position: int, words: Lexicon) -> tuple[Unit | None, int]:
    """Return the unit at a position, None for none, and the token after it."""
    token = token_at(found, position)
    if token is None:
        return None, position
    if token.text in "%‰":
        return unit_of(token.text), position + 1
    if token.text in CURRENCIES and not is_number(found, position + 1):
        return symbol_of(token.text), position + 1
    if token.text == "°" and is_word(found, position + 1):
        unit = unit_of("°" + found[position + 1].text)
        return (unit, position + 2) if unit else (unit_of("°"), position + 1)
    is_hyphen = token.text == "-" and is_joined(found, position) and is_joined(found, position + 1)
    place = position + is_hyphen
    for spelling, length in _spellings(found, place):
        unit = unit_of(spelling)
        if unit and not (unit.kind == "%" and _is_rate(found, place + length, words)):
            return _product(found, unit, place + length)
    return None, position


def measure_at(found: Sequence[Token], position: int) -> tuple[Unit | None, str]:
    """Return the unit behind a word at a position, and how both are written: `man-hours`.

    None if there is none, or if the word is a unit itself.
    """
    place = position + 1 + (low_at(found, position + 1) == "-" and is_joined(found, position + 1))
    token, last = token_at(found, position), token_at(found, place)
    if token is None or last is None or token.kind != "word" or last.kind != "word":
        return None, ""
    unit = unit_of(last.text) if unit_of(token.text) is None and token.text.islower() else None
    if unit is None or not unit.is_name:
        return None, ""
    return unit, token.text + ("-" if place > position + 1 else " ") + last.text


def _spellings(found: Sequence[Token], place: int) -> Iterator[tuple[str, int]]:
    """Yield how a unit at a place may be written, and in how many tokens, the longest first."""
    token, after = found[place], token_at(found, place + 1)
    if token.kind != "word":
        return
    if after and after.text in "23" and is_joined(found, place + 1):
        yield token.text + after.text, 2
        return
    if after:
        yield f"{token.low} {after.low}", 2
    yield token.text, 1


def _is_rate(found: Sequence[Token], after: int, words: Lexicon) -> bool:
    """Return whether what is counted follows: `3 per thousand words` is no share of a whole."""
    return low_at(found, after - 2) == "per" and (
        low_at(found, after) != "of" and counted(found, after, words) is not None
    )


def _product(found: Sequence[Token], unit: Unit, position: int) -> tuple[Unit, int]:
    """Return a unit with the one that a dot joins to it, and the token after: `mGy·cm`."""
    is_dot = low_at(found, position) == "\N{MIDDLE DOT}"
    token = token_at(found, position + 1) if is_dot else None
    other = unit_of(token.text) if token else None
    return (times(unit, other), position + 2) if other else (unit, position)
