"""Asks that give somebody people, *about 55 people in your team*, and who has led some.

Who has people leads them, and what shows it says that, or tells of people.
"""

from __future__ import annotations

from itertools import pairwise

from dossier.match.asks import stems
from dossier.match.kinds_of_work import kinds_of
from dossier.plain.patterns import pattern
from dossier.quantities.lexicon import lexicon
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens

LEADING, PEOPLE = "lead", "people"
"""Kinds of work; the first is what such an ask asks for beside its words."""
_SOMEBODY = pattern(r"[\w-]{3,}(?:er|or|ant|ist|ian|ee)s|[\w-]*men")
"""Who does something for a living, more than one: `attendants`, `electricians`."""
_NEAR = 4
"""How many words from a number stands of whom it is."""
_HAVE = frozenset({"have", "has"})
_BELOW = frozenset({("to", "you"), ("under", "you"), ("below", "you")})


def gives_people(item: str) -> bool:
    """Return whether an ask says how many people somebody will have: *a team of 12 under you*.

    *You join a team of 12* gives nobody any.
    """
    found = tokens(item)
    words = [token.low for token in found]
    for figure in quantities(item, found, lexicon("en")):
        before = words[max(figure.first - _NEAR, 0) : figure.first]
        behind = words[figure.last : figure.last + _NEAR]
        if figure.unit.kind or PEOPLE not in kinds_of(stems(" ".join((*before, *behind)))):
            continue
        is_had = "you" in before and not _HAVE.isdisjoint(before)
        rest = words[figure.last :]
        if is_had or "your" in before[-2:] or _BELOW.intersection(pairwise(rest)):
            return True
    return False


def leads_people(text: str) -> bool:
    """Return whether a text tells of people that somebody led: *lead 31 room attendants*."""
    found = tokens(text)
    words = [token.low for token in found]
    return any(
        not figure.unit.kind
        and LEADING in kinds_of(stems(" ".join(words[max(figure.first - _NEAR, 0) : figure.first])))
        and any(map(_SOMEBODY.fullmatch, words[figure.last : figure.last + _NEAR]))
        for figure in quantities(text, found, lexicon("en"))
    )
