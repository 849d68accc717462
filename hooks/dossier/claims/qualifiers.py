"""A figure that is right by its value to whether its direction, change, time or baseline is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dossier.claims.sentences import Sentence
from dossier.model.evidence import Operator
from dossier.quantities.comparisons import is_difference, year_against
from dossier.quantities.direction import told_direction
from dossier.quantities.fitting import UPPER, follows
from dossier.quantities.quantity import Bound, Form, Quantity
from dossier.quantities.stemming import stem
from dossier.quantities.times import is_year, told_times
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning

_NAMED = 3
"""How many tokens after `over` a name may begin."""


def wrong_direction(
    sentence: Sentence, figure: Quantity, meaning: Meaning, agreed: Agreement
) -> str:
    """Return what is wrong with the direction in which a figure is told, nothing if it is right."""
    true = meaning.direction if agreed is Agreement.VALUE else ""
    if agreed is Agreement.DERIVED:
        if (
            meaning.metric.op is Operator.MINUS
            and figure.kind == "%"
            and is_change(sentence, figure)
        ):
            # `Down by 73%` where a fall of 27% leaves 73%.
            return f"`{figure.text.strip()}` is no change of {meaning.says}, but what is left"
        true = _moved(meaning)
    told = _told_direction(sentence, figure) if true else ""
    if not told or told == true:
        return ""
    names = {"up": "a rise", "down": "a fall"}
    return f"told as {names[told]} of {meaning.metric.name}, the record has {names[true]}"


def is_change(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure is told as how much something rose or fell: `cut by about 47`."""
    words, found = sentence.index.words, sentence.tokens
    is_led = any(words.ending_at("amounts", found, figure.first - n) for n in (0, 1, 2))
    return is_led and bool(_told_direction(sentence, figure))


