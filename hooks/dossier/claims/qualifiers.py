"""A figure that is right by its value to whether its direction, change, time or baseline is."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from dossier.claims.sentences import Sentence
from dossier.model.evidence import Operator
from dossier.quantities.comparisons import is_difference, rivals_named, year_against
from dossier.quantities.deriving import derived
from dossier.quantities.direction import is_amount, is_led_by
from dossier.quantities.fitting import UPPER, follows
from dossier.quantities.quantity import Bound, Form, Quantity
from dossier.quantities.sides import side_told
from dossier.quantities.statistics import statistics_in
from dossier.quantities.stemming import stem
from dossier.quantities.times import is_year, told_times
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning


def wrong_telling(sentence: Sentence, figure: Quantity, meaning: Meaning, agreed: Agreement) -> str:
    """Return what is wrong with how a figure is told that is right by its value, or nothing."""
    return next(filter(None, _wrong_tellings(sentence, figure, meaning, agreed)), "")


def _wrong_tellings(
    sentence: Sentence, figure: Quantity, meaning: Meaning, agreed: Agreement
) -> Iterator[str]:
    if agreed is Agreement.BEFORE and is_told_as_current(sentence, figure, meaning):
        yield f"`{figure.text.strip()}` is the earlier value of {meaning.metric.name}"
    yield wrong_direction(sentence, figure, meaning, agreed)
    yield wrong_year(sentence, figure, meaning)
    if agreed is Agreement.VALUE:
        yield wrong_statistic(sentence, figure, meaning)
        yield wrong_side(sentence, figure, meaning)
    if agreed is Agreement.DERIVED:
        yield wrong_rest(sentence, figure, meaning)
    else:
        yield wrong_change(sentence, figure, meaning)
        yield wrong_sign(sentence, figure, meaning, agreed)


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
        true = meaning.moved
    told = sentence.direction(figure) if true else ""
    if not told or told == true:
        return ""
    names = {"up": "a rise", "down": "a fall"}
    return f"told as {names[told]} of {meaning.metric.name}, the record has {names[true]}"


def wrong_side(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with a figure told as more or less than its measure: `over budget`."""
    measures = meaning.compared | meaning.name_stems
    told = side_told(sentence.placed, figure, measures) if meaning.side else ""
    # `Fell by 4% over the season` says when it did.
    if not told or meaning.side in (told, sentence.direction(figure)):
        return ""
    sides = ("above", "below") if told == "up" else ("below", "above")
    return (
        f"`{figure.text.strip()}` is told as {sides[0]} its measure, the record has it {sides[1]}"
    )


