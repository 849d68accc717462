"""Figures told as the new and the old value of one thing: *from A to B*, *B instead of A*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.claims.context import Context, supports
from dossier.claims.findings import says
from dossier.claims.sentences import MOST_FIGURES, Sentence
from dossier.plain.frozen import frozen
from dossier.quantities.ordering import (
    are_alike,
    joined_order,
    joint_of,
    order_in_time,
    order_of_heads,
    partner,
)
from dossier.quantities.quantity import Quantity, same_unit
from dossier.quantities.tokens import tokens
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning

_RIGHT = (Agreement.VALUE, Agreement.BEFORE)


@frozen
class Pair:
    """Two figures of a sentence, by number, and how they are read."""

    new: Quantity
    old: Quantity
    first: int
    """The number of the one that comes first."""
    second: int
    """The number of the other, the next but for a time in which the first holds."""
    is_new_first: bool
    is_joined: bool
    """Whether words or signs between the two join them."""


def pairs(sentence: Sentence) -> Iterator[Pair]:
    """Yield the pairs of a sentence's figures, each figure once."""
    figures, number = sentence.figures[:MOST_FIGURES], 0
    while number + 1 < len(figures):
        second = partner(sentence.placed, figures, number)
        one, two = figures[number], figures[second]
        found, words = sentence.tokens, sentence.index.words
        is_alike = are_alike(sentence.placed, one, two)
        joint = joined_order(found, words, one, two) if is_alike else ""
        order = joint or (order_in_time(sentence.placed, figures, one, two) if is_alike else "")
        if is_alike and not order and sentence.statement.columns:
            above = [tokens(sentence.statement.column(figure.start)) for figure in (one, two)]
            order = order_of_heads(above[0], above[1], words)
        following = figures[second + 1] if second + 1 < len(figures) else None
        if order == "new-old" and following and joint_of(found, words, two, following) == "old-new":
            # `By 19 days, from 57 to 38`: the second and the third are told of each other.
            order = ""
        if order:
            one, two = same_unit(one, two)
            new, old = (one, two) if order == "new-old" else (two, one)
            yield Pair(new, old, number, second, order == "new-old", bool(joint))
            number = second
        number += 1


def meaning_of(context: Context, pair: Pair, named: Sequence[Meaning]) -> Meaning | None:
    """Return the metric that has both values of a pair: two values need no name."""
    known = (*named, *context.metrics, *context.with_value(pair.new), *context.with_value(pair.old))
    return next((m for m in known if _agreements(pair, m) == _RIGHT), None)


def wrong_pair(
    context: Context, pair: Pair, named: Sequence[Meaning]
) -> tuple[Quantity, str, Meaning] | None:
    """Return which figure of a pair is wrong, how, and of what metric; None if none binds both."""
    both = [m for m in context.with_value(pair.new) if m in context.with_value(pair.old)]
    for meaning in dict.fromkeys((*named, *context.metrics, *both)):
        new, old = _agreements(pair, meaning)
        is_meant = meaning in named or supports(context.sentence, meaning)
        if meaning.before is None:
            continue
        name = meaning.metric.name
        if (new, old) == _RIGHT[::-1] and (is_meant or meaning in context.metrics):
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


def _agreements(pair: Pair, meaning: Meaning) -> tuple[Agreement | None, ...]:
    agreed = agreement(pair.new, meaning), agreement(pair.old, meaning)
    if any(agreed) or pair.new.kind or pair.old.kind:
        return agreed
    # `Opening hours went from 62 to 88`: the name says of what unit they are.
    numbers, true = [pair.new.number, pair.old.number], [v.number for v in meaning.known]
    return _RIGHT if numbers == true else _RIGHT[::-1] if numbers == true[::-1] else agreed
