"""Figures that no metric is named for: slips of the pen, numbers of records, and the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Set as AbstractSet

from dossier.claims.context import Context, supports
from dossier.claims.sentences import Sentence
from dossier.quantities.comparing import has_other_unit, looks_meant
from dossier.quantities.deriving import are_product
from dossier.quantities.incidental import is_age, is_incidental
from dossier.quantities.quantity import Quantity
from dossier.quantities.stemming import stem
from dossier.quantities.units import DEGREES
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning

_LARGE = 1000
"""From here on a count is no other one's by chance."""
_BEFORE = 2
"""How many figures before and behind one it may follow from."""
_BESIDE = 4
"""How many words around a number of a record say what it is of."""
_MOST = 8
"""How many metrics are looked at of whose names a clause has words."""


def slip(sentence: Sentence, context: Context, figure: Quantity) -> Meaning | None:
    """Return the metric whose value a figure seems to be meant for, though no name is whole.

    Most of the name may be there, or its digits be the value's in another order or unit.
    """
    if is_age(figure) or is_multiplied(sentence, context, figure):
        return None
    if figure.kind and (meaning := _half(sentence, figure)):
        return meaning
    if figure.kind and _is_spoken(sentence, context, figure):
        # Its unit may read two ways: the `m` of a record that has minutes, and of one at 5 m.
        return None
    named = [meaning for hit in sentence.hits for meaning in hit.named]
    around = sentence.index.by_kind.get(figure.kind, ()) if figure.kind else named
    if figure.unit.is_money:
        around = (*around, *sentence.index.by_number.get(figure.number, ()))
    for meaning in context.metrics or around:
        if agreement(figure, meaning) is not Agreement.WRONG or not looks_meant(
            figure, meaning.told
        ):
            continue
        others = (other for other in sentence.figures if other.first != figure.first)
        if any(agreement(other, meaning) is Agreement.VALUE for other in others):
            # The 43 of `34 of 43 recitals`
            continue
        if not figure.kind:
            is_other = context.counts_other(figure, meaning) or any(
                context.is_modifier(figure, hit, meaning)
                for hit in sentence.hits
                if meaning in hit.named and hit.start >= figure.last
            )
            is_meant = not (is_other or context.counted(figure).isdisjoint(meaning.counted))
        else:
            is_alike = has_other_unit(figure, meaning.told)
            is_meant = is_alike and not sentence.stems.isdisjoint(meaning.around)
        if is_meant or (figure.kind and supports(sentence, meaning)):
            return meaning
    return None


def _half(sentence: Sentence, figure: Quantity) -> Meaning | None:
    """Return the one metric of whose name half and more stands in the clause of a figure."""
    first, last = sentence.segment(figure.first)
    stems = frozenset(sentence.stemmed[first:last])
    found = Counter(m for word in stems for m in sentence.index.by_word.get(word, ()))
    best = [
        (meaning, number)
        for meaning, number in found.most_common(_MOST)
        if number > 1 and any(2 * len(stems.intersection(n)) >= len(n) > 1 for n in meaning.names)
    ]
    top = [m for m, number in best if number == best[0][1] and agreement(figure, m)]
    is_wrong = len(top) == 1 and agreement(figure, top[0]) is Agreement.WRONG
    return top[0] if is_wrong and top[0].told.unit.kind == figure.kind else None


def is_backed(
    sentence: Sentence, context: Context, figure: Quantity, *, is_change: bool = False
) -> bool:
    """Return whether a record's text has a figure, or no record needs to have it."""
    words = sentence.index.words
    return (
        is_incidental(sentence.tokens, sentence.figures, figure, words, is_change=is_change)
        or _is_spoken(sentence, context, figure)
        or _lacks_unit(sentence, context, figure)
        or is_multiplied(sentence, context, figure)
        or _is_difference(sentence, context, figure)
        or _is_compared(sentence, figure)
        or _is_condition(sentence, figure)
    )


