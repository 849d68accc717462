"""A company's name of several words to what people say in place of it: its distinctive first word.

*Zephyrworks* for *Zephyrworks Robotics*, and what stands before a sign: `&`, a dash, `.AI`. A word
that stands in ordinary text, or begins many names (`ordinary_words.txt`), is no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dossier.plain.patterns import pattern
from dossier.publishing.legal_forms import read_list
from dossier.publishing.other_names import without_article
from dossier.publishing.searched_text import SearchedText, folded
from dossier.publishing.wording import Wording

_FEWEST = 5
"""Letters that a word needs to be told from others."""
_DASH = pattern(r"\s+[-|:\u2013\u2014]\s+|:\s+")
"""What stands between a whole name and what is said of it: a team, a place."""
_SIGN = pattern(r"\s*[&+,(\[/]\s*|\s+(?:and|und|et|y|at|by)\s+|\.(?=[A-Za-z]{2,}\b)")
_WORD = pattern(r"[^\W\d_][^\W_]*(?:[-'\u2019][^\W_]+)*")
_PARTS = pattern(r"[^\W\d_]+")
_ENDINGS = ("s", "es", "ed", "ing", "ings", "er", "ers", "ly", "al", "y")
_TWICE = pattern(r"(.)\1$")


def short_names(core: str) -> Iterator[str]:
    """Yield what a name without its legal form is shortened to, as texts are searched for it."""
    plain = SearchedText(without_article(core) or core).written
    whole = _DASH.split(plain)[0]
    before = _SIGN.split(whole)[0]
    for short in dict.fromkeys((whole, before, *_WORD.findall(before)[:1])):
        is_name = short == whole and len(short) >= _FEWEST
        if short != plain and short.isascii() and (is_name or is_distinctive(short)):
            yield short


def is_distinctive(name: str) -> bool:
    """Whether a word of a name is no ordinary one, and long enough to be told from others."""
    parts = [part for part in _PARTS.findall(name) if len(part) >= _FEWEST]
    return any(not is_ordinary(part) for part in parts)


def is_ordinary(word: str) -> bool:
    """Whether a word stands in texts that have nothing to do with a company of that name."""
    return any(form in _ordinary() for form in _forms(word.casefold()))


def find_short(name: str, text: SearchedText, ours: frozenset[str]) -> str:
    """Return how a text has a short name with a capital, empty if not or if a word is ours."""
    if words_of(name) & ours:
        return ""
    for start, end in Wording(name.lower()).places(text.lower):
        found = text.written[start:end]
        if found == name or found[0].isupper():
            return found
    return ""


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name, folded."""
    return frozenset(_PARTS.findall(folded(name)))


def _forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of: *hugging* of *hug*, *scaling* of *scale*."""
    yield word
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word:
            yield from (stem, f"{stem}e", f"{stem}y", f"{stem.removesuffix('i')}y")
            yield _TWICE.sub(r"\1", stem)


@cache
def _ordinary() -> frozenset[str]:
    from dossier.sharing.passphrase import word_list  # noqa: PLC0415 - late: few texts need it

    return frozenset(word_list()) | read_list("ordinary_words")
