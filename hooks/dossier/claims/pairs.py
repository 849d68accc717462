"""Two figures told as new and old to the metric that has both, or has others."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.claims.context import Context, supports
from dossier.claims.findings import says
from dossier.claims.sentences import MOST_FIGURES, Sentence
from dossier.quantities.pairing import Pair, pairs
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import tokens
from dossier.records.agreement import Agreement, agreement
from dossier.records.metrics import Meaning

_RIGHT = (Agreement.VALUE, Agreement.BEFORE)


def pairs_in(sentence: Sentence) -> tuple[Pair, ...]:
    """Return the pairs of those of a sentence's figures that are judged."""
    statement, figures = sentence.statement, sentence.figures[:MOST_FIGURES]
    if not statement.columns:
        return tuple(pairs(sentence.placed, figures))
    return tuple(pairs(sentence.placed, figures, lambda f: tokens(statement.column(f.start))))


def meaning_of(context: Context, pair: Pair, named: Sequence[Meaning]) -> Meaning | None:
    """Return the metric that has both values of a pair: two values need no name."""
    known = (*named, *context.metrics, *context.with_value(pair.new), *context.with_value(pair.old))
    return next((m for m in known if _agreements(pair, m) == _RIGHT), None)


def wrong_pair(
    context: Context, pair: Pair, named: Sequence[Meaning]
) -> tuple[Quantity, str, Meaning] | None:
    """Return which figure of a pair is wrong, how, and of what metric; None if none binds both."""
    both = [m for m in context.with_value(pair.new) if m in context.with_value(pair.old)]
    for meaning in dict.fromkeys((*named, *context.metrics, *both)):
        new, old = _agreements(pair, meaning)
        is_meant = meaning in named or supports(context.sentence, meaning)
        if meaning.before is None:
            continue
        name = meaning.metric.name
        if (new, old) == _RIGHT[::-1] and (is_meant or meaning in context.metrics):
            message = f"the new and the old value of {name} are told the wrong way round"
            return pair.new, message, meaning
        if is_meant and new is Agreement.VALUE and old is Agreement.WRONG:
            message = (
                f"`{pair.old.text.strip()}` is told as what {name} was, the record has another"
            )
            return pair.old, message, meaning
        is_anchored = old is Agreement.BEFORE or (meaning in named and old)
        if is_meant and new is Agreement.WRONG and is_anchored:
            return pair.new, says(pair.new, meaning), meaning
    return None


def _agreements(pair: Pair, meaning: Meaning) -> tuple[Agreement | None, ...]:
    agreed = agreement(pair.new, meaning), agreement(pair.old, meaning)
    if any(agreed) or pair.new.kind or pair.old.kind:
        return agreed
    # `Opening hours went from 62 to 88`: the name says of what unit they are.
    numbers, true = [pair.new.number, pair.old.number], [v.number for v in meaning.known]
    return _RIGHT if numbers == true else _RIGHT[::-1] if numbers == true[::-1] else agreed
