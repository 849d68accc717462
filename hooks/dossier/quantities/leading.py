"""Two figures to which of them what others have leads: *a budget of A*, *nationally A*."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.stemming import stem

_REACH = 3
"""How many tokens may stand between a word and the figure that it leads to."""


def is_led(
    placed: Placed,
    part: Callable[[int], tuple[int, int]],
    words: AbstractSet[str],
    one: Quantity,
    two: Quantity,
) -> bool:
    """Return whether more of some words lead to one figure than to another.

    `part` returns the part of the sentence in which a token stands.
    """
    taken = {*range(one.first, one.last), *range(two.first, two.last)}
    around = ((n, token) for n, token in enumerate(placed.tokens) if n not in taken)
    places = [n for n, token in around if stem(token.low) in words]
    led = [_led(placed, part(place), place, one, two) for place in places]
    return led.count(one) > led.count(two)


def _led(
    placed: Placed, part: tuple[int, int], place: int, one: Quantity, two: Quantity
) -> Quantity | None:
    """Return which of two figures a word leads to, or stands right behind."""
    if placed.tokens[place].kind == "number":
        # A year is of the nearer one, on whichever side.
        return one if abs(one.first - place) < abs(two.first - place) else two
    first, last = part
    inside = [f for f in (one, two) if first <= f.first < last]
    behind = [f for f in inside if place < f.first <= place + 1 + _REACH]
    figure = min(behind, key=lambda f: f.first, default=None)
    if figure is None:
        return next((f for f in inside if place in (f.last, f.after)), None)
    # `Within the budget at A` and `under the licence we took A` say what oneself has.
    lists = ("own", "places", "conjunctions", "directions")
    is_other = any(placed.has(name, place + 1, figure.first) for name in lists)
    return None if is_other else figure
