"""A company's name to its core, without what the law adds, and to other names it goes by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dossier.plain.legal_forms import legal_forms
from dossier.plain.patterns import pattern
from dossier.plain.transliterate import transliterations
from dossier.publishing.other_names import names_in, shortened, without_article
from dossier.publishing.searched_text import HANGUL, UNSPACED, folded, plain_letters

CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")
"""Where words are put together."""


def core_of(name: str) -> str:
    """Return a name without the legal forms at its ends; itself if nothing else is left."""
    core = unicodedata.normalize("NFKC", name).strip()
    while True:
        shorter = _shorter(core)
        left = folded(shorter).split()
        if shorter == core or not any(map(str.isalnum, shorter)) or left[-1] in _UNFINISHED:
            return core
        core = shorter


_UNFINISHED = frozenset({"the", "and", "und", "et", "of"})
"""Words with which no name ends: what stands behind them is a part of it."""


_APART = pattern(r"[\s,(&+]")
"""What stands between a name and a legal form in scripts that have blanks."""


def _shorter(name: str) -> str:
    """Return a name without one legal form."""
    if name.isascii() and not _APART.search(name):
        return name  # one word: what follows takes a while to compile
    plain = plain_letters(name).casefold()
    for form in _forms():
        if re.search(f"[{UNSPACED}{HANGUL}]", form):
            for shorter in (name.removeprefix(form), name.removesuffix(form)):
                if shorter != name:
                    return shorter.strip(" ,・()「」")
        elif plain == form:
            return name
    last, first = (pattern.search(plain) for pattern in _ends())
    if last and len(plain) == len(name):
        return name[: last.start()].strip(" ,&+(")
    if first:
        return name[first.end() :].strip(" \"'«»„“”")
    return name


@cache
def _ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a legal form at the end of a folded name, and at its beginning."""
    spelt = {
        form: r"[\s.,/&+-]*".join(r"[./]?".join(map(re.escape, word)) for word in form.split())
        for form in _forms()
    }
    at_end = "|".join(spelt.values())
    at_start = "|".join(words for form, words in spelt.items() if form in _LEADING)
    return (
        re.compile(rf"[\s,(&+]+(?:{at_end})[.)]*$"),
        re.compile(rf"^(?:{at_start})[.]?\s+(?=\S)"),
    )


_LEADING = frozenset(
    {"pt", "ооо", "оао", "зао", "пао", "ао", "тов", "тоо", "ип", folded("شركة")}
    | {"cong ty tnhh", "cong ty co phan", "as", "ab", "oy", "sc", "ud"}
)
"""Forms that stand before the name."""


@cache
def _forms() -> tuple[str, ...]:
    """Return the legal forms, the longest first."""
    return tuple(sorted(set(map(folded, legal_forms())), key=len, reverse=True))


@cache
def read_list(name: str) -> frozenset[str]:
    """Return the lines of a list beside this module, without its remarks."""
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(folded(line) for line in lines if line and not line.startswith("#"))


def suggested_aliases(name: str) -> Iterator[str]:
    """Yield other names that a company of this name probably goes by."""
    names = names_in(name)
    first, *others = names[1:] or names
    core = core_of(first)
    found = [core] if core != name else []
    found += map(core_of, others)
    found += [short for short in (without_article(core), shortened(core)) if short]
    has_case = core[0].casefold() != core[0].upper()
    ways = (way for way in transliterations(core) if way.casefold() != core.casefold())
    found += [way if has_case else way.capitalize() for way in ways]
    words = [word for word in re.findall(r"[^\W_]+", core) if word[0].isupper()]
    if len(words) >= _ABBREVIATED:
        found.append("".join(word[0] for word in words))
    found += [" ".join(CAMEL.split(core))] if CAMEL.search(core) and " " not in core else []
    yield from dict.fromkeys(found)


_ABBREVIATED = 3
"""Words from which a name is abbreviated."""


def is_same_company(one: str, other: str) -> bool:
    """Return whether two names are of one company, their legal forms left aside."""
    return core_of(one).casefold() == core_of(other).casefold()
