"""Which claims are of the person and not of a project: how long they have done their work."""

from __future__ import annotations

from decimal import Decimal

from dossier.prose.scan import scan_inline
from dossier.quantities.incidental import is_age
from dossier.quantities.lexicon import lexicon
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import low_at, tokens

_YEAR = Decimal(365 * 24 * 3600)
_LED_BY = frozenset({"about", "for", "have", "i", "more", "nearly", "over", "some", "than", "with"})
_BEFORE = frozenset({"as", "at", "i", "in", "of", "on", "with"})
"""What stands before and behind years of work: `For more than 12 years in the trade`."""


def is_of_person(claim: str | None, language: str) -> bool:
    """Return whether a claim that refers to nothing tells years of work: `12 years in nursing`."""
    if not claim or scan_inline(claim):
        return False
    found = tokens(claim)
    for figure in quantities(claim, found, lexicon(language)):
        is_first = all(token.low in _LED_BY for token in found[: figure.first])
        if is_first and is_age(figure) and figure.values[0] >= _YEAR:
            return low_at(found, figure.last) in _BEFORE
    return False
