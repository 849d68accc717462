"""A metric's two values in one sentence, each under the time of the other: `17 before, 12 now`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dossier.claims.metrics import Meaning
from dossier.claims.scene import Scene, supports
from dossier.claims.sentences import Sentence
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token

_REACH = 3
"""How many words before or behind a figure may say when it held."""


def turned_round(sentence: Sentence, scene: Scene) -> Iterator[tuple[Quantity, Meaning]]:
    """Yield each figure that is a value of today told as the one before, with its metric."""
    figures = [figure for figure in sentence.figures if len(figure.values) == 1]
    for new in figures:
        for meaning in sentence.ground.by_number.get(_number(new), ()):
            before = meaning.before
            if (
                before is None
                or meaning.told.number != _number(new)
                or _number(new) == before.number
            ):
                continue
            if not (meaning in scene.metrics or supports(sentence, meaning)):
                continue
            old = next((f for f in figures if _number(f) == before.number), None)
            if old and (_are_turned(sentence, new, old) or _is_dated(sentence, new, old, meaning)):
                yield new, meaning


def _number(figure: Quantity) -> Decimal:
    """Return the number of a figure as it is typed, in its own unit."""
    return (figure.values[0] / (figure.unit.factor or 1)).normalize()


def _are_turned(sentence: Sentence, new: Quantity, old: Quantity) -> bool:
    was, _ = _times(sentence, new)
    is_past, is_now = _times(sentence, old)
    return (was and not is_past) or (is_now and not was and not is_past)


def _is_dated(sentence: Sentence, new: Quantity, old: Quantity, meaning: Meaning) -> bool:
    """Return whether the value of today stands nearer to its baseline's year than the old one."""
    years = (n for n, word in enumerate(sentence.stemmed) if word.isdigit())
    told = (n for n in years if sentence.stemmed[n] in meaning.compared)
    return any(abs(new.first - n) < abs(old.first - n) for n in told)


def _times(sentence: Sentence, figure: Quantity) -> tuple[bool, bool]:
    """Return whether the words next to a figure say that it held before, and that it holds now."""
    words, near = sentence.ground.words, list(_near(sentence, figure))
    return words.has("earlier", near), words.has("now", near)


def _near(sentence: Sentence, figure: Quantity) -> Iterator[Token]:
    taken = {n for other in sentence.figures for n in range(other.first, other.last)}
    for step, start in ((-1, figure.first - 1), (1, figure.last)):
        for position in range(start, start + step * _REACH, step):
            if not 0 <= position < len(sentence.tokens) or position in taken:
                break
            if sentence.tokens[position].text in ",;:.()":
                break
            yield sentence.tokens[position]
