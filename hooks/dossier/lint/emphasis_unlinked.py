"""Each item under emphasis begins with what it foregrounds: a project or a record."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import Document
from dossier.model.library import Section
from dossier.plain.problems import Problem
from dossier.prose.markdown import parse
from dossier.prose.targets import Scheme, parse_target


def check(view: FileView) -> Iterator[Problem]:
    """Check the items of a dossier's section emphasis."""
    section = view.application.section("emphasis") if view.application else None
    if section:
        yield from _items(section, view.source)


def _items(section: Section, source: Document) -> Iterator[Problem]:
    tokens = parse(section.text)[0]
    first_line = source.body.count("\n", 0, section.offset)
    depth = 0
    for number, token in enumerate(tokens):
        depth += token.nesting if token.type.endswith("list_open") else 0
        depth += token.nesting if token.type.endswith("list_close") else 0
        if token.type != "list_item_open" or depth != 1:
            continue
        after = map(tokens.__getitem__, range(number, len(tokens)))
        first = next(t for t in after if t.type in ("inline", "list_item_close"))
        if not _begins_with_link(first):
            line = first_line + (token.map[0] if token.map else 0)
            message = "an item under emphasis does not say what it foregrounds"
            hint = "begin it with `[name](project:id)` or `[…](evidence:file/record)`"
            yield Problem("emphasis-unlinked", source.locate_line(line), message, hint)


def _begins_with_link(inline: Token) -> bool:
    for token in inline.children or ():
        if token.type == "link_open":
            target = parse_target(str(token.attrs.get("href", "")))
            return target is not None and target.scheme in (Scheme.PROJECT, Scheme.EVIDENCE)
        if token.content.strip():
            return False
    return False


RULE = Rule("emphasis-unlinked", check=check)
