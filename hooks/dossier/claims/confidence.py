"""How strongly a name binds a figure: enough for an error, for a doubt, or not at all."""

from __future__ import annotations

from dossier.claims.attribution import Subject, attribute
from dossier.claims.context import Context, Near
from dossier.claims.findings import Finding, doubt, drift, says
from dossier.prose.text_kind import CLAIMS
from dossier.quantities.comparing import looks_meant
from dossier.quantities.quantity import Form, Quantity
from dossier.quantities.vocabulary import Hit
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning

NEAR = 2.5
"""Up to which distance a name is a figure's beyond doubt."""
_MORE = 2
"""How much has to speak for a metric of whose name one word stands."""


def blamed(
    context: Context,
    figure: Quantity,
    candidate: Near,
    meaning: Meaning,
    *,
    is_certain: bool = False,
) -> Finding | None:
    """Return that a figure is no value of what is named near it, if that is likely enough."""
    statement, told = context.sentence.statement, says(figure, meaning)
    if is_certain or is_sure(context, figure, candidate, meaning):
        return drift(statement, figure, told, meaning)
    is_doubtful = is_likely(context, figure, candidate, meaning)
    return doubt(statement, figure, told, meaning.hint) if is_doubtful else None


def is_sure(context: Context, figure: Quantity, candidate: Near, meaning: Meaning) -> bool:
    """Return whether a name is enough to say that a figure should be its value."""
    sentence, hit = context.sentence, candidate.hit
    # What is told per a time is no figure of speech.
    is_spelled = figure.form not in (Form.DIGITS, Form.ORDINAL) and not figure.rate
    is_later = hit.start >= figure.last and (
        sentence.parts[hit.start] != sentence.parts[figure.first]
    )
    if (
        candidate.cost > (NEAR if is_spelled else NEAR * 2)
        or is_later
        or figure.values[0] < meaning.told.values[0] < figure.values[-1]  # sizes of several
        or context.is_foreign(meaning)
        or (is_spelled and _is_of_another(context, figure, candidate, meaning))
    ):
        return False
    if figure.is_turned:
        return hit.weight > 1
    if hit.weight > 1 or looks_meant(figure, meaning.told) or _is_swapped(context, figure, meaning):
        return True
    # One word needs more: to be all of the name, where the metric is spoken of, or other words.
    is_name = tuple(sentence.stemmed[hit.start : hit.end]) == meaning.names[0]
    is_own = bool(figure.kind) and attribute(sentence, figure).subject is Subject.ONESELF
    more = is_name + _more(context, figure, candidate, meaning)
    return (is_name and (is_own or meaning in context.metrics)) or more >= _MORE


def is_likely(context: Context, figure: Quantity, candidate: Near, meaning: Meaning) -> bool:
    """Return whether a name leaves a doubt of a figure, where one claims something to others."""
    is_claim = context.sentence.statement.kind in CLAIMS
    if candidate.cost > NEAR or figure.is_label or not is_claim:
        return False
    is_next = candidate.hit.start == figure.last
    if is_next and figure.form is not Form.DIGITS:
        return True
    is_bound = meaning in context.metrics or _more(context, figure, candidate, meaning) > 0
    return is_bound and (is_next or bool(figure.kind))


def counts_other(context: Context, figure: Quantity, candidate: Near, meaning: Meaning) -> bool:
    """Return whether a figure counts something else than what a name near it says."""
    hit = candidate.hit
    is_before = hit.end <= figure.first
    if figure.is_label and not (is_before and candidate.cost < 1):
        return True
    if figure.kind or figure.form is Form.FRACTION or figure.out_of:
        # `90% of callers are helped` is no change of how many call.
        is_of = context.sentence.placed.is_of(figure.last, hit.start)
        is_other = figure.kind == "%" != meaning.told.unit.kind
        return is_other and is_of and agreement(figure, meaning) is Agreement.WRONG
    placed, is_whole = context.sentence.placed, _is_whole(context, figure, hit, meaning)
    if is_whole or placed.has("denials", figure.last, hit.end):
        # `8 are not gold`
        return True
    of = placed.words.at("shares", placed.tokens, figure.first - 1) if is_before else None
    if of and of[1] == "digits" and hit.end == figure.first - 1:
        # `a team of 14 that carries out`
        return False
    if hit.start >= figure.last:
        is_apart = hit.start > figure.last and (
            context.counts_other(figure, meaning) or context.is_some(figure, hit, meaning)
        )
        return is_apart or context.is_modifier(figure, hit, meaning) or candidate.cost > NEAR
    is_answer = context.sentence.tokens[context.sentence.segment(figure.first)[0] - 1].text == "?"
    is_unit = bool(figure.rate or figure.measure)
    is_word = is_before and figure.form is Form.WORDS and not (is_answer or is_unit)
    return is_word or context.counts_other(figure, meaning)


def _is_whole(context: Context, figure: Quantity, hit: Hit[Meaning], meaning: Meaning) -> bool:
    """Return whether a whole is told as one: `57 of 60 beds`, not `60 beds filled`."""
    sentence = context.sentence
    is_told = any(other.number == meaning.told.number for other in sentence.figures)
    is_led = sentence.index.words.ending_at("shares", sentence.tokens, figure.first) is not None
    said = sentence.stemmed[hit.start : hit.end]
    is_other = is_told or is_led or not set(said).issuperset(meaning.names[0])
    return figure.values[0] == meaning.whole and is_other


def _more(context: Context, figure: Quantity, candidate: Near, meaning: Meaning) -> int:
    """Return how much else speaks for a metric: words of its record, and its direction."""
    sentence, hit = context.sentence, candidate.hit
    told = sentence.direction(figure)
    more = meaning.around - set(sentence.stemmed[hit.start : hit.end])
    return len(sentence.stems & more) + (told != "" and told == meaning.direction)


def _is_of_another(context: Context, figure: Quantity, candidate: Near, meaning: Meaning) -> bool:
    """Return whether a figure is the value of another record, of which more is said."""
    if meaning in context.metrics or _more(context, figure, candidate, meaning):
        return False
    other, agreed = context.equal(figure) or (meaning, None)
    return agreed is Agreement.VALUE and other.entry is not meaning.entry


def _is_swapped(context: Context, figure: Quantity, meaning: Meaning) -> bool:
    """Return whether a figure is the value of another metric of the same project."""
    return len(figure.digits) > 1 and any(
        other.entry.project == meaning.entry.project and other.told.number == figure.number
        for other in context.sentence.index.by_number.get(figure.number, ())
    )
