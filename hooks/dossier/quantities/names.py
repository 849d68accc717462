"""Names that are looked for among tokens, each with whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from dossier.quantities.tokens import Token, tokens

_SHORTEST = 4
Names = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Names by their first word in lower case: all their words, and whose they are."""


def names_of(pairs: Iterable[tuple[str, str]]) -> Names:
    """Return names, each with whose it is, by their first words, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, whose in pairs:
        words = tuple(token.low for token in tokens(name))
        if words:
            found.setdefault(words[0], []).append((words, whose))
    return {word: tuple(sorted(group, key=lambda g: -len(g[0]))) for word, group in found.items()}


def named_in(names: Names, found: Sequence[Token]) -> list[tuple[int, str]]:
    """Return where tokens have a name, and whose it is."""
    places = []
    for position, token in enumerate(found):
        for words, whose in names.get(token.low, ()):
            if [t.low for t in found[position : position + len(words)]] == list(words):
                places.append((position, whose))
                break
    return places


@lru_cache(maxsize=1024)
def company_names(known: tuple[str, ...]) -> Names:
    """Return the names of a company, the first of which may be shortened: `Acme` of `Acme Ltd`."""
    first, _, more = (known[0] if known else "").partition(" ")
    short = [first] if more and len(first) >= _SHORTEST else []
    return names_of((name, "") for name in (*known, *short))
