"""What a posting writes as a name that is an everyday word, too: *Go*, *Ruby on Rails*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dossier.match.asks import spaced, stem_words, stems
from dossier.match.english_words import calls_field, is_everyday
from dossier.plain.folding import plain
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

TOKEN = pattern(r"\.?[^\W_][\w+#]*(?:\.[^\W\d_]\w*)*")
"""A word with what belongs to it: `.NET`, `C++`, `Node.js`."""
_OPENS = ".:!?–—•(\"'"
"""What a sentence begins behind."""
_LISTED = pattern(r"\s*(?:\Z|\)|\(\d|(?:[,/&+]|,? (?:and|or)\b)\s*\.?[^\W\d_a-z])")
"""What stands behind the first word of a list of names, or behind a name alone."""
_JOINED = pattern(r"\s*(?:-|&|\b(?:on|of|and)\b)?\s*")
_APART = pattern(r"\s+")
_DETERMINED = frozenset(("the", "a", "an", "our", "your", "its", "their", "this", "that", "any"))
_OF_NOUNS = frozenset(("und", "oder", "mit", "für", "der", "das", "zur", "zum", "von", "im"))
"""Words of German, where all nouns have capitals."""
# fmt: off
_SMALL = frozenset((
    "a", "an", "and", "for", "from", "in", "of", "on", "or", "our", "the", "to", "with",
    "your", "skills", "experience", "knowledge",
))
# fmt: on
"""Words that no name has, and every line that has capitals throughout."""


@frozen
class Name:
    """A word that a posting writes as a name, or a part of one."""

    word: str
    """As it stands there, without what a point parts from it."""
    run: frozenset[str]
    """The stems of the whole name."""
    phrases: tuple[str, ...]
    """The word with the one before or behind it, folded: who says both means the same."""
    is_first: bool = False
    """Whether it may have its capital as the first word only."""
    is_noun: bool = False
    """Whether it may have it as a noun of German."""

    @property
    def is_certain(self) -> bool:
        """Whether nothing but a name has its capital there."""
        return not (self.is_first or self.is_noun)


@lru_cache(maxsize=4096)
def names_asked(item: str) -> Mapping[str, Name]:
    """Return the names in what is asked for that are everyday words, by their stems."""
    text = plain(item)
    words = list(TOKEN.finditer(text))
    is_german = _is_german(words)
    found: dict[str, Name] = {}
    for run in (run for run in _runs(text, words) if not _is_noun(text, words, run)):
        tokens = [words[at] for at in run]
        whole = frozenset(stem for each in tokens for stem in stems_of_token(each[0]))
        for at, token in zip(run, tokens, strict=True):
            for piece in pieces(token[0]):
                if not (is_everyday(piece) and (_is_marked(token[0]) or not calls_field(piece))):
                    continue
                is_first = is_start(text, token) and not _is_called(text, token)
                if is_first and not _is_alone(words[at + 1 :]):
                    continue
                phrases = tuple(_phrases(text, words, at))
                name = Name(piece, whole, phrases, is_first, is_german)
                found.update((stem, name) for stem in stem_words(piece))
    return found


@lru_cache(maxsize=4096)
def capitals(item: str) -> frozenset[str]:
    """Return the words that what is asked for writes as names, folded, everyday ones or not."""
    text = plain(item)
    words = list(TOKEN.finditer(text))
    runs = () if _is_german(words) else _runs(text, words)
    tokens = (words[at] for run in runs for at in run)
    return frozenset(
        piece.casefold()
        for token in tokens
        if not is_start(text, token) or _is_called(text, token)
        for piece in (token[0], *pieces(token[0]))
    )


def pieces(token: str) -> list[str]:
    """Return the words of a token: of `Node.js` two."""
    return [piece for part in token.split(".") if part for piece in spaced(part).split()]


def stems_of_token(token: str) -> frozenset[str]:
    """Return the stems of a token."""
    return frozenset(stem for piece in pieces(token) for stem in stem_words(piece))


def is_start(text: str, token: re.Match[str]) -> bool:
    """Return whether a sentence begins with a token: its capital tells nothing."""
    before = text[: token.start()].rstrip()
    return not before or before[-1] in _OPENS


def is_titled(text: str) -> bool:
    """Return whether words have capitals that no sentence would give them: *Skills With Tills*."""
    return (text.isupper() and " " in text) or any(
        token[0].casefold() in _SMALL and token[0].istitle() and not is_start(text, token)
        for token in TOKEN.finditer(text)
    )


def is_capital(token: str) -> bool:
    """Return whether a token begins with a capital."""
    return token.lstrip(".")[:1].isupper()


def _is_marked(token: str) -> bool:
    return "." in token or (len(token) > 1 and token.isupper())


def _is_called(text: str, token: re.Match[str]) -> bool:
    """Return whether a first word is a name: by its letters, or as the first of a list."""
    return _is_marked(token[0]) or bool(_LISTED.match(text, token.end()))


def _is_german(words: list[re.Match[str]]) -> bool:
    return any(token[0] in _OF_NOUNS for token in words)


def _is_alone(following: list[re.Match[str]]) -> bool:
    return not any(stems(token[0]) for token in following)


def _runs(text: str, words: list[re.Match[str]]) -> Iterator[list[int]]:
    """Yield the places of words with capitals that stand together."""
    if is_titled(text):
        return
    run: list[int] = []
    for at, token in enumerate(words):
        if not is_capital(token[0]) or not stems_of_token(token[0]):
            continue
        if run and not (run[-1] == at - 1 and _is_beside(text, words, at - 1)):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _is_noun(text: str, words: list[re.Match[str]], run: list[int]) -> bool:
    """Return whether a run has an article and nothing behind it that is called by it: *the Board*.

    Names of tools have none: *the Go compiler* has it for the compiler.
    """
    if not run[0] or words[run[0] - 1][0].casefold() not in _DETERMINED:
        return False
    at = run[-1]
    return not (_is_beside(text, words, at) and stems(words[at + 1][0]))


def _is_beside(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Return whether nothing but a blank stands between a word and the next one."""
    if at + 1 >= len(words):
        return False
    return bool(_APART.fullmatch(text, words[at].end(), words[at + 1].start()))


def _phrases(text: str, words: list[re.Match[str]], at: int) -> Iterator[str]:
    for one, other in ((at - 1, at), (at, at + 1)):
        yield from _phrase(text, words, one, other)
    for one, other in ((at - 2, at), (at, at + 2)):
        yield from _phrase(text, words, one, other)


def _phrase(text: str, words: list[re.Match[str]], one: int, other: int) -> Iterator[str]:
    if one < 0 or other >= len(words):
        return
    first, last = words[one], words[other]
    if stems(first[0]) and stems(last[0]) and _JOINED.fullmatch(text, first.end(), last.start()):
        yield text[first.start() : last.end()].casefold()
