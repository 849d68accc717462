"""Figures of a sentence that nothing in it names: their author is shown them, and names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from dossier.importing.counts import tells_age, tells_size
from dossier.importing.figure_values import values_of
from dossier.importing.whole_names import named_tokens
from dossier.plain.patterns import pattern
from dossier.quantities.incidental import is_incidental
from dossier.quantities.lexicon import lexicon
from dossier.quantities.quantity import Form
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens

UNIT = pattern(r"\s?(?:[^\W\d_]{1,3}[\u00b2\u00b32-3]|[^\W\d_]{1,4}/[^\W\d_]{1,4})(?!\w)")
"""A unit that no list of units has: `km²`, `kg/h`."""


def unnamed_figures(text: str, metrics: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the figures of a sentence that are in none of its metrics, as they are written.

    Numbers of years, ages, labels and sizes of things with a name are none.
    """
    found, known = named_tokens(text), lexicon("en")
    every = quantities(text, found, known)
    told = {value for metric in metrics for value in _values(metric)}
    left = [
        text[each.start : each.end] + (unit[0] if (unit := UNIT.match(text, each.end)) else "")
        for each in every
        if each.form is Form.DIGITS
        and not (each.is_label or is_incidental(found, every, each, known))
        and not (tells_age(found, each) or tells_size(found, each))
        and told.isdisjoint(map(Decimal, map(str, values_of(each))))
    ]
    return list(dict.fromkeys(left))


def _values(metric: Mapping[str, Any]) -> Iterable[Decimal]:
    for whole in quantities(scope := str(metric.get("scope", "")), tokens(scope), lexicon("en")):
        yield from whole.values
    for value in (metric["value"], metric.get("before")):
        known = value.get("value") if isinstance(value, Mapping) else value
        for each in known if isinstance(known, list) else [known]:
            if each is not None:
                yield Decimal(str(each))
