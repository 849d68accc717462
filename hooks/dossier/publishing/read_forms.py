"""An authored text to the forms in which it is read: as written, without marks, decoded.

A name that marks or a line's end run through is whole to a reader, and so is one that an address
spells by numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from dossier.plain.patterns import pattern
from dossier.plain.visible_text import markup_layers
from dossier.prose.markdown import parse_page

_MARKED = pattern(r"[*_~`&\\\[<]")
"""A sign without which Markdown shows a text as it is written."""
_CUT = pattern(r"(?<=\w)-[ \t]*\n[ \t>]*(?=\w)")
"""What parts a word at the end of a line."""
_IN_ASCII = pattern(r"(?<![\w-])xn--([a-z0-9-]+)", re.IGNORECASE)
"""A part of a host's name that is not of ASCII."""


def read_forms(text: str) -> tuple[str, ...]:
    """Return the forms of a text, first as it is written."""
    return tuple(dict.fromkeys(_forms(text)))


def _forms(text: str) -> Iterator[str]:
    yield text
    if _MARKED.search(text):
        inline = (token.children for token in parse_page(text) if token.children)
        yield "\n\n".join("".join(_shown(tokens)) for tokens in inline)
    if "<" in text:
        yield from (shown for _, shown in markup_layers(text))
    if "%" in text:
        # An address within another one is spelled twice.
        yield unquote(unquote(text))
    if "-" in text:
        yield _CUT.sub("-", text)
        yield _IN_ASCII.sub(lambda found: _spelled(found[1]), text)


def _shown(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "image":
            yield from _shown(token.children or ())


def _spelled(label: str) -> str:
    try:
        return label.encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label
