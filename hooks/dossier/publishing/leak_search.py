"""A published tree to the private words in it, in whatever encoding: the second net.

The first net is that a public build cannot see what is private. This one looks at real content
before it leaves: at each file, its name, and what is packed in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick

from dossier.plain.frozen import frozen
from dossier.plain.packed import UnreadableTextError, packed
from dossier.plain.visible_text import layers
from dossier.publishing.searched_text import seen
from dossier.publishing.sentences import SentenceSearch, is_sentence
from dossier.publishing.spellings import LEAST_WORD, letters, spellings

_LEAST_BYTES = 4
"""A needle has as many: fewer stand anywhere by chance."""


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A private word in a published file."""

    file: str
    offset: int
    """Counted in bytes from the beginning of what `encoding` names."""
    word: str
    encoding: str


@frozen
class _Needle:
    word: str
    encoding: str
    is_bare: bool
    """Whether it has to stand alone: within longer words it could be anybody's."""


def find(tree: Mapping[str, bytes], words: Iterable[str]) -> tuple[Hit, ...]:
    """Return each place where a tree of files, by path, holds one of the words, in order.

    Words and phrases are searched in every encoding, sentences as they are read.
    """
    given = set(words)
    said = set(filter(is_sentence, given))
    exact, loose = _searches(given - said)
    spoken = SentenceSearch(said)
    hits = set()
    for name, content in tree.items():
        texts = tuple(_texts(name, content))
        seen_texts = ((layer, text.encode("utf-8", "replace")) for layer, text in texts)
        for layer, data in (("name", name.encode()), *packed(content), *seen_texts):
            for search, bare in ((exact, data), (loose, data.lower())):
                for offset, needle in search.hits(bare):
                    where = f"{layer}: {needle.encoding}" if layer else needle.encoding
                    hits.add(Hit(name, offset, needle.word, where))
        for where, text in texts:
            for sentence in spoken.found_in(text):
                offset = max(content.find(sentence.encode()), 0)
                hits.add(Hit(name, offset, sentence, where))
    return tuple(sorted(hits))


def _searches(words: Iterable[str]) -> tuple[_Search, _Search]:
    """Return how words are looked for where case tells them apart, and where it does not."""
    needles: dict[bytes, _Needle] = {}
    cased: dict[bytes, _Needle] = {}
    for word in sorted(words):
        is_bare = letters(word) < LEAST_WORD and " " not in word
        for encoding, text, minds_case in spellings(word):
            if len(text) >= _LEAST_BYTES:
                kept = cased if minds_case else needles
                kept.setdefault(text, _Needle(word, encoding, is_bare and encoding == "raw"))
    return _Search(cased), _Search(needles)


def _texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield what a file says where that is not its bytes. `guards` tell what cannot be read."""
    try:
        texts = layers(name, content)
    except UnreadableTextError:
        return
    for where, text in texts:
        if where != "gzip" and text != name:
            yield where or "text", " ".join(seen(text).split())


class _Search:
    """Many needles, looked for at once."""

    def __init__(self, needles: Mapping[bytes, _Needle]) -> None:
        self._needles = list(needles.values())
        self._automaton = BytesAhoCorasick(needles)

    def hits(self, data: bytes) -> Iterator[tuple[int, _Needle]]:
        """Yield the places of needles in bytes."""
        for number, start, end in self._automaton.find_matches_as_indexes(data, overlapping=True):
            needle = self._needles[number]
            if not (needle.is_bare and _is_within(data, start, end)):
                yield start, needle


def _is_within(data: bytes, start: int, end: int) -> bool:
    """Whether a word goes on at one of its ends."""
    around = (data[start - 1 : start] if start else b"", data[end : end + 1])
    return any(sign.isalnum() or sign == b"_" for sign in around)
