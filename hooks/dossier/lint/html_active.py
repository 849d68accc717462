"""HTML of free pages that is taken out of them, because it would run, load or send something."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem, warning
from dossier.prose.markdown import parse_page, shown_text
from dossier.prose.passages import Passage

_LISTED = pattern(r"\{:?[^{}\n]{0,500}?\b(on\w+|style|srcdoc|formaction)\s*=")
"""Attributes that Markdown's attribute lists would give to an element."""
_HINT = "write it as Markdown, or open the element in mkdocs.yml: extra.dossier.allow_html"


def check(view: FileView) -> Iterator[Problem]:
    """Tell, once a line, what readers will not get to see."""
    for passage in view.passages:
        if passage.is_page and ("<" in passage.text or "{" in passage.text):
            by_line: dict[int, str] = {}
            for line, what in _active(passage, view.library.opened):
                by_line.setdefault(line, what)
            for line, what in sorted(by_line.items()):
                where = passage.source.locate_line(line)
                yield warning("html-active", where, f"{what} is taken out of the page", _HINT)


def _active(passage: Passage, opened: frozenset[str]) -> Iterator[tuple[int, str]]:
    # Late, as most checks judge few files again, and few of these hold any.
    from dossier.plain.safe_html import active_parts  # noqa: PLC0415

    for token in parse_page(passage.text):
        first = token.map[0] if token.map else 0
        for line, text in _html(token):
            for below, what in active_parts(text, opened):
                yield first + line + below, what
        if token.type == "inline":
            shown = shown_text(token)
            for found in _LISTED.finditer(shown):
                line = shown.count("\n", 0, found.start())
                yield first + line, f"`{found[1]}` in an attribute list"


def _html(token: Token) -> Iterator[tuple[int, str]]:
    """Yield the HTML in a block, with its line in it, counted from 0."""
    if token.type == "html_block":
        yield 0, token.content
    line = 0
    for child in token.children or ():
        if child.type == "html_inline":
            yield line, child.content
        line += child.content.count("\n") + (child.type in ("softbreak", "hardbreak"))


RULE = Rule("html-active", check=check)
