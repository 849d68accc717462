"""A page's text to the words in it that its setting takes apart, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dossier.plain.patterns import pattern

EDGE = 200
"""How far from its beginning a word may go on: over a foot and a head, around a first letter."""
_HYPHEN = r" ?[-\u00ad\u2010\u2011]{1,2}[^\S\n]*(?:\n|\Z)"
_BROKEN = pattern(rf"(?<=\w){_HYPHEN}\s*(?=\w)")
_BEGUN = pattern(rf"(?<!\w)([^\W\d_]{{2,40}}){_HYPHEN}")
_GOES_ON = pattern(r"^[^\S\n]*([^\W\d_]{2,40})", re.MULTILINE)
_FIRST_LETTER = pattern(r"^[^\S\n]*([^\W\d_])[^\S\n]*$", re.MULTILINE)
_REST = pattern(r"(?<!\w)[^\W\d_]{2,40}")
_SPACED = pattern(r"(?<!\w)(?:\w ){2,}\w(?!\w)")
"""A word with a blank after each letter, as headings are set."""
_MOST = 40
"""Words of a page that are put together with what stands near them."""


def readings(text: str) -> str:
    """Return a text, then again with the words put together that its setting takes apart."""
    whole = _BROKEN.sub("", text)
    joined = _SPACED.sub(lambda found: found[0].replace(" ", ""), whole)
    return "\n".join(dict.fromkeys((text, whole, joined)))


def likely_words(text: str) -> str:
    """Return what may be words of a text, in pieces that do not follow each other.

    Begun before a hyphen and gone on with in a line farther down, behind a page's foot and head or
    in the next column; or a large first letter, which programs draw before or behind its word.
    """
    return "\n".join(dict.fromkeys((*_over_lines(text), *_behind_first_letters(text))))


def _over_lines(text: str) -> Iterator[str]:
    for found in islice(_BEGUN.finditer(text), _MOST):
        rest = text[found.end() : found.end() + EDGE]
        yield from (found[1] + line[1] for line in _GOES_ON.finditer(rest))


def _behind_first_letters(text: str) -> Iterator[str]:
    for found in islice(_FIRST_LETTER.finditer(text), _MOST):
        if found[1].isupper():
            near = text[max(found.start() - EDGE, 0) : found.end() + EDGE]
            yield from (found[1] + word for word in _REST.findall(near) if word.islower())
