"""Drawn pages to an index of their words: small, in parts, read once somebody searches.

`search/index.json` lists the pages, their headings, and the first word of each part; a part,
`search/0.json`, holds words with the numbers of the pages that they stand on. A browser reads the
list and the parts that its words fall into, and takes excerpts from the pages that it has found.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import pairwise

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.render.page import Heading

FOLDER = "search"
PART_SIZE = 48_000
"""How many characters of JSON a part holds, if no single word has more."""
_UNSEEN = pattern(r"<(script|style|svg|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL)
_TAG = pattern(r"<[^>]*>")
_DENSE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Signs of scripts that put no blanks between words: each is searched by itself."""
_WORD = pattern(rf"[{_DENSE}]|[^\W_{_DENSE}]+(?:[.,'’][^\W_{_DENSE}]+)*")
_LONGEST = 40
"""How many signs of a word are told apart."""


@frozen
class SearchPage:
    """A page that can be found."""

    address: str
    """Below the site."""
    title: str
    html: str
    headings: tuple[Heading, ...] = ()


def search_files(pages: Iterable[SearchPage]) -> Iterator[tuple[str, str]]:
    """Yield the files of an index by path: as many parts as it takes, and the list."""
    ordered = sorted(pages, key=lambda page: page.address)
    found: dict[str, list[int]] = {}
    for number, page in enumerate(ordered):
        for word in words(page.title, *(each.title for each in page.headings), text_of(page.html)):
            found.setdefault(word, []).append(number)
    parts = list(_parts(found))
    for number, part in enumerate(parts):
        yield f"{FOLDER}/{number}.json", _spell(part)
    listed = [
        [page.address, page.title, [[each.anchor, each.title] for each in page.headings]]
        for page in ordered
    ]
    firsts = [next(iter(part)) for part in parts]
    yield f"{FOLDER}/index.json", _spell({"version": 1, "pages": listed, "parts": firsts})


def text_of(html: str) -> str:
    """Return what can be read on a page, blanks between what stands in two elements."""
    return unescape(_TAG.sub(" ", _UNSEEN.sub(" ", html)))


def words(*texts: str) -> set[str]:
    """Return the words of texts, folded, as theme/assets/search.js takes apart what is typed."""
    # No word has a blank in it, and of what stands between blanks most is there several times.
    parts = {part for text in texts for part in text.lower().split()}
    return {word[:_LONGEST] for word in _WORD.findall(unaccented(" ".join(parts)))}


def unaccented(text: str) -> str:
    """Return a text without case and accents."""
    return text.lower().translate(_PLAIN)


class _Plain(dict[int, str]):
    """What stands for a sign: itself, taken apart, without its accents. Looked up once a sign."""

    def __missing__(self, number: int) -> str:
        parts = unicodedata.normalize("NFD", chr(number))
        plain = "".join(part for part in parts if unicodedata.category(part)[0] != "M")
        self[number] = plain
        return plain


_PLAIN = _Plain()


def _parts(found: Mapping[str, list[int]]) -> Iterator[dict[str, list[int]]]:
    """Yield the words in order, some dozens of kilobytes at a time, with steps between pages."""
    part: dict[str, list[int]] = {}
    size = 0
    # In the order by which browsers compare.
    for word in sorted(found, key=lambda word: word.encode("utf-16-be", "surrogatepass")):
        steps = [after - before for before, after in pairwise((0, *found[word]))]
        length = len(word) + 5 + sum(len(str(step)) + 1 for step in steps)
        if part and size + length > PART_SIZE:
            yield part
            part, size = {}, 0
        part[word] = steps
        size += length
    if part:
        yield part


def _spell(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
