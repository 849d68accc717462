"""Figures that no metric is named for: slips of the pen, numbers of records, and the rest."""

from __future__ import annotations

from collections import Counter

from dossier.claims.agreement import Agreement, agreement, is_transposed
from dossier.claims.metrics import Meaning
from dossier.claims.scene import Scene, counted_by, supports
from dossier.claims.sentences import Sentence
from dossier.quantities.incidental import is_age, is_incidental
from dossier.quantities.quantity import Quantity
from dossier.quantities.units import WORD

_MOST = 8
"""How many metrics are looked at of whose names a clause has words."""


def slip(sentence: Sentence, scene: Scene, figure: Quantity) -> Meaning | None:
    """Return the metric whose value a figure seems to be meant for, though no name is whole.

    Most of the name may be there, or the record be cited; its digits may be the value's in another
    order or unit, or its unit that of this metric alone.
    """
    if is_age(figure):
        return None
    if figure.kind and (meaning := _only_of_its_kind(sentence, figure) or _half(sentence, figure)):
        return meaning
    known = scene.metrics or (sentence.ground.by_kind.get(figure.kind, ()) if figure.kind else ())
    wrong = [m for m in known if agreement(figure, m) is Agreement.WRONG]
    if not figure.kind:
        counted = scene.counted(figure)
        wrong = [m for m in wrong if counted & counted_by(m)]
    is_physical = figure.unit.is_physical
    for meaning in wrong:
        is_meant = supports(sentence, meaning) or (is_physical and sentence.stems & meaning.around)
        if is_meant and is_transposed(figure, meaning.told):
            return meaning
    wrong = [m for m in wrong if supports(sentence, m)]
    unit = wrong[0].told.unit if wrong else figure.unit
    is_rare = unit.is_physical or unit.is_money or unit.kind.startswith((WORD, "ordinal"))
    alike = {m.entry.id for m in known if m.told.unit.kind == figure.kind}
    return wrong[0] if wrong and is_rare and len(alike) <= 1 else None


def _only_of_its_kind(sentence: Sentence, figure: Quantity) -> Meaning | None:
    """Return the one metric of a record cited in the sentence that has a figure's kind of unit."""
    if figure.kind in ("%", "x", "pp", "times"):
        return None
    ground = sentence.ground
    cited = (m for record in sentence.records for m in ground.by_record.get(record, ()))
    alike = [m for m in cited if m.told.unit.kind == figure.kind]
    is_wrong = len(alike) == 1 and agreement(figure, alike[0]) is Agreement.WRONG
    return alike[0] if is_wrong else None


def _half(sentence: Sentence, figure: Quantity) -> Meaning | None:
    """Return the one metric of whose name half and more stands in the clause of a figure."""
    first, last = sentence.segment(figure.first)
    stems = frozenset(sentence.stemmed[first:last])
    found = Counter(m for word in stems for m in sentence.ground.by_word.get(word, ()))
    best = [
        (meaning, number)
        for meaning, number in found.most_common(_MOST)
        if number > 1 and any(2 * len(stems.intersection(n)) >= len(n) > 1 for n in meaning.names)
    ]
    top = [m for m, number in best if number == best[0][1] and agreement(figure, m)]
    is_wrong = len(top) == 1 and agreement(figure, top[0]) is Agreement.WRONG
    return top[0] if is_wrong else None


def is_backed(sentence: Sentence, scene: Scene, figure: Quantity) -> bool:
    """Return whether a record's text has a figure, or no record needs to have it."""
    words = sentence.ground.words
    return (
        is_incidental(sentence.tokens, sentence.figures, figure, words)
        or _is_spoken(sentence, scene, figure)
        or _lacks_unit(sentence, scene, figure)
    )


def _is_spoken(sentence: Sentence, scene: Scene, figure: Quantity) -> bool:
    """Return whether a figure stands in the text of a record around, or of one spoken of."""
    ground = sentence.ground
    records = {m.entry.id for m in scene.metrics} | scene.records
    head = "" if figure.kind else sentence.head(figure)
    said = frozenset({head}) if head else sentence.stems
    if len(figure.values) > 1 and _spans(sentence, figure):
        return True
    for value in figure.values:
        known = ground.speaking.get((value.normalize(), figure.kind), ())
        if not any(r in records if records else ground.stems[r] & said for r in known):
            return False
    return True


def _lacks_unit(sentence: Sentence, scene: Scene, figure: Quantity) -> bool:
    """Return whether a bare number is a value of what is spoken of: `6 minutes (was 95)`."""
    if figure.kind:
        return False
    known = sentence.ground.by_number.get(figure.values[0].normalize(), ())
    head = sentence.head(figure)
    meant = (m for m in known if not head or head in counted_by(m))
    return any(m in scene.metrics or supports(sentence, m) for m in meant)


def _spans(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a range runs from one metric of a record to another."""
    ends = (
        {
            m.entry.id
            for m in sentence.ground.by_value.get(value.normalize(), ())
            if m.told.unit.kind == figure.kind
        }
        for value in figure.values
    )
    return bool(set.intersection(*ends))
