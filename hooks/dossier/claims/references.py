"""Values written by reference to those that are told as new and old the wrong way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dossier.claims.confidence import NEAR
from dossier.claims.context import Near
from dossier.claims.findings import Finding, drift
from dossier.claims.sentences import Sentence
from dossier.quantities.ordering import joined_order
from dossier.quantities.quantity import Quantity
from dossier.records.metrics import Meaning


def exchanged(sentence: Sentence) -> Iterator[Finding]:
    """Yield what writes the value of today where the earlier one belongs: *from now to before*."""
    found = sentence.tokens
    for (one, meaning), (two, other) in pairwise(sentence.written):
        whole = {start: target.metric or "" for start, target in sentence.statement.written}
        places = one, two
        are_earlier = [whole[found[n].start].endswith(".before") for n in places]
        if meaning is not other or are_earlier[0] is are_earlier[1]:
            continue
        figures = [_figure(sentence, n, meaning) for n in places]
        order = joined_order(found, sentence.index.words, *figures)
        if order == ("new-old" if are_earlier[0] else "old-new"):
            message = f"the new and the old value of {meaning.metric.name} are exchanged"
            yield drift(sentence.statement, found[one], message, meaning)


def misplaced(
    sentence: Sentence, near: Iterable[Near], position: int, meaning: Meaning
) -> Iterator[Finding]:
    """Yield that a figure which is written by reference stands under another's name."""
    close = [candidate for candidate in near if candidate.cost <= NEAR]
    if not close or any(meaning in candidate.meanings for candidate in close[:2]):
        return
    named = [m for m in close[0].meanings if m.told.unit.kind == meaning.told.unit.kind]
    is_within = any(set(name) <= meaning.around for m in named for name in m.names)
    is_sure = close[0].hit.weight > 1 or (named and named[0].entry is meaning.entry)
    if named and is_sure and not is_within:
        other = named[0].metric.name
        message = f"the sentence speaks of {other}, and this writes {meaning.says}"
        yield drift(sentence.statement, sentence.tokens[position], message, named[0])


def _figure(sentence: Sentence, position: int, meaning: Meaning) -> Quantity:
    token = sentence.tokens[position]
    return Quantity(position, position + 1, token.start, token.end, token.text, meaning.told.values)
