"""An item of a YAML list written anew, as new files are laid out; the rest of the file stays.

Comments in the item stay behind its values. What is put in is tried: a text that reads as another
value than the one that is meant is never returned.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from dossier.model.document import Document
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path
from dossier.plain.yaml_writing import write_yaml
from dossier.prose.rewriting import with_value

_COMMENT = re.compile(r"\s+# ?(.*)")


def with_item(
    source: Document, path: Path, value: Mapping[str, Any], proposed: Collection[str] = ()
) -> str | None:
    """Return the text of a file of YAML with another item at a path.

    Comments that say one of the lines `proposed` go with what they propose. None if the file is
    written so that the item cannot be told for sure.
    """
    before, problems = construct(source.yaml, source.file)
    if problems or source.yaml != source.text or source.nearest(path) != path:
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
    kept = [text for text in block[1 : last + 1] if _is_kept(text, proposed)]
    written = write_yaml({"item": [dict(value)]}).split("\n")[1:-1]
    lines = [f"{' ' * dash}{text[2:]}" for text in written]
    rest = block[last + 1 :]
    text = source.text[:line] + "\n".join([*lines, *kept, *rest]) + source.text[end:]
    wanted = with_value(before, path, construct(write_yaml(value), source.file)[0])
    return text if construct(text, source.file) == (wanted, []) else None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_kept(line: str, proposed: Collection[str]) -> bool:
    said = _COMMENT.fullmatch(line)
    return said is not None and said[1] not in proposed
