"""Markdown's inline tokens as plain text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from dossier.prose.scan import link_content, link_title
from dossier.prose.targets import Target, parse_target


def plain_text(tokens: Sequence[Token], reference: Callable[[Target, str, str], str]) -> str:
    """Return inline tokens as plain text, with what `reference` says for references."""
    parts: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "link_open":
            content = link_content(tuple(tokens), position)
            text = plain_text(content, reference)
            target = parse_target(str(token.attrs.get("href", "")))
            parts.append(reference(target, text, link_title(token)) if target else text)
            position += len(content) + 2
            continue
        if token.type == "image":
            parts.append(plain_text(token.children or (), reference))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type in ("text", "code_inline"):
            parts.append(token.content)
        position += 1
    return "".join(parts)
