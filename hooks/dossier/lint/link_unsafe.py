"""Links with a scheme that is never followed, wherever one is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.problems import Problem
from dossier.prose.markdown import is_safe, parse, parse_inline, parse_page, scheme_of
from dossier.prose.passages import Passage

_WRITTEN = re.compile(r"\]\(\s*<?([^)>\s]{1,2000})")


def check(view: FileView) -> Iterator[Problem]:
    """Find unsafe links. Markdown leaves them as text; the author should know why."""
    for passage in view.passages:
        if "](" in passage.text:
            yield from _unsafe(passage)


def _unsafe(passage: Passage) -> Iterator[Problem]:
    unsafe = [found for found in _WRITTEN.finditer(passage.text) if not is_safe(found[1])]
    shown = _outside_code(passage) if unsafe else ""
    for found in unsafe:
        if found[1] in shown:
            if passage.path is None:
                where = passage.source.locate_in_body(passage.offset + found.start(1))
            else:
                where = passage.source.locate_in(passage.path, found[1])
            message = f"`{scheme_of(found[1]) or 'this'}` links are never followed"
            yield Problem("link-unsafe", where, message, "link to an https address, or drop it")


def _outside_code(passage: Passage) -> str:
    if passage.path is not None:
        children = list(parse_inline(passage.text))
    else:
        tokens = parse_page(passage.text) if passage.is_page else parse(passage.text)[0]
        children = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in children if child.type == "text")


RULE = Rule("link-unsafe", check=check)
