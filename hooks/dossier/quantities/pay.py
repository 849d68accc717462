"""Amounts of money that a text calls somebody's pay: `Salary: 78,400 GBP`, not `a pay rise`."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.quantities.lexicon import lexicon
from dossier.quantities.quantity import Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import Token, tokens
from dossier.quantities.word_search import WordSearch

_PAY_TEXT = """
salary salaries wage wages pay remuneration compensation ctc stipend earnings
gehalt jahresgehalt monatsgehalt lohn stundenlohn salaire salario sueldo
"""
_PAY = frozenset(_PAY_TEXT.split())
"""What people call what they are paid."""
_MAY_SAY = WordSearch(_PAY.__contains__)
_BEFORE_TEXT = """
: - = ( of is was at about around approx from range expectation expectations expected current last
final starting base basic gross net annual yearly monthly hourly a the
"""
_BEFORE = frozenset(_BEFORE_TEXT.split())
"""What may stand between that and its amount."""
_BEHIND_TEXT = "a per year annum p pa month hour base basic gross net annual yearly"
_BEHIND = frozenset(_BEHIND_TEXT.split())
"""What may stand between an amount and that."""


def may_tell_pay(text: str) -> bool:
    """Return whether a text could tell a pay: a cheap look."""
    return bool(_MAY_SAY.found_in(text))


def pay_in(text: str) -> str:
    """Return the amount of a text, as `fold` gives it, that it calls a pay; empty for none."""
    if not may_tell_pay(text):
        return ""
    found = tokens(text)
    for figure in quantities(text, found, lexicon("en")):
        if figure.unit.is_money and (_named_before(found, figure) or _named_behind(found, figure)):
            return figure.text
    return ""


def _named_before(found: Sequence[Token], figure: Quantity) -> bool:
    at = figure.first - 1
    while at >= 0 and found[at].low in _BEFORE:
        at -= 1
    return at >= 0 and found[at].low in _PAY


def _named_behind(found: Sequence[Token], figure: Quantity) -> bool:
    at = figure.last
    while at < len(found) and (found[at].low in _BEHIND or found[at].text in "./"):
        at += 1
    is_named = at < len(found) and found[at].low in _PAY
    # `a pay dispute` is no amount.
    return is_named and (at + 1 == len(found) or found[at + 1].kind == "sign")
