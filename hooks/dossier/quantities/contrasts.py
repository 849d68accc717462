"""A figure that is denied to the one that is claimed in its place: *not A but B*, *B, not A*."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Bound, Quantity

_APART = 12
"""How many tokens may stand between the two."""


def is_contrasted(placed: Placed, figure: Quantity) -> bool:
    """Return whether a denial stands right before a figure: `is not 5`, `rather than 5`."""
    before = figure.first - 1
    if before < 1 or figure.bound is not Bound.EXACT:
        return False
    found = placed.tokens
    is_denied = placed.words.ending_at("denials", found, figure.first) is not None
    return is_denied or (bool(placed.words.lists) and found[before].low.endswith("n't"))


def claimed_for(
    placed: Placed, figures: Sequence[Quantity], number: int, taken: AbstractSet[int] = frozenset()
) -> int | None:
    """Return the number of the figure that is claimed instead of a denied one, None for none.

    It comes before a denial that a comma or a name begins (`B, not A`), else behind it; `taken`
    are those that are told of something else.
    """
    denied = figures[number]
    alike = [
        n for n, figure in enumerate(figures) if n not in taken and _may_replace(figure, denied)
    ]
    behind = [n for n in alike if n > number and not is_contrasted(placed, figures[n])]
    before = [n for n in reversed(alike) if n < number]
    joined = [n for n in behind[:1] if _is_joined(placed, denied, figures[n])]
    near = [n for n in (*joined, *before) if abs(figures[n].first - denied.first) <= _APART]
    same = [n for n in near if figures[n].kind == denied.kind]
    return next(iter((*same, *near)), None)


def _is_joined(placed: Placed, denied: Quantity, claimed: Quantity) -> bool:
    """Return whether what follows a denied figure takes its place: `but`, a comma, a colon."""
    between = range(denied.last, claimed.first)
    return any(
        placed.tokens[n].text in ",;:\N{EN DASH}"
        or placed.words.at("conjunctions", placed.tokens, n)
        for n in between
    )


def _may_replace(claimed: Quantity, denied: Quantity) -> bool:
    is_bare = not claimed.kind or not denied.kind
    return claimed.form == denied.form and (claimed.kind == denied.kind or is_bare)
