"""What a posting asks for in a list: one of several things, or each of them.

*Training or mentoring* asks for either, *Steinway, Yamaha or similar* for any one of them;
*restringing and hammer fitting* for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from dossier.match.asks import spaced, stems
from dossier.match.rarity import telling
from dossier.plain.patterns import pattern

_OR = frozenset(("or", "oder", "bzw", "and/or"))
_ARTICLES = frozenset(("a", "an", "the", "in", "ein", "eine", "einer"))
_MARKS = ".,;:!?"
_BRACKET = pattern(r"\(([^()]*)\)")
_AS = pattern(r"(?i)\b(?:such as|e\. ?g\.|for (?:example|instance)|like|z\. ?B\.),? ([^;.()]*)")
_BETWEEN = pattern(r"(?i)\s*(?:,|;|/|\b(?:or|oder|bzw\.?|and|und)\b)\s*")
_MORE = pattern(
    r"(?i)\A(?:(?:or|and|an?) )*(?:similar|equivalent|comparable|others?|another|etc|the like"
    r"|vergleichbar\w*|ähnlich\w*|andere\w*)\b"
)
"""What says that the list is open."""
_LED_IN = pattern(
    r"(?i)\A.*?\b(?:experience (?:of|in|with)|skills? in|skilled in|knowledge of|understanding of"
    r"|trained in|background in|expertise in|erfahrung (?:in|mit)|kenntnisse in)\b"
)
"""What stands before a list and is no part of it."""
_JOINED = pattern(r"(?i)\s*(?:,\s*(?:and|und)?\s+|\b(?:and|und)\b\s+|&\s+)")
_FEWEST, _MOST = 3, 5


@lru_cache(maxsize=4096)
def either(item: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of what is asked for of which one is enough, as they are written."""
    return tuple(group for group in _groups(item) if len(group) > 1)


def _groups(item: str) -> Iterator[tuple[str, ...]]:
    yield examples(item)
    words = _BRACKET.sub(" ", item).split()
    for place, word in enumerate(words):
        if word.strip(_MARKS).casefold() in _OR:
            before, behind = words[max(place - _MOST, 0) : place], words[place + 1 : place + 3]
            yield tuple(_named([*_before(before), *_behind(behind)]))


def _before(words: list[str]) -> Iterator[str]:
    """Yield what stands before *or*: one word, and those before it that a comma parts from it."""
    ways = words[-1:]
    while len(ways) < len(words) and words[-1 - len(ways)].endswith(","):
        ways.append(words[-1 - len(ways)])
    yield from (way.strip(_MARKS) for way in reversed(ways))


def _behind(words: list[str]) -> Iterator[str]:
    """Yield the word that stands behind *or*, past an article."""
    told = (word.strip(_MARKS) for word in words if word.casefold() not in _ARTICLES)
    yield from islice(told, 1)


def examples(item: str) -> tuple[str, ...]:
    """Return what a bracket lists, or stands behind *such as*: each of it would do."""
    lists = [*_BRACKET.findall(item), *_AS.findall(item)]
    return tuple(name for each in lists for name in _named(_BETWEEN.split(each)))


def _named(parts: tuple[str, ...] | list[str]) -> Iterator[str]:
    return (part.strip() for part in parts if part.strip() and not _MORE.match(part))


def needed(item: str, asked: dict[str, str], said: set[str]) -> dict[str, str]:
    """Return the stems of what is asked for, but those of other ways than the one that is said."""
    spared: set[str] = set()
    for group in either(item):
        ways = [stems(spaced(way)) for way in group]
        if any(way & said for way in ways):
            spared.update(stem for way in ways if not way & said for stem in way)
    return {stem: word for stem, word in asked.items() if stem not in spared}


@lru_cache(maxsize=4096)
def parts_of(item: str) -> tuple[str, ...]:
    """Return what a list asks for each by itself, nothing where it is none.

    Each part says something: *plan and keep a schedule* is no list.
    """
    whole = _BRACKET.sub("", item).strip(" .:")
    bare = _LED_IN.sub("", whole, count=1)
    parts = [part.strip() for part in _JOINED.split(bare) if part and part.strip()]
    # Of two that one does, *trips and visits*, either is often another word for the other.
    is_list = len(parts) in range(_FEWEST if bare == whole else 2, _MOST + 1)
    return tuple(parts) if is_list and all(map(_tells, parts)) else ()


def _tells(part: str) -> bool:
    return any(telling(stem) == 1 for stem in stems(spaced(re.sub(r"\d+", "", part))))
