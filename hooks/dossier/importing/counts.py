"""Counts that are no plain number of things: so many a week, and whom an age tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.importing.metric_names import behind
from dossier.quantities.lexicon import lexicon
from dossier.quantities.quantity import Bound, Form, Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import Token

_PER_TIME = re.compile(
    r" ((?:[A-Za-z][\w'\u2019-]* ){1,4}(?:a|an|per|each|every) "
    r"(?:hour|day|night|shift|week|month|term|season|year))\b"
)
_PEOPLE_TEXT = """
children kids babies infants toddlers teenagers pupils students adults women men people girls boys
patients clients residents members players adolescents youngsters seniors youths drivers
"""
_PEOPLE = frozenset(_PEOPLE_TEXT.split())
_OLDEST = 110


def name_per_time(text: str, found: Sequence[Token], figure: Quantity) -> str:
    """Return what is counted with the time that it is told per: `pairs of spectacles a week`."""
    said = _PER_TIME.match(text, figure.end) if not figure.kind else None
    return said[1] if said and behind(found, figure.last) else ""


def tells_age(found: Sequence[Token], figure: Quantity) -> bool:
    """Return whether a bare number tells how old people are: `children under 8`."""
    is_bare = not figure.kind and not behind(found, figure.last)
    is_bound = figure.bound is not Bound.EXACT and figure.values[-1] <= _OLDEST
    before = [token.low for token in found[max(figure.first - 4, 0) : figure.first]]
    return is_bare and is_bound and not _PEOPLE.isdisjoint(before)


def counts_things(text: str, found: Sequence[Token]) -> bool:
    """Return whether a sentence counts something in digits, however few: `3 trainees`."""
    figures = quantities(text, found, lexicon("en"))
    plain = (f for f in figures if f.form is Form.DIGITS and not (f.kind or f.is_label or f.rate))
    return any(behind(found, figure.last) for figure in plain)
