"""Figures told as the new and the old value of one thing: *from A to B*, *B instead of A*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.claims.agreement import Agreement, agreement
from dossier.claims.findings import says
from dossier.claims.metrics import Meaning
from dossier.claims.scene import Scene, supports
from dossier.claims.sentences import MOST_FIGURES, Sentence
from dossier.quantities.quantity import Form, Quantity

_APART = 8
"""How many tokens may stand between the two."""
_ARROWS = ("\N{RIGHTWARDS ARROW}", "\N{RIGHTWARDS DOUBLE ARROW}")
_RIGHT = (Agreement.VALUE, Agreement.BEFORE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of a sentence, by number, and how they are read."""

    new: Quantity
    old: Quantity
    first: int
    """The number of the one that comes first, the other is the next."""
    is_new_first: bool


def pairs(sentence: Sentence) -> Iterator[Pair]:
    """Yield the pairs of a sentence's figures, each figure once."""
    figures = sentence.figures[:MOST_FIGURES]
    number = 0
    while number + 1 < len(figures):
        one, two = figures[number], figures[number + 1]
        order = _order(sentence, one, two) if _alike(sentence, one, two) else ""
        following = figures[number + 2] if number + 2 < len(figures) else None
        if order == "new-old" and following and _joint(sentence, two, following) == "old-new":
            # `By 19 days, from 57 to 38`: the second and the third are told of each other.
            order = ""
        if order:
            one, two = _same_unit(one, two)
            new, old = (one, two) if order == "new-old" else (two, one)
            yield Pair(new, old, number, order == "new-old")
            number += 1
        number += 1


def _alike(sentence: Sentence, one: Quantity, two: Quantity) -> bool:
    """Return whether two figures may be of one thing: of one kind, and counting the same."""
    heads = {sentence.head(figure) for figure in (one, two) if not figure.kind} - {""}
    if one.kind and two.kind:
        return one.kind == two.kind
    return len(heads) < 2 and not (heads and one.kind != two.kind)  # noqa: PLR2004 - two things


def _order(sentence: Sentence, one: Quantity, two: Quantity) -> str:
    """Return which of two figures is the newer, nothing if they are no pair."""
    forms = {one.form, two.form}
    if not 0 < two.first - one.last <= _APART or forms & {Form.ORDINAL, Form.FACTOR}:
        return ""
    between = sentence.tokens[one.last : two.first]
    if any(token.text in _ARROWS for token in between) or _is_old(sentence, one):
        return "old-new"
    return _joint(sentence, one, two) if all(token.text != ";" for token in between) else ""


def _is_old(sentence: Sentence, one: Quantity) -> bool:
    """Return whether a figure is led by what says that another is newer: `instead of 14, 9`."""
    for place in range(max(0, one.first - 4), one.first):
        hit = sentence.ground.words.at("pairs", sentence.tokens, place)
        if hit and hit[0] > 1 and _reaches(place + hit[0], one.first):
            return True
    return False


def _joint(sentence: Sentence, one: Quantity, two: Quantity) -> str:
    """Return the order that the words between two figures give them."""
    found, words = sentence.tokens, sentence.ground.words
    for position in range(one.last, two.first):
        if words.at("ranges", found, position) and _opens(sentence, one):
            return "old-new"
        hit = words.at("pairs", found, position)
        if hit and _reaches(position + hit[0], two.first):
            return hit[1]
    return ""


def _opens(sentence: Sentence, one: Quantity) -> bool:
    """Return whether `from` stands before a figure, but for words that bound it."""
    for place in range(one.first - 1, max(-1, one.first - 5), -1):
        hit = sentence.ground.words.at("openings", sentence.tokens, place)
        if hit:
            return hit[1] == "to"
    return False


def _reaches(begin: int, end: int) -> bool:
    """Return whether a connecting word leads to the figure at once, or nearly so."""
    return end - begin <= 3  # noqa: PLR2004 - `instead of the usual 50`


def _same_unit(one: Quantity, two: Quantity) -> tuple[Quantity, Quantity]:
    """Give a bare figure the unit of the other one."""
    if not one.kind and two.kind:
        return _with_unit(one, two), two
    if one.kind and not two.kind:
        return one, _with_unit(two, one)
    return one, two


def _with_unit(bare: Quantity, other: Quantity) -> Quantity:
    values = tuple(value * other.unit.factor for value in bare.values)
    return replace(bare, unit=other.unit, values=values, is_label=False)


def meaning_of(scene: Scene, pair: Pair, named: Sequence[Meaning]) -> Meaning | None:
    """Return the metric that has both values of a pair: two values need no name."""
    known = (*named, *scene.metrics, *scene.with_value(pair.new), *scene.with_value(pair.old))
    return next((m for m in known if _agreements(pair, m) == _RIGHT), None)


def wrong_pair(
    scene: Scene, pair: Pair, named: Sequence[Meaning]
) -> tuple[Quantity, str, Meaning] | None:
    """Return which figure of a pair is wrong, how, and of what metric; None if none binds both."""
    for meaning in dict.fromkeys((*named, *scene.metrics)):
        new, old = _agreements(pair, meaning)
        is_meant = meaning in named or supports(scene.sentence, meaning)
        if meaning.before is None:
            continue
        name = meaning.metric.name
        if (new, old) == _RIGHT[::-1] and (is_meant or meaning in scene.metrics):
            message = f"the new and the old value of {name} are told the wrong way round"
            return pair.new, message, meaning
        if is_meant and new is Agreement.VALUE and old is Agreement.WRONG:
            message = (
                f"`{pair.old.text.strip()}` is told as what {name} was, the record has another"
            )
            return pair.old, message, meaning
        is_anchored = old is Agreement.BEFORE or (meaning in named and old)
        if is_meant and new is Agreement.WRONG and is_anchored:
            return pair.new, says(pair.new, meaning), meaning
    return None


def _agreements(pair: Pair, meaning: Meaning) -> tuple[Agreement | None, Agreement | None]:
    return agreement(pair.new, meaning), agreement(pair.old, meaning)
