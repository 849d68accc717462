"""Prose to its sentences, and texts to those known sentences that stand in them word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from dossier.plain.patterns import pattern
from dossier.publishing.searched_text import folded

_END = pattern(r"(?<=[.!?])\s+|\n")
_WORD = pattern(r"\w+")
_TARGET = pattern(r"\]\([^)]*\)")
_LEAST_WORDS, _LEAST_SIGNS = 4, 20
"""Fewer of them are said by chance."""


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a text that nobody says by chance, each with its words."""
    for sentence in map(str.strip, _END.split(text)):
        if words := _told_words(sentence):
            yield sentence, words


def is_sentence(text: str) -> bool:
    """Return whether a text is as long as what is compared as a sentence."""
    return bool(_told_words(text))


def _told_words(text: str) -> str:
    """Return the words of a sentence, none if it is too short."""
    if len(text) < _LEAST_SIGNS or text.count(" ") + 1 < _LEAST_WORDS:
        return ""
    words = in_words(text)
    return words if len(words) >= _LEAST_SIGNS and words.count(" ") + 1 >= _LEAST_WORDS else ""


def in_words(text: str) -> str:
    """Return the words of a text as they are compared, one blank between them."""
    return " ".join(_WORD.findall(folded(_TARGET.sub("]", text))))


class SentenceSearch:
    """Many sentences, looked for at once: by their first words, then by all of them."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_start: dict[tuple[str, ...], list[tuple[list[str], str]]] = {}
        for sentence in known:
            words = in_words(sentence).split()
            self._by_start.setdefault(tuple(words[:_LEAST_WORDS]), []).append((words, sentence))
        self._early = {max(start, key=len, default="") for start in self._by_start}
        every = chain.from_iterable(self._by_start.values())
        self._telling = {max(words, key=len, default="") for words, _ in every}

    def found_in(self, text: str) -> Iterator[str]:
        """Yield the sentences that a text holds, each as it was given, as often as it stands there.

        Takes a look-up for each word of the text.
        """
        text = folded(text)
        # Most texts hold none, which is known before they are taken apart, or before all is tried.
        if not any(word in text for word in self._early):
            return
        words = _WORD.findall(text)
        if self._telling.isdisjoint(words):
            return
        starts = zip(*(words[number:] for number in range(_LEAST_WORDS)), strict=False)
        for number, start in enumerate(starts):
            for wanted, sentence in self._by_start.get(start, ()):
                if words[number : number + len(wanted)] == wanted:
                    yield sentence