def _is_condition(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure is a temperature, and no record is about any: `inverts at 573 °C`."""
    return figure.kind.startswith(DEGREES) and not sentence.index.has_kind(DEGREES)


def _is_compared(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether the sentence before tells a value that a record compares with a figure."""
    return any(
        meaning.told.number == other.number and figure.number in meaning.rivals
        for other in (sentence.before.figures if sentence.before else ())
        for meaning in sentence.index.by_number.get(other.number, ())
        if meaning.told.unit.kind == other.kind == figure.kind
    )


def _is_difference(sentence: Sentence, context: Context, figure: Quantity) -> bool:
    """Return whether a figure is how far two values of a record differ: `86, 16 above the 70`."""
    told = {other.number for other in sentence.figures if other is not figure}
    named = [meaning for hit in sentence.hits for meaning in hit.named]
    for meaning in (m for m in dict.fromkeys((*named, *context.metrics)) if m.told.number in told):
        ours = [m for m in named if m.entry is meaning.entry and m.told.unit == meaning.told.unit]
        others = meaning.rivals | {m.told.number for m in ours}
        if any(abs(meaning.told.number - other) == figure.number for other in others):
            return True
    return False


def is_multiplied(sentence: Sentence, context: Context, figure: Quantity) -> bool:
    """Return whether a figure follows from a value beside it: `1.6 W, about 38 Wh in 24 hours`."""
    place = bisect_left(sentence.figures, figure.first, key=lambda other: other.first)
    near = sentence.figures[max(0, place - _BEFORE) : place + _BEFORE + 1]
    others = [other for other in near if other.first != figure.first]
    return any(
        any(agreement(one, m) in (Agreement.VALUE, Agreement.DERIVED) for m in context.metrics)
        for one in others
        if any(are_product(figure, one, two) for two in others if two is not one)
    )


def _is_spoken(sentence: Sentence, context: Context, figure: Quantity) -> bool:
    """Return whether a figure stands in the text of a record around, or of one spoken of."""
    index = sentence.index
    records = {m.entry.id for m in context.metrics} | context.records
    head = "" if figure.kind else sentence.head(figure)
    said = frozenset({head}) if head else sentence.stems
    if len(figure.values) > 1 and index.has_range(figure.values, figure.kind):
        return True
    for value in figure.values:
        known = index.speaking.get((value.normalize(), figure.kind), ())
        if figure.unit.is_name and not known:
            # `418 consecutive days` of a record are the `418 days` of prose.
            unit = stem(figure.text.split()[-1])
            counting = index.speaking.get((figure.number, ""), ())
            known = tuple(r for r in counting if unit in index.stems[r])
        # What is not confirmed says its own figures, and backs nobody else's.
        is_own = sentence.statement.kind == "record"
        others = (r for r in known if is_own or r not in index.unconfirmed)
        told = any(r in records for r in known) if records else None
        if not (any(index.stems[r] & said for r in others) if told is None else told):
            return False
    return True


def stands_beside(
    sentence: Sentence, figure: Quantity, meaning: Meaning, told: AbstractSet[Meaning]
) -> bool:
    """Return whether a record of which something is told has a figure, among the same words.

    `In a pilot with 64 children the rate fell`: the record of the rate says whose 64 that is.
    """
    index, statement = sentence.index, sentence.statement
    said = frozenset(sentence.stemmed[max(0, figure.first - _BESIDE) : figure.last + _BESIDE])
    ours = {m.entry.id for m in told} | {meaning.entry.id}
    # What a record's own text says is judged here, and backs nothing by being said.
    itself = statement.passage.text if statement.kind in ("record", "limits") else ""
    for record in index.speaking.get((figure.values[0].normalize(), figure.kind), ()):
        known = index.by_record.get(record, ())
        if record not in ours or any(figure.number in {m.told.number, *m.rivals} for m in known):
            continue
        own = meaning.name_stems if record == meaning.entry.id else frozenset[str]()
        around = index.beside(record, figure.values[0], figure.kind, itself)
        if any((said & words) - own for words in around):
            return True
    return False


def _lacks_unit(sentence: Sentence, context: Context, figure: Quantity) -> bool:
    """Return whether a bare number is a value of what is spoken of: `6 minutes (was 95)`."""
    if figure.kind:
        return False
    if figure.values[0] >= _LARGE and any(
        agreement(figure, m) is Agreement.VALUE for m in context.metrics
    ):
        return True
    known = sentence.index.by_number.get(figure.values[0].normalize(), ())
    head = sentence.head(figure)
    meant = (m for m in known if figure.out_of in (None, m.out_of))
    meant = (m for m in meant if not head or head in m.counted)
    return any(m in context.metrics or supports(sentence, m) for m in meant)
