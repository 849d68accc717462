"""Words to which of many values is told: the mean, the median."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.quantities.counting import is_plural
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token


def statistics_in(found: Sequence[Token], words: Lexicon) -> frozenset[str]:
    """Return which of many values tokens tell: `mean` for `on average`, none for `I mean`."""
    hits = ((place, words.at("statistics", found, place)) for place in range(len(found)))
    return frozenset(hit[1] for place, hit in hits if hit and not _is_verb(found, place, words))


def _is_verb(found: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Return whether who or what does it stands before a word: `I mean`, `such numbers mean`."""
    own = words.at("own", found, place - 1) if place else None
    is_meant = own is not None and own[1] == "subject"
    return is_meant or (place > 0 and is_plural(found, place - 1, words))
