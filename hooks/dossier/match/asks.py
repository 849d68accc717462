"""What is asked for and in no row: the one answer of pages and problems.

Words are compared by their stems, so that endings and fillers don't matter. There is no meaning in
it: that a row speaks of what is asked has to be seen in its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dossier.match.irregular_verbs import verb_of
from dossier.model.application import ProofPoint
from dossier.plain.folding import fold, holds
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_ENDING = pattern(
    r"(?:ations?|(?<!e)er(?:ed|ings?)|ings?|ments?|(?<!e)ers?|(?<!e)ed|ies|ys|(?<!e)es|s|y|(?<!e)e)$"
)
_DOUBLED = pattern(r"([bdgmnprt])\1$")
"""What an ending doubles: `plan`, `planning`."""
_OPEN = pattern(r"[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tvz]")
_OF_VERB = pattern(r"(?<=\w{4})ag$")
"""What `leakage` has behind the verb, and `manage` has not."""
_E_TAKEN = pattern(r"(?:ings?|ers?|ed|es)$")
"""Endings before which a verb loses its `e`: `tuning`."""
_WORD = pattern(r"[^\W\d_]-[^\W_]{2,}|[^\W_]+(?:[+#]+)?")
"""A letter with a hyphen belongs to the name behind it: `F-gas`."""
_HYPHEN = pattern(r"(?<=\w\w)-|(?<=[a-z])(?=[A-Z]{3,}\b)")
"""What joins words: `end-to-end`, and `AutoCAD`, which is CAD."""
# fmt: off
_FILLERS = frozenset((
    "and", "the", "for", "with", "such", "from", "into", "that", "this", "your", "our", "their",
    "experience", "experienced", "strong", "extensive", "advanced", "large", "background",
    "ability", "skills", "less",
    "knowledge", "work", "working", "year", "years", "more", "have", "has", "are", "you", "will",
    "who", "what", "can", "or", "in", "of", "to", "a", "an", "on", "at", "is", "be", "as", "by",
    "we", "it", "proven", "excellent", "good", "solid", "deep", "demonstrated", "required",
    "preferred", "using", "use", "related", "including", "like", "e", "g", "etc", "plus", "least",
    "one", "other", "similar", "well", "not", "through", "across", "able",
    "i", "me", "my", "he", "she", "they", "them", "his", "her", "its", "us", "any", "both",
    "und", "oder", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer",
    "einem", "mit", "von", "vom", "für", "im", "am", "zu", "zum", "zur", "auf", "bei", "als", "aus",
    "nach", "über", "sowie", "bzw", "ist", "sind", "du", "dein", "deine", "ihr", "ihre", "sie",
    "wir", "uns", "sich", "gute", "gut", "sehr", "sichere", "erfahrung", "erfahrungen",
    "kenntnisse", "jahre", "jahren",
))
_STRESSED = frozenset(("AND", "OR", "NOT"))
# fmt: on
_EXAMPLES = pattern(r"[\s,(]*\b(?:such as|e\. ?g\.|for (?:example|instance))[^;.)]*", re.IGNORECASE)
"""What is asked for as an example only: one of many that would do."""
_SHARED = 0.5


@frozen
class RowWords:
    """A row, and what it says as it is compared."""

    row: ProofPoint
    quote: str
    """Folded; empty for none."""
    stems: frozenset[str]
    """Of its requirement and its concept."""

    @classmethod
    def of(cls, row: ProofPoint) -> RowWords:
        """Return a row with what it says."""
        said = " ".join((fold(row.requirement), spaced(row.concept or "")))
        return cls(row, fold(row.quote or ""), stems(said))

    def answers(self, ask: AskWords) -> bool:
        """Return whether the row quotes what is asked, or a part of it, or shares its words."""
        if self.shares(ask.stems) or self.shares(ask.bare):
            return True
        return bool(self.quote) and (holds(ask.folded, self.quote) or holds(self.quote, ask.folded))

    def shares(self, words: frozenset[str]) -> bool:
        """Return whether row and text have half of what the shorter of them says in common."""
        if self.stems.isdisjoint(words):
            return False
        return len(self.stems & words) >= min(len(self.stems), len(words)) * _SHARED


@frozen
class AskWords:
    """What is asked for, as each row is held against it."""

    stems: frozenset[str]
    bare: frozenset[str]
    """The same without examples."""
    folded: str


def uncovered(asked: Iterable[str], rows: Iterable[RowWords]) -> tuple[str, ...]:
    """Return what is asked for and no row answers, in its order."""
    known = tuple(rows)
    return tuple(ask for ask in asked if not _is_answered(_words_of(ask), known))


def _is_answered(ask: AskWords, rows: Iterable[RowWords]) -> bool:
    return any(row.answers(ask) for row in rows)


@lru_cache(maxsize=1024)
def _words_of(ask: str) -> AskWords:
    return AskWords(stems(ask), stems(_EXAMPLES.sub("", ask)), fold(ask))


def spaced(text: str) -> str:
    """Return a text whose compounds are words of their own, but for `F-gas` and its like."""
    return _HYPHEN.sub(" ", text)


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """Return the words of a text that say something, without their endings."""
    return frozenset(stem_words(text))


def stem_words(text: str) -> dict[str, str]:
    """Return the stems of a text, in its order, each with the word that it is first of."""
    found: dict[str, str] = {}
    is_loud = text.isupper()
    for word in _WORD.findall(fold(text)):
        # `BE` and `IT` are names; `AND` is stressed.
        is_name = len(word) > 1 and word.isupper() and not (is_loud or word in _STRESSED)
        if is_name or word.casefold() not in _FILLERS:
            found.setdefault(_stem(word.casefold()), word)
    return found


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    word = verb_of(word)
    if len(word) > 4:  # noqa: PLR2004 - shorter words are left whole
        bare = _ENDING.sub("", word)
        # A short verb doubles its last letter, `fitting`; where it does not, an `e` is gone.
        is_cut = bare != word and _OPEN.fullmatch(bare) and _E_TAKEN.search(word)
        word = f"{bare}e" if is_cut else _DOUBLED.sub(r"\1", _OF_VERB.sub("", bare))
    return word[:6]
