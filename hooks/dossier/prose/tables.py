"""Tokens of Markdown to the rows of its tables: what stands in each, and what above it."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token


def surroundings(tokens: Sequence[Token]) -> dict[int, tuple[int | None, bool]]:
    """Return the row or term that each inline token is part of, and whether it is quoted.

    Those outside of tables, definitions and block quotations are left out.
    """
    found: dict[int, tuple[int | None, bool]] = {}
    row: int | None = None
    quotes = 0
    for number, token in enumerate(tokens):
        kind = token.type
        if kind == "inline":
            if quotes or row is not None:
                found[id(token)] = row, quotes > 0
        elif kind in ("tr_open", "dt_open"):
            row = number
        elif kind in ("tr_close", "dl_close"):
            row = None
        elif kind in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
    return found


def heads_of_rows(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the row that stands above each row of a table's body."""
    found: dict[int, int] = {}
    head = None
    in_head = False
    for number, token in enumerate(tokens):
        if token.type in ("thead_open", "thead_close"):
            in_head = token.nesting > 0
        elif token.type == "tr_open" and in_head:
            head = number
        elif token.type == "tr_open" and head is not None:
            found[number] = head
    return found
