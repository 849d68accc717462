"""Figures that no metric is named for: slips of the pen, numbers of records, and the rest."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from dossier.claims.agreement import Agreement, agreement, is_transposed
from dossier.claims.metrics import Meaning
from dossier.claims.scene import Scene, counted_by, supports
from dossier.claims.sentences import Sentence
from dossier.quantities.quantity import Quantity
from dossier.quantities.units import WORD

_SMALL = 5
"""Below this a bare count is no claim that a record has to back."""
_MOST = 8
"""How many metrics are looked at of whose names a clause has words."""
_CLOSE, _MONTH = Decimal("0.01"), Decimal(2628000)


def slip(sentence: Sentence, scene: Scene, figure: Quantity) -> Meaning | None:
    """Return the metric whose value a figure seems to be meant for, though no name is whole.

    Most of the name may be there, or the record be cited; its digits may be the value's in another
    order or unit, or its unit that of this metric alone.
    """
    if _is_age(figure):
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
    if _is_small(figure) or figure.is_label or _is_part(sentence, figure):
        return True
    if _is_age(figure) or _is_part_of_age(sentence, figure):
        return True
    if _is_spoken(sentence, scene, figure) or _lacks_unit(sentence, scene, figure):
        return True
    return _is_parameter(sentence, figure) or _follows(sentence, figure)


def _is_spoken(sentence: Sentence, scene: Scene, figure: Quantity) -> bool:
    """Return whether a figure stands in the text of a record around, or of one that is spoken of."""
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


def _is_small(figure: Quantity) -> bool:
    is_whole = all(value == value.to_integral_value() for value in figure.values)
    return not figure.kind and not figure.rate and is_whole and figure.values[-1] < _SMALL


def _is_age(figure: Quantity) -> bool:
    """Return whether a figure is a time in months or years: of a life, not of a claim."""
    return figure.kind == "time" and figure.unit.factor >= _MONTH and figure.rate is None


def _is_part_of_age(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a bare number is of the years told before it: `14 years, 9 of them`."""
    before = [other for other in sentence.figures if other.last <= figure.first]
    return not figure.kind and bool(before) and _is_age(before[-1])


def _is_part(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure describes a thing: `a 470 µF capacitor`."""
    if not figure.unit.is_physical or not figure.first or figure.last >= len(sentence.tokens):
        return False
    before, after = sentence.tokens[figure.first - 1], sentence.tokens[figure.last]
    is_led = bool(sentence.ground.words.at("articles", sentence.tokens, figure.first - 1))
    return is_led and after.kind == "word" and len(after.text) > 3 and before.kind == "word"  # noqa: PLR2004


def _is_parameter(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure is set or compared with a letter: `n = 20`, `p < 0.05`."""
    before = sentence.tokens[max(0, figure.first - 3) : figure.first + 1]
    place = next((n for n, token in enumerate(before) if token.text in ("=", "<", ">")), 0)
    return place > 0 and len(before[place - 1].text) == 1


def _follows(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a time is that of one of so many a second: 16.7 ms at 60 fps."""
    others = (other.values[0] for other in sentence.figures if not other.kind)
    is_time = figure.kind == "time"
    return is_time and any(abs(figure.values[0] * other - 1) < _CLOSE for other in others)
