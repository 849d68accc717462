"""Words that tell of one kind of work in any trade: who *coaches juniors* has *taught apprentices*.

A posting and a résumé seldom choose the same one. `kinds_of_work.txt` lists them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from dossier.match.asks import stems
from dossier.match.word_forms import is_same_word
from dossier.plain.patterns import pattern

_CHANGE = pattern(
    r"\bfrom (?:[^\W\d]\w* )?\W?[A-Z]{0,3} ?\d[\w.,%]*(?: [\w%]+){0,4} to \W?[A-Z]{0,3} ?\d"
)
"""What tells that something is otherwise than it was: `from 11 to 5 a quarter`."""
BETTER = "better"


def _listed() -> Iterator[tuple[str, str, str]]:
    """Yield the kinds, each with the one that it is within, if any, and its words."""
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, words = line.partition(": ")
            name, _, above = kind.partition(" in ")
            yield name, above, words.replace("-", " ")


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """Return the kinds that each stem tells of."""
    found: dict[str, frozenset[str]] = {}
    for kind, _, words in _listed():
        for stem in stems(words):
            found[stem] = found.get(stem, frozenset()) | {kind}
    return found


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Return the words of each stem."""
    found: dict[str, frozenset[str]] = {}
    for word in {word for _, _, words in _listed() for word in words.split()}:
        for stem in stems(word):
            found[stem] = found.get(stem, frozenset()) | {word}
    return found


def tells_kind(stem: str, word: str) -> bool:
    """Return whether a word is one that tells of a kind: *instrumental* is no *instrument*."""
    return any(is_same_word(word, each) for each in _words().get(stem, ()))


def kinds_of(said: Iterable[str]) -> frozenset[str]:
    """Return the kinds of work that stems tell of."""
    return frozenset(kind for stem in said for kind in _kinds().get(stem, ()))


@cache
def _above() -> Mapping[str, str]:
    return {kind: above for kind, above, _ in _listed() if above}


def kinds_told(said: Iterable[str]) -> frozenset[str]:
    """Return the kinds of work that stems tell of, with those that they are within."""
    kinds = kinds_of(said)
    return kinds | {_above()[kind] for kind in kinds if kind in _above()}


def tells_change(text: str) -> bool:
    """Return whether a text says from what to what something came."""
    return bool(_CHANGE.search(text))


def akin(asked: Collection[str], shared: Collection[str], kinds: Collection[str]) -> dict[str, str]:
    """Return the stems asked for that tell of a kind of work in other words, each with its kind.

    `kinds` are those told of. One that the words in `shared` say already, or another stem does,
    says no more.
    """
    left = set(kinds) - kinds_of(shared)
    found: dict[str, str] = {}
    for stem in asked:
        told = sorted(left.intersection(_kinds().get(stem, ()))) if stem not in shared else []
        if told:
            found[stem] = told[0]
            left.difference_update(_kinds()[stem])
    return found