def is_change(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure is told as how much something rose or fell: `cut by about 47`."""
    return is_amount(sentence.placed, figure) and bool(sentence.direction(figure))


def wrong_change(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with a value that is told as a change: `cut by 47`, from 47 to 19."""
    before, name = meaning.before, meaning.metric.name
    if meaning.metric.op in (Operator.PLUS, Operator.MINUS):
        is_next = sentence.placed.has("directions", figure.last, figure.last + 1)
        is_to = is_led_by(sentence.placed, figure, "ranges") and not is_next
        is_wrong = is_to and bool(sentence.direction(figure))
        return f"`{figure.text.strip()}` is a change of {name}, no value of it" if is_wrong else ""
    is_value = meaning.is_level and sentence.stems.issuperset(meaning.names[0])
    if before:
        changes = derived(meaning.told, before, None)
        is_value = not any(kind == figure.kind and follows(figure, n) for kind, n in changes)
    is_wrong = is_value and is_change(sentence, figure)
    return f"`{figure.text.strip()}` is no change of {name}, but a value of it" if is_wrong else ""


def is_told_as_current(sentence: Sentence, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether an earlier value is told as the one of today."""
    words = sentence.index.words
    is_alone = len(sentence.figures) == 1 and not sentence.written and not words.is_empty
    # `I still drive 18,000 km, though costs have fallen by 71%`
    is_now = told_times(sentence.placed, sentence.figures, figure)[1] and not any(
        other.number == meaning.told.number for other in sentence.figures
    )
    around = (other for other in (sentence.before, sentence.after) if other)
    is_alone &= all(f.number != meaning.told.number for other in around for f in other.figures)
    is_said = (is_alone or is_now) and not words.has("earlier", sentence.tokens)
    return is_said or _is_reached(sentence, figure, meaning)


def _is_reached(sentence: Sentence, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a figure is told as what a metric came to: `raised to 73%`."""
    told = sentence.direction(figure) if is_led_by(sentence.placed, figure, "ranges") else ""
    is_past = sentence.index.words.has("earlier", sentence.tokens[figure.last :])
    return bool(told) and told == meaning.moved and not is_past


def wrong_sign(sentence: Sentence, figure: Quantity, meaning: Meaning, agreed: Agreement) -> str:
    """Return what is wrong with the sign of a figure that is no share, time or sum of money."""
    is_plain = not figure.kind or figure.unit.is_physical
    if not is_plain or meaning.metric.op or agreed is not Agreement.VALUE:
        return ""
    is_below = meaning.metric.value[0] < 0
    if figure.sign != "-" and is_below and not sentence.direction(figure):
        return f"`{figure.text.strip()}` is told without the minus of {meaning.metric.name}"
    if figure.sign == "-" and not is_below:
        return f"`{figure.text.strip()}` has a minus, {meaning.metric.name} has none"
    return ""


def wrong_ratio(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with the part by or to which a metric is told to have come."""
    before, true = meaning.before, meaning.told.values[0]
    told = sentence.direction(figure)
    led = "amounts" if is_amount(sentence.placed, figure) else ""
    led = led or ("ranges" if is_led_by(sentence.placed, figure, "ranges") else "")
    is_part = figure.kind == "%" and (figure.form is Form.FRACTION or led == "amounts")
    # `Less than half the water` is what is left, whatever was saved.
    is_left = figure.form is Form.FRACTION and figure.bound in UPPER and not (led or told)
    if not (before and before.values[0] and (is_left or (is_part and led and told))):
        return ""
    old = before.values[0]
    part = 100 * (abs(true - old) if led == "amounts" else true) / old
    # Where both values stand beside it, `by 5%` of `from 12% to 7%` can be worked out.
    are_told = {true, old} <= {other.values[0] for other in sentence.figures}
    is_points = meaning.told.unit.kind == "%" and figure.values[0] == abs(true - old)
    is_points = is_points and not are_told
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
    is_rest = sum((*figure.values, *meaning.told.values)) in (100, meaning.whole)
    is_rest = is_rest and meaning.before is None
    # The `but` of `all but 5%` begins a part of its own.
    is_said = any(placed.has(name, max(0, first - 2), last) for name in ("denials", "rest"))
    scope = meaning.scoped - meaning.name_stems
    is_named = any(said.issuperset(n) and (len(n) > 1 or said & scope) for n in meaning.names)
    # `Cut to 36%` is what a fall of 64% leaves.
    is_said = is_said or is_led_by(placed, figure, "ranges")
    is_wrong = is_rest and is_named and not is_said
    return f"`{figure.text.strip()}` is what {meaning.says} leaves" if is_wrong else ""


def wrong_year(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with the year that a figure is compared with: `down 64% on 2021`."""
    years = {word for word in meaning.compared if is_year(word)}
    year = year_against(sentence.placed, figure) if years else ""
    is_other = year and year not in years
    return f"told against {year}, the record has {meaning.metric.baseline}" if is_other else ""


def wrong_statistic(sentence: Sentence, figure: Quantity, meaning: Meaning) -> str:
    """Return what is wrong with which of many values one is told to be: the mean for the median."""
    first, last = sentence.segment(figure.first)
    part = sentence.tokens[0 if len(sentence.figures) == 1 else first : last]
    told, true = statistics_in(part, sentence.index.words), meaning.statistic
    is_wrong = true and told and true not in told
    return (
        f"told as the {min(told)} of {meaning.metric.name}, the record has the {true}"
        if is_wrong
        else ""
    )


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
    if not meaning.metric.baseline or meaning.before or sentence.stems & meaning.compared:
        return ""
    _, last = sentence.segment(figure.first)
    names = rivals_named(sentence.placed, figure, last)
    return next((name for name in names if stem(name.lower()) not in meaning.around), "")
