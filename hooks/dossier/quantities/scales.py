"""What scales a number: letters that hang on it, `16K`, or of money alone, `€2.4m`."""

from __future__ import annotations

from dossier.quantities.units import CURRENCIES, unit_of

SCALES = {"k": 10**3, "K": 10**3, "M": 10**6, "mn": 10**6, "B": 10**9, "bn": 10**9, "T": 10**12}
"""What hangs on a number."""
APART = {"mio": 10**6, "mrd": 10**9}
"""What may stand apart from it, in small letters: `2.4 Mio. EUR`."""
OF_MONEY = {**SCALES, "m": 10**6}
"""What scales an amount of money: a bare `3 m` is a length."""


def is_currency(text: str) -> bool:
    """Return whether a word or sign is one of money: `€`, `EUR`."""
    unit = unit_of(text) if text.isupper() else None
    return text in CURRENCIES or (unit is not None and unit.is_money)
