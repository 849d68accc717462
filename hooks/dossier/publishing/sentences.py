"""Prose to its sentences, and texts to those known sentences that stand in them word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

from dossier.plain.patterns import pattern
from dossier.publishing.searched_text import UNSPACED, folded

_END = pattern(r"\s(?<=[.!?]\s)\s*")
_UNSPACED_END = pattern("\\s(?<=[.!?]\\s)\\s*|(?<=[\u3002\uff01\uff1f])")
_BLOCK = pattern(r"\n(?=[ \t]*(?:\n|[-*+>#|:]|\d+[.)]))")
"""Between two blocks of Markdown: what stands in one runs on over its lines."""
_PART = pattern(
    "[\"\u201c\u201d\u201e\u201f\u00ab\u00bb()\\[\\]<>{}|;:/?#=&\u2013\u2014]+|(?<!\\w)'|'(?!\\w)|[.](?=\\S)"
)
"""What a sentence is put into another text with."""
_SET_APART = pattern(r"[ \t>]*(?:\||\[\^[^\]]{1,100}\]:)")
"""What a table's row, or a footnote, begins with."""
_NO_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""What stands between words of plain English."""
_SIGN_OR_WORD = pattern(f"[{UNSPACED}]|[^\\W_{UNSPACED}]+")
"""Each sign counts as a word where none stand between blanks."""
_TARGET = pattern(r"\]\([^()]*\)")
_BREAK = pattern(r"<br\b[^<>]*>", re.IGNORECASE)
_MARKS = pattern(r"[*`\\]|~~|<[^<>]*>")
"""What stands within words and is not read."""
_MARK_SIGNS = ("*", "`", "\\", "~~", "<")
_LEAST_WORDS, _LEAST_SIGNS = 4, 20
"""Fewer of them are said by chance."""


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a text that nobody says by chance, each with its words.

    Those of each line, and those that run on over lines; of a table's row, each cell's.
    """
    yield from _told(_sentences(text))
    for line in text.split("\n") if "|" in text or "[^" in text else ():
        if row := _SET_APART.match(line):
            yield from _told(_sentences(line[row.end() :].replace("|", "\n")))


def sayings(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a text says in the same way: its sentences, and what is set apart in them.

    In brackets, quotation marks or a markup's attribute, behind a colon, or as part of an address.
    """
    for sentence in _sentences(text):
        yield from _told([sentence])
        parts = _PART.split(sentence)
        for part in map(str.strip, parts if len(parts) > 1 or " " not in sentence else ()):
            # Words of an address have no blanks between them.
            if len(part) >= _LEAST_SIGNS and (words := _long(in_words(unquote(part)))):
                yield part, words


def _told(pieces: Iterable[str]) -> Iterator[tuple[str, str]]:
    for piece in map(str.strip, pieces):
        if words := _told_words(piece):
            yield piece, words


def _sentences(text: str) -> Iterator[str]:
    end = _END if text.isascii() else _UNSPACED_END
    for line in text.split("\n"):
        yield from end.split(line)
    for block in _BLOCK.split(text) if "\n" in text else ():
        # A block of one line has been told.
        for sentence in end.split(block) if "\n" in block.strip() else ():
            if "\n" in sentence.strip():
                yield " ".join(sentence.split())


def is_sentence(text: str) -> bool:
    """Return whether a text is as long as what is compared as a sentence."""
    return bool(_told_words(text))


def _told_words(text: str) -> str:
    """Return the words of a sentence, none if it is too short."""
    if text.isascii() and (len(text) < _LEAST_SIGNS or text.count(" ") + 1 < _LEAST_WORDS):
        return ""
    return _long(in_words(text))


def _long(words: str) -> str:
    """Return words, none if they are too few."""
    return words if len(words) >= _LEAST_SIGNS and words.count(" ") + 1 >= _LEAST_WORDS else ""


def in_words(text: str) -> str:
    """Return the words of a text as they are compared, one blank between them."""
    return " ".join(_words_of(text))


def _words_of(text: str) -> list[str]:
    # Most texts have none of these, which costs less to see than to look for all.
    if "](" in text:
        text = _TARGET.sub("]", text)
    if any(map(text.__contains__, _MARK_SIGNS)):
        text = _MARKS.sub("", _BREAK.sub(" ", text) if "<" in text else text)
    if "&" in text:
        text = unescape(text)
    return _words(folded(text))


def _words(text: str) -> list[str]:
    """Return the words of a folded text."""
    return text.translate(_NO_WORDS).split() if text.isascii() else _SIGN_OR_WORD.findall(text)


class SentenceSearch:
    """Many sentences, looked for at once in the words of a text."""

    def __init__(self, known: Iterable[str]) -> None:
        words = {sentence: _words_of(sentence) for sentence in known}
        self._sentences = [sentence for sentence, said in words.items() if said]
        self._automaton = AhoCorasick(_apart(words[sentence]) for sentence in self._sentences)

    def found_in(self, text: str) -> Iterator[str]:
        """Yield the sentences that a text holds, each as given, as often as it stands there."""
        found = self._automaton.find_matches_as_indexes(_said(text), overlapping=True)
        for number, _, _ in found:
            yield self._sentences[number]


def _said(text: str) -> str:
    """Return the words of a text as they are searched."""
    return _apart(_words(folded(text)))


def _apart(words: Iterable[str]) -> str:
    """Return words with a blank on each side, so that none is found within another."""
    return " ".join(("", *words, ""))
