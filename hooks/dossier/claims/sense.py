"""A figure that is right by its value to whether it is told as a rise or a fall that it is not."""

from __future__ import annotations

from dossier.claims.agreement import Agreement
from dossier.claims.metrics import Meaning
from dossier.claims.sentences import Sentence
from dossier.quantities.direction import told_direction
from dossier.quantities.quantity import Quantity
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
    words, found = sentence.ground.words, sentence.tokens
    told = told_direction(found, sentence.figures, figure, words, first) if true else ""
    if not told or told == true:
        return ""
    names = {"up": "a rise", "down": "a fall"}
    return f"told as {names[told]} of {meaning.metric.name}, the record has {names[true]}"


def other_baseline(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what a figure is compared with, if its record compares with something else.

    Only names are looked at: what else a gain may be over, no record says.
    """
    words, found = sentence.ground.words, sentence.tokens
    if not meaning.metric.baseline or meaning.before or sentence.stems & meaning.compared:
        return ""
    _, last = sentence.segment(figure.first)
    for position in range(figure.last, last):
        hit = words.at("comparators", found, position)
        for token in found[position + hit[0] : position + hit[0] + _NAMED] if hit else ():
            if token.text[0].isupper() and stem(token.low) not in meaning.around:
                return token.text
    return ""
