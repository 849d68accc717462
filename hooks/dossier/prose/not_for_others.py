"""What an author writes who means to close a text, where it closes nothing: others would read it.

`not_for_others.txt` lists the words. What stands in code is an example, and in a sentence is prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from markdown_it.token import Token

from dossier.model.document import Document
from dossier.plain.frozen import frozen
from dossier.plain.legal_forms import without_legal_form
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem
from dossier.prose.markdown import parse, parse_page, shown_text
from dossier.prose.seeming import Look, Seeming, folded, seeming_headings

_OPTIONS = pattern(r"(?<![\\{])\{(?![{%#!/])([^{}]{1,300})\}")
_CLOSING = pattern(r"audience|=[ \t]*[\"']?private\b", re.IGNORECASE)
_COMMENT = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BRACKETED = pattern(r"[(\[{]([^()\[\]{}]*)[)\]}]|(?<!\S)#(\w+)")
_PARTS = pattern(r"[,;:/|\u2013\u2014]|\s-+\s")
_SIDES = pattern(r"[:|\u2013\u2014]|\s-+\s")
_WORD = pattern(r"[^\W_]+")
_THEM = "them"
_LEAST = 4
"""Letters by which a word that is not written out is known."""
_IN_BRACKETS = "in brackets"
_MOVE = "close it by a section of its own, `## Title { audience=private }`, or write it otherwise"
_ALWAYS = "write `## {}` at the beginning of a line, where it is private, or call it otherwise"
_PLACE = "options close a section at the end of its heading: `## Title { audience=private }`"


_HEADS = {
    **dict.fromkeys((Look.HEADING, Look.MARK, Look.LINE), True),
    **dict.fromkeys((Look.RUN_IN, Look.STRONG_ITEM), False),
}
"""What could head a private section, and whether it is sure to."""


@cache
def _lines() -> tuple[str, ...]:
    text = Path(__file__).with_name("not_for_others.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


@cache
def _phrases(*, in_brackets: bool) -> tuple[tuple[str, bool, bool], ...]:
    """Return what says, as a whole, that others shall not read.

    With each comes whether other words may stand before it, and behind.
    """
    lines = _lines()
    end = len(lines) if in_brackets else lines.index(_IN_BRACKETS)
    told = (line for line in lines[:end] if line != _IN_BRACKETS)
    return tuple(
        (f" {_folded(line)} ", line.startswith("..."), line.endswith("...")) for line in told
    )


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(folded(text).casefold()))


def says_not_for_others(title: str, names: Iterable[str] = ()) -> bool:
    """Return whether a heading says so: as a whole, at one of its sides, or in brackets."""
    title = folded(title)
    known = {each for name in names for each in (name, without_legal_form(name)) if name.strip()}
    for name in sorted(known, key=len, reverse=True):
        title = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _THEM, title, flags=re.IGNORECASE)
    outside = _BRACKETED.sub(" ", title)
    sides = _SIDES.split(outside)
    if any(_is_one(text, in_brackets=False) for text in (outside, sides[0], sides[-1])):
        return True
    return any(_is_one(part, in_brackets=True) for part in _remarks(title))


def may_say_not_for_others(title: str) -> bool:
    """Return whether a remark in a heading begins like one that says so: `(intern)`, `(priv)`."""
    said = (_folded(part) for part in _remarks(folded(title)))
    begun = tuple(each for each in said if len(each) >= _LEAST)
    return any(_folded(line).startswith(each) for each in begun for line in _lines())


def _remarks(title: str) -> Iterator[str]:
    """Yield what is in brackets in a heading, as a whole and in its parts."""
    for found in _BRACKETED.finditer(title):
        said = found[1] or found[2] or ""
        yield from (said, *_PARTS.split(said))


@lru_cache(maxsize=4096)
def _is_one(text: str, *, in_brackets: bool) -> bool:
    said = f" {_folded(text)} "
    return any(
        said == words
        or (before and after and words in said)
        or (before and said.endswith(words))
        or (after and said.startswith(words))
        for words, before, after in _phrases(in_brackets=in_brackets)
    )


@frozen
class Unclosed:
    """What closes nothing where it stands."""

    line: int
    """Counted from 0."""
    message: str
    hint: str
    is_sure: bool = True
    """Whether its author meant to close something."""


def unclosed(
    text: str, names: Sequence[str], private_section: Callable[[str], str | None]
) -> Iterator[Unclosed]:
    """Yield what closes nothing in a section that others read.

    `private_section` returns the heading of the section that a title names and nobody else reads.
    """
    tokens = parse(text)[0]
    told: dict[int, Unclosed] = {}
    for found in seeming_headings(tokens):
        before = told.get(found.line)
        if not (before and before.is_sure) and (one := _told(found, names, private_section)):
            told[found.line] = one
    for line, said in _options(tokens, text):
        told[line] = Unclosed(line, f"`{said}` closes nothing here", _PLACE)
    yield from (told[line] for line in sorted(told))


def _told(
    found: Seeming, names: Sequence[str], private_section: Callable[[str], str | None]
) -> Unclosed | None:
    """Return what is told of what looks like a heading, if it would close what stands below."""
    line, title, look = found.line, found.title, found.look
    what = f"`{title}` looks like a heading and" if look is Look.MARK else f"the heading `{title}`"
    message = f"{what} closes nothing: what is below is read, too"
    if look in _HEADS and (name := private_section(title)):
        return Unclosed(line, message, _ALWAYS.format(name), _HEADS[look])
    if look in (Look.LABEL, Look.RUN_IN, Look.LINE, Look.ITEM):
        if not _is_one(title, in_brackets=False):
            return None
        message = f"`{title}` closes nothing: what it stands before is read, too"
        return Unclosed(line, message, _MOVE, look is not Look.ITEM or " " in title)
    options = _OPTIONS.search(title)
    if look is Look.MARK and options and _closes(options[1]):
        return Unclosed(line, f"`{options[0]}` closes nothing here", _PLACE)
    if says_not_for_others(title, names):
        return Unclosed(line, message, _MOVE)
    return None


def misplaced_options(source: Document) -> list[Problem]:
    """Find what would close a part of a page, which is seen as a whole or not at all."""
    if "{" not in source.body:
        return []
    hint = "a page is seen as a whole: `audience:` stands between its first two lines of hyphens"
    return [
        Problem("section-option", source.locate_line(line), f"`{said}` closes nothing here", hint)
        for line, said in _options(parse_page(source.body), source.body)
    ]


def escaped(text: str) -> str:
    """Return a text in which nothing has the form of options that name an audience."""
    return _OPTIONS.sub(lambda found: f"\\{found[0]}" if _closes(found[1]) else found[0], text)


def _closes(options: str) -> bool:
    return bool(_CLOSING.search(options)) or _is_one(options, in_brackets=False)


def _options(tokens: Sequence[Token], text: str) -> Iterator[tuple[int, str]]:
    """Yield what has the form of options and names an audience: not in code, not escaped."""
    if "{" not in text and "&" not in text:
        return
    lines = text.split("\n")
    first, last = 0, 0
    for token in tokens:
        first, last = token.map or (first, last)
        shown = shown_text(token) if token.type == "inline" else ""
        if token.type == "html_block":
            shown = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), token.content)
        passed: Counter[str] = Counter()
        for found in _OPTIONS.finditer(shown):
            line = first + shown.count("\n", 0, found.start())
            passed[found[0]] += 1
            escapes = "\n".join(lines[first:last]).count(f"\\{found[0]}")
            if _closes(found[1]) and passed[found[0]] > escapes:
                yield line, " ".join(found[0].split())
