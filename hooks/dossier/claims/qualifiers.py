"""A figure that is right by its value to whether its direction, change, time or baseline is."""

from __future__ import annotations

from dossier.claims.agreement import Agreement
from dossier.claims.metrics import Meaning
from dossier.claims.sentences import Sentence
from dossier.model.evidence import Operator
from dossier.quantities.direction import told_direction
from dossier.quantities.quantity import Bound, Quantity
from dossier.quantities.stemming import stem

_NAMED = 3
"""How many tokens after `over` a name may begin."""


def wrong_direction(
    sentence: Sentence, figure: Quantity, meaning: Meaning, agreed: Agreement
) -> str:
    """Return what is wrong with the direction in which a figure is told, nothing if it is right."""
    true = meaning.direction if agreed is Agreement.VALUE else ""
    if agreed is Agreement.DERIVED and meaning.before:
        true = "down" if meaning.told.values[0] < meaning.before.values[0] else "up"
    first, _ = sentence.segment(figure.first)
    words, found = sentence.index.words, sentence.tokens
    told = told_direction(found, sentence.figures, figure, words, first) if true else ""
    if not told or told == true:
        return ""
    names = {"up": "a rise", "down": "a fall"}
    return f"told as {names[told]} of {meaning.metric.name}, the record has {names[true]}"


def is_change(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure is told as how much something rose or fell: `cut by about 47`."""
    words, found = sentence.index.words, sentence.tokens
    first, _ = sentence.segment(figure.first)
    is_led = any(words.ending_at("amounts", found, figure.first - n) for n in (0, 1, 2))
    return is_led and bool(told_direction(found, sentence.figures, figure, words, first))


def wrong_change(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with a value that is told as a change: `cut by 47`, from 47 to 19."""
    before, op = meaning.before, meaning.metric.op
    if before is None or op in (Operator.PLUS, Operator.MINUS) or not is_change(sentence, figure):
        return ""
    if abs(meaning.told.values[0] - before.values[0]) == figure.values[0]:
        return ""
    return f"`{figure.text.strip()}` is no change of {meaning.metric.name}, but a value of it"


def wrong_span(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with the time within which a metric is told to hold."""
    words, found = sentence.index.words, sentence.tokens
    is_led = figure.first > 0 and words.at("within", found, figure.first - 1)
    spans = [span for span in meaning.spans if span.kind == figure.kind]
    if not is_led or figure.rate or not spans or figure.bound not in (Bound.EXACT, Bound.AT_MOST):
        return ""
    if any(span.values == figure.values for span in spans):
        return ""
    return f"told within `{figure.text.strip()}`, the record says `{spans[0].text.strip()}`"


def other_baseline(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what a figure is compared with, if its record compares with something else.

    Only names are looked at: what else a gain may be over, no record says.
    """
    words, found = sentence.index.words, sentence.tokens
    if not meaning.metric.baseline or meaning.before or sentence.stems & meaning.compared:
        return ""
    _, last = sentence.segment(figure.first)
    for position in range(figure.last, last):
        hit = words.at("comparators", found, position)
        for token in found[position + hit[0] : position + hit[0] + _NAMED] if hit else ():
            if token.text[0].isupper() and stem(token.low) not in meaning.around:
                return token.text
    return ""
