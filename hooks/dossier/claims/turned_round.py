"""A metric's two values in one sentence, each under the time of the other: `17 before, 12 now`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.context import Context, supports
from dossier.claims.sentences import Sentence
from dossier.quantities.quantity import Quantity
from dossier.quantities.times import told_time, told_times
from dossier.records.metrics import Meaning


def turned_round(sentence: Sentence, context: Context) -> Iterator[tuple[Quantity, Meaning]]:
    """Yield each figure that is a value of today told as the one before, with its metric."""
    figures = [figure for figure in sentence.figures if len(figure.values) == 1]
    for new in figures:
        for meaning in sentence.index.by_number.get(new.number, ()):
            before = meaning.before
            if before is None or meaning.told.number != new.number or new.number == before.number:
                continue
            if not (meaning in context.metrics or supports(sentence, meaning)):
                continue
            old = next((f for f in figures if f.number == before.number), None)
            if old and (_are_turned(sentence, new, old) or _is_dated(sentence, new, old, meaning)):
                yield new, meaning


def _are_turned(sentence: Sentence, new: Quantity, old: Quantity) -> bool:
    around = sentence.placed, sentence.figures
    was, _ = told_times(*around, new)
    is_past, is_now = told_times(*around, old)
    if (was and not is_past) or (is_now and not was and not is_past):
        return True
    # What is told of now is no value of before, whatever is said of the other one.
    return told_time(*around, old) == "now" != told_time(*around, new)


def _is_dated(sentence: Sentence, new: Quantity, old: Quantity, meaning: Meaning) -> bool:
    """Return whether the value of today stands nearer to its baseline's year than the old one."""
    years = (n for n, word in enumerate(sentence.stemmed) if word.isdigit())
    told = (n for n in years if sentence.stemmed[n] in meaning.compared)
    return any(abs(new.first - n) < abs(old.first - n) for n in told)
