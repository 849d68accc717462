"""What is proposed in comments of an item of YAML: it can be taken up wherever it stands.

Without its `# ` a comment is a key of the item, or a part of the list above it. So the parts of a
list that is there by now stand right behind that list, and others below a key of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_COMMENT = pattern(r"\s*# ?(.*)")
_KEY = pattern(r"(?:- )?([\w-]+):(?:\s.*)?")
_HEADER = pattern(r"([\w-]+):")


@frozen
class _Parts:
    """Parts of a list that comments propose."""

    key: str
    items: tuple[tuple[str, ...], ...]
    """The lines of each, without their marks."""


def with_proposals(
    lines: Sequence[str], before: Sequence[str], proposed: Collection[str], margin: int
) -> list[str]:
    """Return the lines of an item with the comments that it had before, below or behind its values.

    Those that say one of the lines `proposed` are left out, parts of lists as a whole.
    `margin`: how far the item's keys are from the left.
    """
    begin = " " * margin
    notes, lists = _read(before, margin)
    gone = {item for each in _read([f"# {p}" for p in proposed], -1)[1] for item in each.items}
    found = list(lines)
    below = [note for note in notes if note not in proposed]
    for each in lists:
        kept = [line for item in each.items if item not in gone for line in item]
        key = f"{begin}{each.key}:"
        end = _end_of_list(found, key, margin)
        if end:
            found[end:end] = [f"{begin}# {line}" for line in kept]
        elif kept:
            is_there = any(line.startswith(key) for line in found)
            below += kept if is_there else [f"{each.key}:", *kept]
    return [*found, *(f"{begin}# {line}".rstrip() for line in below)]


def _end_of_list(lines: Sequence[str], key: str, margin: int) -> int:
    """Return where the list of a key ends, 0 where there is none with a line for each part."""
    first = lines.index(key) + 1 if key in lines else len(lines)
    if first == len(lines) or not lines[first].lstrip().startswith("- "):
        return 0
    after = (n for n in range(first, len(lines)) if lines[n].strip() and _depth(lines[n]) <= margin)
    return next(after, len(lines))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _read(lines: Sequence[str], margin: int) -> tuple[list[str], list[_Parts]]:
    """Return the comments of an item that are notes or keys, and those that are parts of lists."""
    notes: list[str] = []
    found: dict[str, list[list[str]]] = {}
    key, header = "", ""
    for line in filter(str.strip, lines):
        said = _COMMENT.fullmatch(line)
        text = said[1] if said else line.strip()
        if not said:
            named = _KEY.match(text) if _depth(line) == margin else None
            key, header = named[1] if named else key, ""
        elif _HEADER.fullmatch(text):
            notes.append(text)
            key, header = text[:-1], text
        elif key and text.startswith("  - "):
            found.setdefault(key, []).append([text])
            notes = [note for note in notes if note != header]
        elif found.get(key) and text.startswith("    "):
            found[key][-1].append(text)
        else:
            notes.append(text)
            key = ""
    return notes, [_Parts(k, tuple(map(tuple, items))) for k, items in found.items()]
