"""A problem as the log of a public build may tell it, whatever stands hidden above its line."""

from __future__ import annotations

from dataclasses import replace

from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem

_MIXED = pattern(
    r"(?P<file>[^\s(/]+/(?:(?:applications|evidence)/[^\s:]+|profile\.yml)):\d+(?::\d+)?"
)
"""A place in a file in which private lines stand beside others."""


def without_hidden_lines(problem: Problem) -> Problem:
    """Return a problem without lines that private ones above them move.

    The log of a public build may be public too.
    """
    message, hint = (_MIXED.sub(r"\g<file>", text) for text in (problem.message, problem.hint))
    where = problem.where
    if _MIXED.fullmatch(str(where)):
        where = Place(where.file, 0, 0)
        hint = f"{hint}; `dossier check` tells the line".removeprefix("; ")
    return replace(problem, where=where, message=message, hint=hint)
