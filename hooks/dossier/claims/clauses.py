"""Statements to sentences, and these to clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dossier.claims.stemming import stems

_CLAUSE = re.compile(
    r"[;]|\s\N{EN DASH}\s|,?\s(?=(?:but|while|whereas|although|though|because)\s)"
    r"|,\s(?!(?:the|my|our)\s[^,.;]{1,60},\s)(?=(?:and|so|which|where|I|you|they|we|the|my|your|each|it)\s)",
)
_SENTENCE = re.compile(
    # A project's name may begin a sentence in lower case; an abbreviation ends none.
    r"(?<=[a-z]{3}[.!?])(?<!etc\.)(?<!rox\.)(?<!ncl\.)(?<!esp\.)\s+(?=[a-z])"
    r"|(?<=[.!?…])[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9\ue100-\ue102+~<>])"
)


_ENDS_INSIDE = re.compile(r"[.!?…][\"')\]]*\s")
"""What a text of several sentences holds: a cheap test."""


@dataclass(eq=False)
class Clause:
    """A part of a sentence, and where it begins in the statement. Not slotted, for its stems."""

    text: str
    start: int
    sentence: str
    sentence_start: int

    @property
    def end(self) -> int:
        """Where it ends in the statement."""
        return self.start + len(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the sentence's telling words."""
        return frozenset(stems(self.sentence))


def clauses(text: str) -> list[Clause]:
    """Split a statement into sentences, and these into clauses."""
    found = []
    for start, sentence in _split(_SENTENCE, text):
        for offset, clause in _split(_CLAUSE, sentence):
            found.append(Clause(clause, start + offset, sentence, start))
    return found


def _split(pattern: re.Pattern[str], text: str) -> list[tuple[int, str]]:
    if pattern is _SENTENCE and not _ENDS_INSIDE.search(text):
        return [(0, text)] if text.strip() else []
    parts, start = [], 0
    for match in pattern.finditer(text):
        parts.append((start, text[start : match.start()]))
        start = match.end()
    parts.append((start, text[start:]))
    return [(begin, part) for begin, part in parts if part.strip()]
