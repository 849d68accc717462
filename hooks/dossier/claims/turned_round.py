"""A metric's two values in one sentence, each under the time of the other: `17 before, 12 now`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.context import Context, supports
from dossier.claims.sentences import Sentence
from dossier.quantities.leading import is_led
from dossier.quantities.quantity import Quantity
from dossier.quantities.times import are_turned
from dossier.quantities.tokens import tokens
from dossier.records.metrics import Meaning


def turned_round(
    sentence: Sentence, context: Context
) -> Iterator[tuple[Quantity, Quantity, Meaning]]:
    """Yield each value of today that is told as the one before or another's, with that one."""
    figures = [(figure.number, figure) for figure in sentence.figures if len(figure.values) == 1]
    for number, new in figures:
        others = {other for other, _ in figures} - {number}
        # Hundreds of metrics may have a number: first what rules out nearly all of them.
        for meaning in sentence.index.by_number.get(number, ()) if others else ():
            if meaning.told.number != number or meaning.rivals.isdisjoint(others):
                continue
            if not (meaning in context.metrics or supports(sentence, meaning)):
                continue
            rivals = meaning.rivals & others
            old = next(figure for other, figure in figures if other in rivals)
            is_before = meaning.before and old.number == meaning.before.number
            words = meaning.compared - meaning.name_stems
            # `Hours before the test` says of what the hours are, whenever that was.
            is_named = sentence.index.words.has("earlier", tokens(meaning.metric.name))
            is_turned = (
                is_before
                and not is_named
                and are_turned(sentence.placed, sentence.figures, sentence.segment, new, old)
            )
            if is_turned or is_led(sentence.placed, sentence.segment, words, new, old):
                yield new, old, meaning
