"""Links with a scheme that is never followed, wherever one is written."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.addresses import split_address
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem
from dossier.plain.userinfo import has_userinfo
from dossier.prose.markdown import is_safe, parse, parse_inline, parse_page, scheme_of
from dossier.prose.passages import Passage

_WRITTEN = pattern(r"\]\(\s*<?([^)>\s]{1,2000})")


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
            yield _told(where, found[1])


def _told(where: Place, address: str) -> Problem:
    if has_userinfo(address):
        message = "a link with a name or password before its host is never followed"
        hint = "take out what stands before the @; if it was a password, change it"
    elif split_address(address) is None:
        message, hint = "a link that is no address is never followed", "mend it, or drop it"
    else:
        message = f"`{scheme_of(address) or 'this'}` links are never followed"
        hint = "link to an https address, or drop it"
    return Problem("link-unsafe", where, message, hint)


def _outside_code(passage: Passage) -> str:
    if passage.path is not None:
        children = list(parse_inline(passage.text))
    else:
        tokens = parse_page(passage.text) if passage.is_page else parse(passage.text)[0]
        children = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in children if child.type == "text")


RULE = Rule("link-unsafe", check=check)
