"""Tables, facts and lists of Markdown: what is in them, and which lines they take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from dossier.importing.fields import Aliases
from dossier.importing.outline import code_lines, fold_title
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.markdown import parse

_FACT = pattern(
    r"^(?P<mark>\s*(?:[-*+\u2022]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?)?"
    r"(?:(?P<bold>\*\*|__)(?P<bold_label>[^*_:|]{1,50}?)\s*(?::\s*(?P=bold)|(?P=bold)(?:\s*:|\s+[\u2013\u2014-](?=\s)))"
    r"|(?P<label>[^\W\d][^*_:|\[\]()<>`]{0,40}?)\s*:(?!//))"
    r"(?:\s+(?P<value>\S.*)|\s*)$"
)
_JOINED = pattern(r"\s+[|\u00b7\u2022]\s+(?=(?:\*\*|__)[^*_|]{1,50}(?:\*\*|__)?:)")
_ITEM = pattern(r"^(\s*)([-*+\u2022]|\d{1,2}[.)])(\s+)(.*)$")


@frozen
class Table:
    """A table: the words of its head, its rows, and its lines."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int
    end: int


@frozen
class Fact:
    """A label with its value: `- **Link:** https://…`."""

    label: str
    value: str
    """Lines that go on stand behind one another."""
    items: tuple[str, ...]
    """The items of a list below it."""
    lines: tuple[int, ...]
    """The lines it takes."""
    is_bold: bool


@frozen
class Item:
    """An item of a list on the top level of a text, without its mark."""

    text: str
    """Lines that belong to it are indented by nothing."""
    mark: str
    """`-`, or a number: `1.`."""
    line: int
    end: int


def tables(text: str) -> list[Table]:
    """Return the tables of a text; escaped pipes are pipes."""
    found = []
    tokens = parse(text)[0]
    for position, token in enumerate(tokens):
        if token.type == "table_open" and token.map and token.level == 0:
            columns, *rows = _rows(tokens, position)
            found.append(Table(columns, tuple(rows), *token.map))
    return found


def _rows(tokens: tuple[Token, ...], start: int) -> Iterator[tuple[str, ...]]:
    cells: list[str] = []
    for token in tokens[start:]:
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(token.content.strip())
        elif token.type == "tr_close":
            yield tuple(cells)
        elif token.type == "table_close":
            return


def columns_of(table: Table, aliases: Aliases) -> dict[str, int]:
    """Return where each known column of a table is; of two alike the first."""
    known: dict[str, int] = {}
    for position, name in enumerate(table.columns):
        target = aliases.get(name.strip(" *_`").casefold()) or aliases.get(fold_title(name))
        if target:
            known.setdefault(target, position)
    return known


def facts(text: str) -> list[Fact]:
    """Return the labelled values of a text, one a line or several beside one another."""
    lines, code = text.split("\n"), code_lines(text)
    found: list[Fact] = []
    number = 0
    while number < len(lines):
        matches = [] if number in code else [_FACT.match(part) for part in _parts(lines[number])]
        if not matches or not all(matches):
            number += 1
            continue
        end = _after(lines, number, is_item=bool(matches[0] and matches[0]["mark"]))
        for match in filter(None, matches):
            rest = lines[number + 1 : end] if match is matches[-1] else []
            found.append(_fact(match, rest, tuple(range(number, end))))
        number = end
    return found


def _parts(line: str) -> list[str]:
    return _JOINED.split(line)


def _fact(match: re.Match[str], rest: list[str], lines: tuple[int, ...]) -> Fact:
    value, items = [match["value"] or ""], []
    for line in rest:
        if item := _ITEM.match(line):
            items.append(item[4].strip())
        elif items:
            items[-1] = f"{items[-1]} {line.strip()}"
        else:
            value.append(line.strip())
    label = match["bold_label"] or match["label"]
    joined = " ".join(part for part in value if part).rstrip("\\ ")
    return Fact(label.strip(), joined, tuple(items), lines, is_bold=match["bold"] is not None)


def _after(lines: list[str], number: int, *, is_item: bool) -> int:
    """Return the first line after a fact that does not go on from it."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    end = number + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        is_deeper = len(line) - len(line.lstrip()) > indent
        has_no_value = re.search(r":\W*$", lines[number]) and not is_item
        if not is_deeper and not (has_no_value and _ITEM.match(line) and not _FACT.match(line)):
            break
        end += 1
    return end


def items(text: str) -> list[Item]:
    """Return the items of the lists on the top level of a text."""
    lines = text.split("\n")
    found = []
    for token in parse(text)[0]:
        if token.type == "list_item_open" and token.level == 1 and token.map:
            first, end = token.map
            match = _ITEM.match(lines[first])
            if not match:
                continue
            width = len(match[1]) + len(match[2]) + len(match[3])
            rest = [_dedent(line, width) for line in lines[first + 1 : end]]
            text = "\n".join([match[4], *rest]).rstrip()
            found.append(Item(text, match[2], first, end))
    return found


def _dedent(line: str, width: int) -> str:
    blanks = len(line) - len(line.lstrip(" \t"))
    return line[min(width, blanks) :]


def without_lines(text: str, taken: set[int]) -> str:
    """Return a text without some of its lines."""
    kept = [line for number, line in enumerate(text.split("\n")) if number not in taken]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")
