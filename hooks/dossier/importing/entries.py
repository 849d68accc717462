"""A section of a résumé to its entries: the lines that head each of them, and what is below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dossier.importing.jobs import names_nothing, read_job
from dossier.importing.studies import read_study
from dossier.importing.values import find_span
from dossier.plain.patterns import pattern

_BULLET = pattern(r"^\s*(?:[-*+\u2022]|\d{1,2}[.)])\s+")
_BOLD = pattern(r"^\s*(?:[-*+\u2022]\s+)?(?:\*\*|__)\S")
_SLANTED = pattern(r"^\s*(?:\*(?!\*)[^*]+\*|_[^_]+_)\s*[|,]?.*$")
_YEAR = pattern(r"\b(?:19|20)\d{2}\b")
_LONGEST_HEAD = 160
_ABOVE, _SHORT = 2, 80
"""How many lines above mere dates say whose they are, and how long those are."""


def is_bold(line: str) -> bool:
    """Return whether a line begins with bold words."""
    return _BOLD.match(line) is not None


def split_entries(
    text: str,
    heads: Callable[[str], bool],
    *,
    goes_on: Callable[[list[str], str], bool] = lambda *_: False,
) -> Iterator[tuple[list[str], str]]:
    """Yield the lines that head each entry of a section, and what stands below them."""
    head: list[str] = []
    rest: list[str] = []
    for line in text.split("\n"):
        is_apart = bool(rest) and is_bold(line) and bool(_YEAR.search("\n".join(head)))
        if head and not is_apart and not "".join(rest).strip() and goes_on(head, line):
            head += [*[r for r in rest if r], line]
            rest = []
        elif head and _is_their_time(line, head, rest):
            head, rest = [*head, *[r for r in rest if r.strip()], line], []
        elif heads(line):
            above = _above(line, rest)
            if head or rest:
                yield head, "\n".join(rest)
            head, rest = [*above, line], []
        else:
            rest.append(line)
    yield head, "\n".join(rest)


def _is_their_time(line: str, head: list[str], rest: list[str]) -> bool:
    """Return whether mere dates stand below a head and a few short lines: they are its own."""
    between = [each for each in rest if each.strip()]
    is_short = len(between) <= _ABOVE and all(
        len(each) < _SHORT and not _BULLET.match(each) and not each.rstrip().endswith(".")
        for each in between
    )
    is_joined = "" not in rest or not between
    has_time = find_span("\n".join(head)) is not None
    is_line = len(line) <= _LONGEST_HEAD
    return is_line and is_short and is_joined and not has_time and names_nothing(line)


def _above(line: str, rest: list[str]) -> list[str]:
    """Take from what stands above a line of mere dates the lines that belong to it."""
    found: list[str] = []
    while names_nothing(line) and rest and len(found) < _ABOVE:
        last = rest[-1].strip()
        if not 0 < len(last) < _SHORT or _BULLET.match(rest[-1]) or last.endswith("."):
            break
        found.insert(0, rest.pop())
    return found


def heads_job(line: str) -> bool:
    """Return whether a line can begin an entry."""
    if not line.strip() or len(line) > _LONGEST_HEAD or line.startswith("    "):
        return False
    if line.startswith("#"):
        return True
    has_span = find_span(line) is not None
    if _BULLET.match(line):
        return is_bold(line) and has_span
    return has_span or is_bold(line)


def heads_study(line: str) -> bool:
    """Return whether a line can begin a study: one that names a degree may have no dates."""
    is_short = len(line) <= _LONGEST_HEAD and line[:1] not in (" ", "\t")
    return heads_job(line) or (is_short and read_study([line]) is not None)


def heads_project(line: str) -> bool:
    """Return whether a line can begin a project: a heading, or a bold line or item."""
    return line.startswith("#") or (is_bold(line) and line[:1] not in (" ", "\t"))


def goes_on(head: list[str], line: str) -> bool:
    """Return whether a line is a further one of a head."""
    if not line.strip() or line.startswith("#") or len(line) > _LONGEST_HEAD:
        return False
    if _BULLET.match(line) or line.startswith("|"):
        return False
    has_span = find_span("\n".join(head)) is not None
    told = find_span(line) is not None
    if told and has_span:
        return False
    is_complete = has_span and read_job(head) is not None and "title" in _values(head)
    return not is_complete and (told or is_bold(line) or bool(_SLANTED.match(line)))


def _values(head: list[str]) -> dict[str, str]:
    found = read_job(head)
    return found.values if found else {}


def join_left(parts: list[str]) -> str:
    """Join what is left of entries; rows of one table stay together."""
    kept = [part.strip("\n") for part in parts if part.strip()]
    text = "\n\n".join(kept)
    return re.sub(r"(?<=\|)\n\n(?=\|)", "\n", text)
