"""Comments of a page that never end: they hide in an editor what MkDocs shows."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from dossier.model.document import Document
from dossier.plain.problems import Problem
from dossier.prose.markdown import parse_page


def open_comments(source: Document) -> list[Problem]:
    """Find comments that never end. An editor's preview hides what MkDocs then shows."""
    message = "the comment that begins here is never closed"
    hint = "close it with -->; until then nothing of this file is shown to others"
    return [
        Problem("markdown-open", source.locate_line(token.map[0] + line), message, hint)
        for token in parse_page(source.body)
        if token.map and token.type in ("html_block", "inline")
        for line in _lines(token)
    ]


def _lines(token: Token) -> Iterator[int]:
    """Yield where in a block a comment begins that never ends, lines counted from 0."""
    parts = [token] if token.type == "html_block" else token.children or []
    line = 0
    for part in parts:
        if part.type in ("html_block", "html_inline", "text"):
            # To a browser `--!>` ends a comment too, to Markdown it does not.
            begun = part.content.rfind("<!--")
            ended = part.content.rfind("-->")
            if begun > ended or (begun >= 0 and "--!>" in part.content):
                yield line + part.content.count("\n", 0, begun)
        line += part.content.count("\n") + (part.type in ("softbreak", "hardbreak"))
