"""An item of a YAML list written anew, as new files are laid out, or out; all else stays.

Comments in the item stay behind its values, or behind the list that they go on with. What is put in
is tried: a text that reads as another value than the one that is meant is never returned.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from dossier.model.document import Document
from dossier.plain.frozen import frozen
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path
from dossier.plain.yaml_writing import write_yaml
from dossier.prose.item_proposals import with_proposals
from dossier.prose.rewriting import line_start, value_at, with_value


def with_item(
    source: Document, path: Path, value: Mapping[str, Any], proposed: Collection[str] = ()
) -> str | None:
    """Return the text of a file with another item at a path of its YAML.

    Comments that say one of the lines `proposed` go with what they propose. None if the file is
    written so that the item cannot be told for sure.
    """
    before, problems = construct(source.yaml, source.file)
    block = None if problems else _block(source, path)
    if block is None:
        return None
    written = write_yaml({"item": [dict(value)]}).split("\n")[1:-1]
    lines = [f"{' ' * block.dash}{text[2:]}" for text in written]
    lines = with_proposals(lines, block.lines[1:], proposed, block.dash + 2)
    text = block.around("\n".join([*lines, *block.rest]))
    wanted = with_value(before, path, construct(write_yaml(value), source.file)[0])
    return text if _reads(source, text) == (wanted, []) else None


def without_item(source: Document, path: Path) -> str | None:
    """Return the text of a file without an item of its YAML, and the comments in it.

    None if the file is written so that the item cannot be told for sure.
    """
    before, problems = construct(source.yaml, source.file)
    block = None if problems else _block(source, path)
    if block is None:
        return None
    items: Any = value_at(before, path[:-1])
    others = [item for n, item in enumerate(items) if n != path[-1]]
    text = block.around("\n".join(block.rest))
    wanted = with_value(before, path[:-1], others)
    return text if _reads(source, text) == (wanted, []) else None


@frozen
class _Block:
    """The lines of an item, and all that stands around them."""

    before: str
    lines: list[str]
    rest: list[str]
    """What stands behind the item and belongs to none."""
    after: str
    dash: int
    """How far the dash is from the margin."""

    def around(self, text: str) -> str:
        return self.before + text + self.after


def _block(source: Document, path: Path) -> _Block | None:
    first = line_start(source, source.yaml_line)
    is_whole = source.text[first:].startswith(source.yaml)
    if not is_whole or source.nearest(path) != path:
        return None
    start, end = source.extent(path)
    line = source.text.rfind("\n", 0, start) + 1
    margin = source.text[line:start]
    if not re.fullmatch(r" *- +", margin) or source.text[start] in "{[":
        return None
    dash = len(margin) - len(margin.lstrip())
    block = source.text[line:end].split("\n")
    last = max(n for n, text in enumerate(block) if text.strip() and _depth(text) >= dash)
    while last and _depth(block[last]) <= dash:
        last -= 1
    lines, rest = block[: last + 1], block[last + 1 :]
    return _Block(source.text[:line], lines, rest, source.text[end:], dash)


def _reads(source: Document, text: str) -> tuple[object, object]:
    """Return what the YAML says where a file has another text."""
    start = line_start(source, source.yaml_line)
    end = len(text) - (len(source.text) - start - len(source.yaml))
    return construct(text[start:end], source.file)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
