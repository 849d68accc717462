"""Two figures to which of them words call the newer: *from A to B*, *was A, now B*."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.quantities.counting import counted
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Form, Quantity
from dossier.quantities.stemming import stem
from dossier.quantities.times import is_within, told_time
from dossier.quantities.tokens import Token

_APART = 8
"""How many tokens may stand between the two."""
_FAR = 16
"""The same for two of one unit of which the second is what the first is compared with."""
_YEAR = 4
"""How many digits a year has."""
_BY_TIME = {("earlier", "now"): "old-new", ("now", "earlier"): "new-old"}
_ARROWS = ("\N{RIGHTWARDS ARROW}", "\N{RIGHTWARDS DOUBLE ARROW}")


def partner(placed: Placed, figures: Sequence[Quantity], number: int) -> int:
    """Return the number of the figure that may be told of another: `64% after a year, not 29%`."""
    second, found, words = number + 1, placed.tokens, placed.words
    if second + 1 == len(figures) or not is_within(placed, figures[second]):
        return second
    if words.ending_at("pairs", found, figures[second + 1].first) is not None:
        return second + 1
    return second + (figures[number].kind != "time" == figures[second].kind)


def are_alike(placed: Placed, one: Quantity, two: Quantity) -> bool:
    """Return whether two figures may be of one thing: of one kind, and counting the same."""
    found, words = placed.tokens, placed.words
    places = [counted(found, f.last, words) for f in (one, two) if not f.kind]
    heads = {stem(found[place].low) for place in places if place is not None}
    if one.kind and two.kind:
        return one.kind == two.kind
    if one.kind != two.kind and (one.is_year or two.is_year):
        return False
    return len(heads) < 2 and not (heads and one.kind != two.kind)  # noqa: PLR2004 - two things


def joined_order(found: Sequence[Token], words: Lexicon, one: Quantity, two: Quantity) -> str:
    """Return `new-old` or `old-new` by what joins two figures, nothing if they are no pair."""
    if not (_may_pair(one, two) or _is_compared(found, words, one, two)):
        return ""
    between = found[one.last : two.first]
    if any(token.text in _ARROWS for token in between) or _is_old(found, words, one):
        return "old-new"
    is_one = all(token.text != ";" for token in between)
    return joint_of(found, words, one, two) if is_one else ""


def order_in_time(placed: Placed, figures: Sequence[Quantity], one: Quantity, two: Quantity) -> str:
    """Return the same by when each of two figures is said to hold: `had 17, now 3`."""
    between = placed.tokens[one.last : two.first]
    if not _may_pair(one, two) or any(token.text == ";" for token in between):
        return ""
    told = told_time(placed, figures, one), told_time(placed, figures, two)
    return _BY_TIME.get(told, "")


def order_of_heads(one: Sequence[Token], two: Sequence[Token], words: Lexicon) -> str:
    """Return the same by what stands above the columns of two figures: `before`, `2024`."""
    told = [_time_of(head, words) for head in (one, two)]
    years = [
        [t.text for t in head if t.text.isdecimal() and len(t.text) == _YEAR] for head in (one, two)
    ]
    if all(years) and years[0] != years[1]:
        return "old-new" if years[0] < years[1] else "new-old"
    return _BY_TIME.get((told[0], told[1]), "")


def _time_of(head: Sequence[Token], words: Lexicon) -> str:
    was, is_now = words.has("earlier", head), words.has("now", head)
    return "" if was is is_now else "earlier" if was else "now"


def joint_of(found: Sequence[Token], words: Lexicon, one: Quantity, two: Quantity) -> str:
    """Return the order that the words between two figures give them."""
    for position in range(one.last, two.first):
        if words.at("ranges", found, position) and _opens(found, words, one):
            return "old-new"
        hit = words.at("pairs", found, position)
        if hit and _reaches(position + hit[0], two.first):
            return hit[1]
    return ""


def _may_pair(one: Quantity, two: Quantity) -> bool:
    is_near = 0 < two.first - one.last <= _APART
    return is_near and not {one.form, two.form} & {Form.ORDINAL, Form.FACTOR}


def _is_compared(found: Sequence[Token], words: Lexicon, one: Quantity, two: Quantity) -> bool:
    """Return whether what compares leads to a figure of the same kind: `against 29% with`."""
    is_near = bool(one.kind) and one.kind == two.kind and 0 < two.first - one.last <= _FAR
    return is_near and words.ending_at("pairs", found, two.first) is not None


def _is_old(found: Sequence[Token], words: Lexicon, one: Quantity) -> bool:
    """Return whether a figure is led by what says that another is newer: `instead of 14, 9`."""
    for place in range(max(0, one.first - 4), one.first):
        hit = words.at("pairs", found, place)
        if hit and hit[0] > 1 and _reaches(place + hit[0], one.first):
            return True
    return False


def _opens(found: Sequence[Token], words: Lexicon, one: Quantity) -> bool:
    """Return whether `from` stands before a figure, but for words that bound it."""
    for place in range(one.first - 1, max(-1, one.first - 5), -1):
        if found[place].kind == "number":
            return False
        hit = words.at("openings", found, place)
        if hit:
            return hit[1] == "to"
    return False


def _reaches(begin: int, end: int) -> bool:
    """Return whether a connecting word leads to the figure at once, or nearly so."""
    return end - begin <= 3  # noqa: PLR2004 - `instead of the usual 50`
