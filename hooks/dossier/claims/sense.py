"""A figure that is right by its value to whether it is told as a rise or a fall that it is not."""

from __future__ import annotations

from dossier.claims.agreement import Agreement
from dossier.claims.metrics import Meaning
from dossier.claims.sentences import Sentence
from dossier.quantities.quantity import Quantity
from dossier.quantities.stemming import stem

_NAMED = 3
"""How many tokens after `over` a name may begin."""
_AFTER, _BEFORE = 2, 9
"""How many tokens after and before a figure the word of its direction may stand."""


def told_direction(sentence: Sentence, figure: Quantity) -> str:
    """Return `up` or `down` if a figure is told as a rise or a fall, else nothing."""
    words, found = sentence.ground.words, sentence.tokens
    for position in range(figure.last, min(figure.last + _AFTER, len(found))):
        hit = words.at("directions", found, position)
        if hit:
            return hit[1]
        if found[position].kind != "word":
            break
    if figure.sign:
        return "up" if figure.sign == "+" else "down"
    first, _ = sentence.segment(figure.first)
    for position in range(figure.first - 1, max(first - 1, figure.first - _BEFORE), -1):
        hit = words.at("directions", found, position)
        if hit and not words.at("bounds", found, position) and not _is_bound(sentence, position):
            return hit[1]
        if any(other.first <= position < other.last for other in sentence.figures):
            break
    return ""


def _is_bound(sentence: Sentence, position: int) -> bool:
    """Return whether a word belongs to one that bounds: `no more than`."""
    words = sentence.ground.words
    places = range(max(0, position - 2), position)
    hits = ((place, words.at("bounds", sentence.tokens, place)) for place in places)
    return any(hit and place + hit[0] > position for place, hit in hits)


def wrong_direction(
    sentence: Sentence, figure: Quantity, meaning: Meaning, agreed: Agreement
) -> str:
    """Return what is wrong with the direction in which a figure is told, nothing if it is right."""
    true = meaning.direction if agreed is Agreement.VALUE else ""
    if agreed is Agreement.DERIVED and meaning.before:
        true = "down" if meaning.told.values[0] < meaning.before.values[0] else "up"
    told = told_direction(sentence, figure) if true else ""
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
