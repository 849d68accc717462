"""Ordinary links in prose: unsafe schemes, and pages that are not there for the readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.paths import page_named, relative_target
from dossier.plain.problems import Problem
from dossier.prose.markdown import is_safe, parse, parse_inline, parse_page, scheme_of
from dossier.prose.passages import Passage

_WRITTEN = re.compile(r"\]\(\s*<?([^)>\s]{1,2000})")


def check(view: FileView) -> Iterator[Problem]:
    """Find links that lead nowhere for those who may read them."""
    for passage in view.passages:
        if "](" not in passage.text:
            continue
        yield from _unsafe(passage)
        if passage.path is None:
            yield from _broken(view.library, passage)


def _unsafe(passage: Passage) -> Iterator[Problem]:
    """Markdown leaves such a link as text; the author should know why. In code it is text."""
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


def _broken(library: Library, passage: Passage) -> Iterator[Problem]:
    for mention in passage.mentions():
        if mention.target or mention.is_image or not mention.address:
            continue
        path = relative_target(passage.source, mention.address)
        if path is None or not path.endswith(".md"):
            continue
        if not page_named(library, path, passage.audience):
            where = passage.locate(mention)
            known = "" if library.audience is Audience.PRIVATE else " here"
            message = f"there is no page `{path}`{known} that readers of this text may see"
            hint = "link a project as `[…](project:id)`, a record as `[…](evidence:file/record)`"
            yield Problem("link-broken", where, message, hint)
