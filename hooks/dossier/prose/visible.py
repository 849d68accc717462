"""A text as its readers see it: references expanded, Markdown gone, each line's place kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from markdown_it.token import Token

from dossier.model.figure import qualifier, write
from dossier.model.library import Library
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.html_text import pointed_at
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place
from dossier.prose.directives import directive_name
from dossier.prose.markdown import parse, parse_inline, parse_page
from dossier.prose.passages import Passage
from dossier.prose.scan import link_title
from dossier.prose.targets import Scheme, parse_target

_BREAK = pattern(r"<br\b", re.IGNORECASE)
_TAG = pattern(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)


@frozen
class Visible:
    """A paragraph, heading, cell or field as it is read, typography folded."""

    text: str
    passage: Passage
    line: int
    """Its first line within the passage, counted from 0."""
    starts: tuple[int, ...]
    """Where each of its lines begins in `text`."""

    def locate(self, start: int, found: str) -> Place:
        """Return the place of something found at `start` of the text."""
        passage = self.passage
        if passage.path is not None:
            return passage.source.locate_in(passage.path, found)
        where = passage.locate_line(self.line + bisect_right(self.starts, start) - 1)
        return replace(where, column=_column(passage.source.lines[where.line - 1], found))


@lru_cache(maxsize=256)
def _column(line: str, found: str) -> int:
    """Return where a line first has a text, or 1. Kept: what is told once is told often."""
    return max(line.casefold().find(found.casefold()), 0) + 1


def visible(passage: Passage, library: Library) -> Iterator[Visible]:
    """Yield what readers of a passage see of it, block by block."""
    if passage.path is not None:
        yield _fold(_spell(parse_inline(passage.text), library), passage, 0)
        return
    for token in _tokens(passage):
        line = token.map[0] if token.map else 0
        if token.type == "inline":
            yield _fold(_spell(token.children or (), library), passage, line)
        elif token.type == "fence" and not directive_name(token.info):
            yield _fold(token.content, passage, line + 1)
        elif token.type == "code_block":
            yield _fold(token.content, passage, line)
        elif token.type == "html_block":
            yield _fold(_TAG.sub(_keep_lines, token.content), passage, line)


def tooltips(passage: Passage) -> Iterator[Visible]:
    """Yield the titles of a passage's links and images, which are read where they are pointed at.

    With those of raw HTML, and its alternative texts.

    That of a metric's reference says how to write it, and is none.
    """
    if passage.path is not None:
        yield from _titles(parse_inline(passage.text), passage, 0)
        return
    for token in _tokens(passage):
        line = token.map[0] if token.map else 0
        if token.type == "inline":
            yield from _titles(token.children or (), passage, line)
        elif token.type == "html_block":
            yield from _in_html(token.content, passage, line)


def _titles(tokens: Sequence[Token], passage: Passage, line: int) -> Iterator[Visible]:
    for number, token in enumerate(tokens):
        line += token.type in ("softbreak", "hardbreak")
        if token.type in ("link_open", "image") and (title := link_title(token)):
            if tokens[number + 1 : number + 2] and tokens[number + 1].type == "link_close":
                continue
            yield _fold(title, passage, line)
        elif token.type == "html_inline":
            yield from _in_html(token.content, passage, line)


def _in_html(html: str, passage: Passage, line: int) -> Iterator[Visible]:
    yield from (_fold(text, passage, line + below) for below, text in pointed_at(html))


def _tokens(passage: Passage) -> Sequence[Token]:
    return parse_page(passage.text) if passage.is_page else parse(passage.text)[0]


def _keep_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n") or " " * bool(_BREAK.match(found[0]))


def _spell(tokens: Sequence[Token], library: Library) -> str:
    parts = []
    for number, token in enumerate(tokens):
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "html_inline" and _BREAK.match(token.content):
            parts.append(" ")
        elif token.type == "image":
            parts.append(_spell(token.children or (), library))
        elif token.type == "link_open" and tokens[number + 1].type == "link_close":
            parts.append(_metric(str(token.attrs.get("href", "")), link_title(token), library))
    return "".join(parts)


def _metric(address: str, title: str, library: Library) -> str:
    target = parse_target(address)
    if target is None or target.scheme is not Scheme.EVIDENCE or target.metric is None:
        return ""
    record = library.records.get(target.id)
    metric = record.metric(target.metric_id) if record else None
    if record is None or metric is None:
        return ""
    return write(metric, title, is_before=target.metric != metric.id) + qualifier(
        record.record, metric, title, _words
    )


def _words(text: str) -> str:
    return "".join(token.content for token in parse_inline(text))


def _fold(text: str, passage: Passage, line: int) -> Visible:
    folded, starts = "", []
    for part in text.split("\n"):
        read = fold(part)
        folded += " " if folded and read else ""
        starts.append(len(folded))
        folded += read
    return Visible(folded, passage, line, tuple(starts))
