"""Whether a record says a name or the everyday word: *in Rust*, and *rust from the hull*."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import IntEnum

from dossier.match.asks import stems
from dossier.match.english_words import is_everyday
from dossier.match.names_asked import (
    TOKEN,
    Name,
    is_capital,
    is_start,
    is_titled,
    pieces,
    stems_of_token,
)
from dossier.plain.folding import plain
from dossier.plain.patterns import pattern

_BEFORE = pattern(r"([\w.+#-]+)\s*(?:[,/&+]|,? (?:and|or))\s*\Z")
_BEHIND = pattern(r"\s*(?:[,/&+]|,? (?:and|or)\b)\s*([\w.+#-]+)")
_VERB = pattern(
    r"(?i)\b(?:can|could|will|would|must|may|might|shall|should|cannot|not|i|we|you|they|who)\s+\Z"
)
"""What stands before a verb."""
_TO = pattern(r" to\b")
_ARTICLE = pattern(r"(?i)\b(?:the|an?|this|that|its|their|our|my|his|her)\s+\Z")
_USED = pattern(r"(?i)\b(?:in|with|using|via)\s+\Z")
"""What stands before that which something was made with."""
_COMPOUND = pattern(r"-(\w+)")
_NEXT = pattern(r"\s*(\w*)")
_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter", "march", "may", "august"))
_YEAR_BEHIND = pattern(r"(?:\W| of | in ){1,3}(?:19|20)\d\d\b")
_YEAR_BEFORE = pattern(r"\b(?:19|20)\d\d\W{1,2}\Z")


class Said(IntEnum):
    """How a text says a word that is asked for as a name."""

    NOT = 0
    """As another word: a verb, a season, a part of *go-to-market*."""
    MAYBE = 1
    """As the name or as another word: nothing tells which."""
    AS_NAME = 2


def how_said(
    name: Name, stem: str, text: str, listed: Collection[str], others: Collection[str]
) -> Said:
    """Return how a text says a name, at best; `listed` are what it lists, skills and credentials.

    `others` are all names that are asked for, folded: beside another in a list it is one, too.
    """
    if any(is_listed(stem, entry) for entry in listed):
        return Said.AS_NAME
    text = plain(text)
    if len(name.run & stems(text)) > 1 or _has_phrase(name, text):
        return Said.AS_NAME
    found = (
        _of_token(name, stem, text, token, others)
        for token in TOKEN.finditer(text)
        if stem in stems_of_token(token[0])
    )
    return max(found, default=Said.NOT)


def is_listed(stem: str, entry: str) -> bool:
    """Return whether an entry of a list is the name, or has it with a capital."""
    if stem not in stems(entry):
        return False
    tokens = [token[0] for token in TOKEN.finditer(entry)]
    named = [token for token in tokens if stem in stems_of_token(token)]
    return len(stems(entry)) == 1 or any(map(is_capital, named))


def _has_phrase(name: Name, text: str) -> bool:
    folded = text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(phrase)}s?(?!\w)", folded) for phrase in name.phrases)


def _of_token(
    name: Name, stem: str, text: str, token: re.Match[str], others: Collection[str]
) -> Said:
    said = next(piece for piece in pieces(token[0]) if stem in stems_of_token(piece))
    is_called = is_capital(said) and not (is_start(text, token) or is_titled(text))
    if _is_season(text, token):
        return Said.NOT
    compound = _COMPOUND.match(text, token.end())
    behind = compound[1] if compound else ""
    if behind or text[: token.start()].endswith("-"):
        return _of_compound(name, behind, is_called=is_called)
    if name.is_noun or (name.is_first and name.word.casefold() not in others):
        return Said.AS_NAME
    is_loud = said.isupper() and name.word.isupper() and not text.isupper()
    if is_called or is_loud:
        return Said.AS_NAME if _is_form(said, name.word) else Said.MAYBE
    if not _is_form(said, name.word):
        return Said.NOT
    return _of_everyday(text, token, others)


def _of_compound(name: Name, behind: str, *, is_called: bool) -> Said:
    """Return what a part of a word with hyphens says: `Go-based` is a name, `Go-to-market` none.

    In German it is of what it is called by: `Test-Labor` of a test.
    """
    if behind and not stems(behind):
        return Said.NOT
    if name.is_noun:
        return Said.AS_NAME
    if not is_called or not behind:
        return Said.NOT
    return Said.AS_NAME if behind[0].islower() else Said.MAYBE


def _of_everyday(text: str, token: re.Match[str], others: Collection[str]) -> Said:
    before, behind = text[: token.start()], text[token.end() :]
    if _TO.match(behind) is None and _is_among(before, behind, others):
        return Said.AS_NAME
    if _VERB.search(before):
        return Said.NOT
    word = _NEXT.match(behind)
    is_head = word is not None and not stems(word[1])
    if _ARTICLE.search(before) and is_head:
        return Said.NOT
    is_used = is_head and _USED.search(before) and token[0].casefold() not in _SEASONS
    return Said.AS_NAME if is_used and _is_of_field(text, others) else Said.MAYBE


def _is_of_field(text: str, others: Collection[str]) -> bool:
    """Return whether a text has another name that is asked for, and nothing else in any text."""
    said = {piece.casefold() for token in TOKEN.findall(text) for piece in pieces(token)}
    return any(not is_everyday(each) for each in said.intersection(others))


def _is_among(before: str, behind: str, others: Collection[str]) -> bool:
    """Return whether a word stands in a list beside another name that is asked for."""
    beside = [_BEFORE.search(before), _BEHIND.match(behind)]
    return any(found and found[1].rstrip(".").casefold() in others for found in beside)


def _is_season(text: str, token: re.Match[str]) -> bool:
    if token[0].casefold() not in _SEASONS:
        return False
    is_before = _YEAR_BEFORE.search(text, 0, token.start())
    return bool(is_before or _YEAR_BEHIND.match(text, token.end()))


def _is_form(said: str, asked: str) -> bool:
    """Return whether a word is one that is asked for, in whatever number."""
    return said.casefold().removesuffix("s") == asked.casefold().removesuffix("s")