def wrong_change(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with a value that is told as a change: `cut by 47`, from 47 to 19."""
    before, op = meaning.before, meaning.metric.op
    if before is None or op in (Operator.PLUS, Operator.MINUS) or not is_change(sentence, figure):
        return ""
    if abs(meaning.told.values[0] - before.values[0]) == figure.values[0]:
        return ""
    return f"`{figure.text.strip()}` is no change of {meaning.metric.name}, but a value of it"


def is_told_as_current(sentence: Sentence, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether an earlier value is told as the one of today."""
    words = sentence.index.words
    is_alone = len(sentence.figures) == 1 and not sentence.written and not words.is_empty
    # `I still drive 18,000 km, though costs have fallen by 71%`
    is_now = told_times(sentence.placed, sentence.figures, figure)[1] and not any(
        other.number == meaning.told.number for other in sentence.figures
    )
    is_said = (is_alone or is_now) and not words.has("earlier", sentence.tokens)
    return is_said or _is_reached(sentence, figure, meaning)


def _is_reached(sentence: Sentence, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a figure is told as what a metric came to: `raised to 73%`."""
    told = _told_direction(sentence, figure) if _led_by(sentence, figure, "ranges") else ""
    is_past = sentence.index.words.has("earlier", sentence.tokens[figure.last :])
    return bool(told) and told == _moved(meaning) and not is_past


def wrong_sign(sentence: Sentence, figure: Quantity, meaning: Meaning, agreed: Agreement) -> str:
    """Return what is wrong with the sign of a figure that is no share, time or sum of money."""
    is_plain = not figure.kind or figure.unit.is_physical
    if not is_plain or meaning.metric.op or agreed is not Agreement.VALUE:
        return ""
    is_below = meaning.metric.value[0] < 0
    if figure.sign != "-" and is_below and not _told_direction(sentence, figure):
        return f"`{figure.text.strip()}` is told without the minus of {meaning.metric.name}"
    if figure.sign == "-" and not is_below:
        return f"`{figure.text.strip()}` has a minus, {meaning.metric.name} has none"
    return ""


def wrong_ratio(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with the part by or to which a metric is told to have come."""
    before, true = meaning.before, meaning.told.values[0]
    told = _told_direction(sentence, figure)
    led = next((n for n in ("amounts", "ranges") if _led_by(sentence, figure, n)), "")
    is_part = figure.kind == "%" and (figure.form is Form.FRACTION or led == "amounts")
    # `Less than half the water` is what is left, whatever was saved.
    is_left = figure.form is Form.FRACTION and figure.bound in UPPER and not (led or told)
    if not (before and before.values[0] and (is_left or (is_part and led and told))):
        return ""
    old = before.values[0]
    part = 100 * (abs(true - old) if led == "amounts" else true) / old
    is_points = meaning.told.unit.kind == "%" and figure.values[0] == abs(true - old)
    if is_points or follows(figure, part):
        return ""
    return f"`{figure.text.strip()}` does not follow from {meaning.says}"


def wrong_difference(
    sentence: Sentence, figure: Quantity, beside: AbstractSet[Meaning]
) -> tuple[str, Meaning] | None:
    """Return what is wrong with how much more a metric beside is told to be: `ten more than`."""
    known = [meaning for meaning in beside if meaning.before]
    if len(known) != 1 or agreement(figure, meaning := known[0]) is Agreement.DERIVED:
        return None
    numbers = {other.number for other in sentence.figures}
    is_wrong = figure.text.endswith(" as") and {v.number for v in meaning.known} <= numbers
    if is_difference(sentence.placed, figure):
        is_wrong = figure.kind in ("%", meaning.told.unit.kind)
    message = f"`{figure.text.strip()}` does not follow from {meaning.says}"
    return (message, meaning) if is_wrong else None


def wrong_rest(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with what a share leaves that is told as the share: 5% for 95%."""
    first, last = sentence.segment(figure.first)
    said, placed = frozenset(sentence.stemmed[first:last]), sentence.placed
    is_rest = sum((*figure.values, *meaning.told.values)) == 100 and meaning.before is None  # noqa: PLR2004
    # The `but` of `all but 5%` begins a part of its own.
    is_said = any(placed.has(name, max(0, first - 2), last) for name in ("denials", "rest"))
    scope = meaning.scoped - meaning.name_stems
    is_named = any(said.issuperset(n) and (len(n) > 1 or said & scope) for n in meaning.names)
    is_wrong = is_rest and is_named and not is_said
    return f"`{figure.text.strip()}` is what {meaning.says} leaves" if is_wrong else ""


def wrong_year(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with the year that a figure is compared with: `down 64% on 2021`."""
    years = {word for word in meaning.compared if is_year(word)}
    year = year_against(sentence.placed, figure) if years else ""
    is_other = year and year not in years
    return f"told against {year}, the record has {meaning.metric.baseline}" if is_other else ""


def _led_by(sentence: Sentence, figure: Quantity, name: str) -> bool:
    """Return whether a word of a list leads to a figure, but for what bounds it."""
    words, found = sentence.index.words, sentence.tokens
    place = figure.first
    while (bound := words.ending_at("bounds", found, place)) is not None:
        place -= bound[0]
    return words.ending_at(name, found, place) is not None


def _told_direction(sentence: Sentence, figure: Quantity) -> str:
    first, _ = sentence.segment(figure.first)
    return told_direction(sentence.tokens, sentence.figures, figure, sentence.index.words, first)


def _moved(meaning: Meaning) -> str:
    """Return whether a metric rose or fell from its earlier value."""
    if meaning.before is None:
        return ""
    return "down" if meaning.told.values[0] < meaning.before.values[0] else "up"


def wrong_span(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with the time within which a metric is told to hold."""
    words, found = sentence.index.words, sentence.tokens
    is_led = figure.first > 0 and words.at("within", found, figure.first - 1)
    spans = meaning.spans_against(figure)
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
        hit = None if hit and hit[1] == "year" else hit
        for token in found[position + hit[0] : position + hit[0] + _NAMED] if hit else ():
            if token.text[0].isupper() and stem(token.low) not in meaning.around:
                return token.text
    return ""
