"""How much a word in common says, by how rare it is: in what one can show, and in any posting."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

from dossier.match.asks import stems

Told = TypeVar("Told", bound=Hashable)
_COMMON = stems(
    """
    time value rate share number count score total cost average difference people staff team lead
    leader leading manage manager management managing run running open opening new next plan
    planning develop development build make keep take set write deliver ensure maintain
    review handle handling support help improve improving improvement increase reduce cut raise
    control check checking level standard standards quality high low volume full part sound proven
    understanding familiar familiarity confident commitment willing able evidence track record role
    job post position senior junior head day daily week weekly month monthly season seasonal hour
    hours site place area service services process project product system systems tool tools
    practice practical professional qualified qualification certificate course training train school
    general main key best first second third several care order orders group small big long
    short clear up down in out over results result show way need meet line find found member use
    used user users give look ideal ideally required essential desirable responsible
    responsibility communication environment business company customer customers client clients
    patient patients guest guests pupil pupils student students passenger passengers resident
    residents
    excellence independent independently design report reports prepare produce provide act change
    uk must now then shift shifts early late appropriate relevant category class
    """
)
"""What is said in postings and records of all trades: several of them say as much as one other."""
_EMPTY = stems(
    """
    two three four five six seven eight nine ten eleven twelve dozen every each all both some so
    up before after look looking when while within between during only also no if then there per
    advantage beneficial asset welcome bonus carry own
    about above across against along among around below beside besides beyond despite inside into
    near off onto outside over past since toward towards under until upon with without
    would could should may might shall do did done was were been these those here there than though
    although because whether where why how very too just still yet even much many few most such same
    another any him himself herself itself themselves ourselves yourself yours ours theirs
    """
)
"""What no text is told by."""
_TITLE = 12
"""How many words a title has at most."""
_MANY = 3
"""In how many asks a word of the title stands that tells them not apart."""
_WEAK, _EMPTIEST = 0.5, 0.1


def weights(texts: Collection[Collection[str]]) -> Mapping[str, float]:
    """Return how much each word of texts weighs, at most 1: one that one of them alone has.

    The inverse document frequency (K. Spärck Jones, 1972), on the scale of the rarest word.
    """
    return {stem: weight * telling(stem) for stem, weight in spread(texts).items()}


def spread(texts: Collection[Collection[Told]]) -> Mapping[Told, float]:
    """Return how rare each thing is that texts tell of, on the scale of the rarest, at most 1."""
    counts = Counter(each for text in texts for each in text)
    most = math.log(1 + len(texts))
    return {each: math.log(1 + len(texts) / n) / most for each, n in counts.items()}


def of_the_trade(posting: str, asked: Collection[str]) -> frozenset[str]:
    """Return the words that tell the trade of a posting: in its title and in several asks.

    Its first line is its title, where that is short enough for one.
    """
    first = next((line for line in posting.split("\n") if line.strip()), "")
    title = first if len(first.split()) <= _TITLE else ""
    counts = Counter(stem for text in asked for stem in stems(text))
    return frozenset(stem for stem in stems(title) if counts[stem] >= _MANY)


def telling(stem: str) -> float:
    """Return how much a word says in any posting, at most 1."""
    if stem in _EMPTY:
        return _EMPTIEST
    return _WEAK if stem in _COMMON or not any(map(str.isalpha, stem)) else 1


def share(said: Iterable[str], asked: Iterable[str]) -> float:
    """Return how much of what is asked some of its words are, at most 1."""
    return sum(map(telling, said)) / max(sum(map(telling, asked)), _EMPTIEST)
