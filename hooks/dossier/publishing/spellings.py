"""A word to every way in which a tool may have written it down."""

from __future__ import annotations

import base64
import codecs
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from urllib.parse import quote, quote_plus

LEAST_WORD = 8
"""Letters of a text of one word below which it could be anybody's."""


@lru_cache(maxsize=1024)  # A publish looks for the same words in the tool's files and in the site.
def spellings(word: str) -> tuple[tuple[str, bytes, bool], ...]:
    """Return each way of writing a word down: its name, the bytes, whether their case matters."""
    return tuple(_spellings(word))


def _spellings(word: str) -> Iterator[tuple[str, bytes, bool]]:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, word)
        for case in dict.fromkeys((text, text.lower(), text.upper(), text.title())):
            raw = case.encode()
            for encoding, spelt in _loose(case, raw):
                yield encoding, spelt.lower(), False
            for offset in range(3):
                yield f"base64 at {offset}", _base64(raw, offset), True
            yield "base64 of UTF-16", _base64(case.encode("utf-16-le"), 0), True


def _loose(text: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the ways of writing a text that can be read in any case."""
    ascii_only = text.encode("ascii", "xmlcharrefreplace").decode()
    entities = "".join(s if s.isascii() else f"&#x{ord(s):x};" for s in text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    yield "raw", raw
    yield "HTML", escape(text).encode()
    yield "HTML entities", escape(text, quote=False).replace("'", "&#x27;").encode()
    yield "HTML entities", ascii_only.encode()
    yield "HTML entities", entities.encode()
    yield "URL", quote(text, safe="").encode()
    yield "URL", quote(text).encode()
    yield "URL with +", quote_plus(text).encode()
    yield "JSON", json.dumps(text)[1:-1].encode()
    yield "JSON", json.dumps(text, ensure_ascii=False)[1:-1].encode()
    yield "hex", raw.hex().encode()
    yield "UTF-16", text.encode("utf-16-be")
    yield "UTF-16", text.encode("utf-16-le")
    yield "rot13", codecs.encode(text, "rot13").encode()
    yield "reversed", text[::-1].encode()
    for mark in ("-", "_", ""):
        slug = re.sub(r"[\W_]+", mark, plain).strip(mark or None)
        # Nothing but a rest of it: a word in another script has no slug.
        if letters(slug) >= min(LEAST_WORD, letters(text)):
            yield "slug", slug.encode()


def _base64(text: bytes, offset: int) -> bytes:
    """Return what is always the same when a text stands `offset` bytes into an encoded one."""
    encoded = base64.b64encode(bytes(offset) + text + bytes(3))
    return encoded[-(-offset * 8 // 6) : (offset + len(text)) * 8 // 6]


def letters(text: str) -> int:
    """Return how many letters a text has."""
    return sum(sign.isalpha() for sign in text)
