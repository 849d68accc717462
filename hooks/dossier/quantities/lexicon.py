"""The words that a language has for numbers, bounds, directions and the like.

`claims/english/*.txt` hold a word or phrase a line, behind `=` its meaning if it has one, behind
`~` the line of `tests/cases/words` that is judged wrong without it. Other languages have no words
here: of their content only what needs none is judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.quantities.stemming import stem
from dossier.quantities.tokens import Token, tokens
from dossier.quantities.word_search import WordSearch

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by their first word, the longest first: words in lower case, and what they mean."""


@frozen
class Lexicon:
    """The words of one language, list by list."""

    lists: Mapping[str, Phrases]

    @cached_property
    def number_words(self) -> frozenset[str]:
        """The first words of numbers that are not written in digits."""
        lists = ("numbers", "fractions", "factors")
        return frozenset(word for name in lists for word in self.lists.get(name, ()))

    @cached_property
    def telling_numbers(self) -> frozenset[str]:
        """The same without `one`, which is no figure unless another number follows it."""
        one = {
            word
            for word, phrases in self.lists.get("numbers", {}).items()
            if all(meaning == "1" for _, meaning in phrases)
        }
        return self.number_words - one

    @cached_property
    def parting(self) -> frozenset[str]:
        """The first words of conjunctions, and the signs that part clauses."""
        return frozenset({*self.lists.get("conjunctions", ()), ";", "?"})

    @property
    def is_empty(self) -> bool:
        """Whether it is of a language that has no words here."""
        return not self.lists

    def may_count(self, text: str) -> bool:
        """Return whether a text could hold a number in words: a cheap look."""
        return bool(self._numbers.found_in(text))

    def may_stand(self, name: str, text: str) -> bool:
        """Return whether a phrase of a list could stand in a text: a cheap look."""
        if name not in self._searches:
            self._searches[name] = WordSearch(self.lists.get(name, {}).__contains__)
        return bool(self._searches[name].found_in(text))

    def may_tell_all(self, text: str) -> bool:
        """Return whether a text could say something of all of a thing: a cheap look."""
        return bool(self._all.found_in(text))

    def stems(self, name: str) -> frozenset[str]:
        """Return the stems of the words that a list's phrases begin with."""
        if name not in self._stems:
            self._stems[name] = frozenset(map(stem, self.lists.get(name, ())))
        return self._stems[name]

    @cached_property
    def _all(self) -> WordSearch:
        all_, endings = self.lists.get("universals", {}), self.stems("endings")
        return WordSearch(lambda word: word in all_ or stem(word) in endings)

    @cached_property
    def _stems(self) -> dict[str, frozenset[str]]:
        """The stems of those lists that were asked for."""
        return {}

    @cached_property
    def _numbers(self) -> WordSearch:
        return WordSearch(self.telling_numbers.__contains__)

    @cached_property
    def _searches(self) -> dict[str, WordSearch]:
        """What looks for the words of a list, for those lists that were asked for."""
        return {}

    def at(self, name: str, found: Sequence[Token], position: int) -> tuple[int, str] | None:
        """Return how many words of a list stand at a position, and what they mean."""
        phrases = self.lists.get(name, {}).get(found[position].low)
        for words, meaning in phrases or ():
            length = len(words)
            if length == 1:
                return 1, meaning
            there = found[position : position + length]
            if tuple(token.low for token in there) == words:
                return length, meaning
        return None

    def ending_at(self, name: str, found: Sequence[Token], end: int) -> tuple[int, str] | None:
        """Return how many words of a list stand right before a position, and what they mean."""
        for length in (4, 3, 2, 1):
            start = end - length
            if start >= 0 and (hit := self.at(name, found, start)) and hit[0] == length:
                return hit
        return None

    def first(self, name: str, found: Sequence[Token]) -> int | None:
        """Return where the first phrase of a list stands among tokens, None if none does."""
        phrases = self.lists.get(name)
        if not phrases:
            return None
        places = (n for n, token in enumerate(found) if token.low in phrases)
        return next((n for n in places if self.at(name, found, n)), None)

    def has(self, name: str, found: Sequence[Token]) -> bool:
        """Return whether any phrase of a list stands among tokens."""
        return self.first(name, found) is not None


NO_WORDS = Lexicon({})


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language, by its code: `en`."""
    if language.partition("-")[0].lower() != "en":
        return NO_WORDS
    folder = Path(__file__).parent.parent / "claims" / "english"
    texts = {file.stem: file.read_text(encoding="utf-8") for file in folder.glob("*.txt")}
    return Lexicon({name: _phrases(text) for name, text in texts.items()})


def read_line(line: str) -> tuple[str, str, str]:
    """Return the phrase of a line, what it means, and the case that needs it."""
    said, _, case = line.partition("~")
    phrase, _, meaning = said.partition("=")
    return phrase.strip(), meaning.strip(), case.strip()


def _phrases(text: str) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in text.splitlines():
        phrase, meaning, _ = read_line(line)
        if phrase and not phrase.startswith("#"):
            words = tuple(token.low for token in tokens(phrase))
            found.setdefault(words[0], []).append((words, meaning))
    return {
        word: tuple(sorted(phrases, key=lambda phrase: -len(phrase[0])))
        for word, phrases in found.items()
    }
