"""A published tree to the private words in it, in whatever encoding: the second net.

The first net is that a public build cannot see what is private. This one looks at real content
before it leaves: at each file, its name, and what is packed in it.
"""

from __future__ import annotations

import base64
import codecs
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from html import escape
from urllib.parse import quote, quote_plus

from pydantic import BaseModel

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.images import png_chunks
from dossier.publishing.private_names import folded, private_names, seen_texts

_LEAST_WORD = 8
"""Letters of a text of one word below which it could be anybody's."""
_LEAST_NAME = 6
"""Letters of a name below which a program's text may hold it; `names` finds it in pages."""
_LEAST_PHRASE = 16
_LEAST_DIGITS = 7
_PREFIX = 4
"""The bytes by which needles are looked up; none is shorter."""
_MOST_INFLATED = 50_000_000
_PHRASE = re.compile(r"[^\W_][\w'’-]*(?: [^\W_][\w'’-]*){2}")
_WORD = re.compile(r"[\w.@/&+'’-]+")
_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]*_`]")
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A private word in a published file."""

    file: str
    offset: int
    """Counted in bytes from the beginning of what `encoding` names."""
    word: str
    encoding: str


@dataclass(frozen=True, slots=True)
class _Needle:
    word: str
    encoding: str
    is_bare: bool
    """Whether it has to stand alone: within longer words it could be anybody's."""


def canaries_of(private: Library, public: Library, allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words and phrases of the private view that no public text holds, in order.

    `allowed` are names that public texts may hold.
    """
    texts = [text for _, text in seen_texts(public)]
    texts += [_MARKUP.sub("", text) for text in texts] + [folded(" ".join(allowed))]
    known = " ".join(" ".join([*texts, *_ids(public)]).split())
    found = dict.fromkeys(name for name in private_names(private) if _letters(name) >= _LEAST_NAME)
    for text in _texts(private):
        found |= dict.fromkeys(_distinctive(text))
    spelt = {folded(word): word for word in reversed(found) if folded(word) not in known}
    return tuple(sorted(spelt.values()))


def find(tree: Mapping[str, bytes], words: Iterable[str]) -> tuple[Hit, ...]:
    """Return each place where a tree of files, by path, holds one of the words, in order."""
    needles: dict[bytes, _Needle] = {}
    cased: dict[bytes, _Needle] = {}
    for word in words:
        is_bare = _letters(word) < _LEAST_WORD and " " not in word
        for encoding, text, minds_case in _spellings(word):
            if len(text) >= _PREFIX:
                kept = cased if minds_case else needles
                kept.setdefault(text, _Needle(word, encoding, is_bare and encoding == "raw"))
    exact, loose = _Search(cased), _Search(needles)
    hits = set()
    for name, content in tree.items():
        for layer, data in (("name", name.encode()), *_layers(name, content)):
            for search, text in ((exact, data), (loose, data.lower())):
                for offset, needle in search.hits(text):
                    where = f"{layer}: {needle.encoding}" if layer else needle.encoding
                    hits.add(Hit(name, offset, needle.word, where))
    return tuple(sorted(hits))


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _ids(library: Library) -> Iterator[str]:
    yield from library.projects
    yield from library.records
    yield from library.applications
    yield from library.pages
    yield from library.files


def _texts(library: Library) -> Iterator[str]:
    """Yield every text of a library: values, prose, ids of dossiers."""
    profile = [library.profile.profile] if library.profile else []
    projects, pages = library.projects.values(), library.pages.values()
    records, dossiers = library.records.values(), library.applications.values()
    models: list[BaseModel] = [*profile, *(e.project for e in projects), *(e.page for e in pages)]
    models += [*(e.record for e in records), *(e.application for e in dossiers)]
    for model in models:
        yield from _strings(model.model_dump())
    for source in (*(entry.source for entry in projects), *(entry.source for entry in pages)):
        yield from source.body.split("\n\n")
    for dossier in dossiers:
        if dossier.application.audience is not Audience.PUBLIC:
            yield dossier.id
        for section in dossier.sections:
            yield section.title if section.name is None else ""
            yield from section.text.split("\n\n")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value


def _distinctive(text: str) -> Iterator[str]:
    """Yield what is nobody else's in a text: itself if it is one long word, else its phrases."""
    text = " ".join(text.split())
    if _DATE.fullmatch(text):
        return
    bare = text.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    is_number = (
        sum(sign.isdigit() for sign in bare) >= _LEAST_DIGITS and len(bare) < 2 * _LEAST_PHRASE
    )
    if is_number or (_WORD.fullmatch(bare) and _letters(bare) >= _LEAST_WORD):
        yield bare
    elif " " in text:
        phrases = (found for found in _PHRASE.findall(text) if len(found) >= _LEAST_PHRASE)
        yield from sorted(phrases, key=len)[-2:]


def _spellings(word: str) -> Iterator[tuple[str, bytes, bool]]:
    """Yield each way of writing a word down: its name, the bytes, whether their case matters."""
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
        if _letters(slug) >= min(_LEAST_WORD, _letters(text)):
            yield "slug", slug.encode()


def _base64(text: bytes, offset: int) -> bytes:
    """Return what is always the same when a text stands `offset` bytes into an encoded one."""
    encoded = base64.b64encode(bytes(offset) + text + bytes(3))
    return encoded[-(-offset * 8 // 6) : (offset + len(text)) * 8 // 6]


class _Search:
    """Many needles at once: the first bytes by one expression, the rest by a look-up."""

    def __init__(self, needles: Mapping[bytes, _Needle]) -> None:
        self._by_start: dict[bytes, list[tuple[bytes, _Needle]]] = {}
        for text, needle in needles.items():
            self._by_start.setdefault(text[:_PREFIX], []).append((text, needle))
        branches: dict[bytes, dict[bytes, set[bytes]]] = {}
        for start in sorted(self._by_start):
            branches.setdefault(start[:1], {}).setdefault(start[1:2], set()).add(start[2:])
        self._pattern = re.compile(b"(?s:(?=(" + _alternatives(branches) + b")))")

    def hits(self, data: bytes) -> Iterator[tuple[int, _Needle]]:
        """Yield the places of needles in bytes."""
        if not self._by_start:
            return
        for found in self._pattern.finditer(data):
            start = found.start()
            for text, needle in self._by_start[found[1]]:
                if data.startswith(text, start) and not (
                    needle.is_bare and _is_within(data, start, start + len(text))
                ):
                    yield start, needle


def _alternatives(branches: Mapping[bytes, Mapping[bytes, Iterable[bytes]]]) -> bytes:
    """Return an expression for the starts of needles, which shares what they have in common."""
    return b"|".join(
        re.escape(first)
        + b"(?:"
        + b"|".join(
            re.escape(second) + b"(?:" + b"|".join(map(re.escape, sorted(rest))) + b")"
            for second, rest in seconds.items()
        )
        + b")"
        for first, seconds in branches.items()
    )


def _is_within(data: bytes, start: int, end: int) -> bool:
    """Whether a word goes on at one of its ends."""
    around = (data[start - 1 : start] if start else b"", data[end : end + 1])
    return any(sign.isalnum() or sign == b"_" for sign in around)


def _layers(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file's content and what is packed in it, each with a name."""
    yield "", content
    if content.startswith(b"\x1f\x8b"):
        yield "gzip", _inflated(content, 31)
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png_texts(content)
    elif content.startswith(b"%PDF") or name.endswith(".pdf"):
        for found in _STREAM.finditer(content):
            yield "PDF stream", _inflated(found[1], 15)


def _png_texts(content: bytes) -> Iterator[tuple[str, bytes]]:
    for kind, chunk in png_chunks(content):
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", chunk):
                yield f"PNG {kind.decode()}", _inflated(chunk[found.start() :], 15)


def _inflated(content: bytes, window: int) -> bytes:
    """Return as much as can be read of deflated bytes."""
    try:
        return zlib.decompressobj(window).decompress(content, _MOST_INFLATED)
    except zlib.error:
        return b""
