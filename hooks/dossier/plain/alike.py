"""Problems to groups: warnings that say the same of several places are read as one."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem, Severity

_NAME = pattern(r"`[^`]+`")


@frozen
class Group:
    """A problem, and those that say the same of other places."""

    first: Problem
    others: tuple[Problem, ...] = ()


def grouped(problems: Iterable[Problem]) -> tuple[Group, ...]:
    """Return problems in their order, alike warnings where the first of them stands.

    Errors stay alone: each is mended by itself.
    """
    found: dict[object, list[Problem]] = {}
    for problem in problems:
        is_error = problem.severity is Severity.ERROR
        found.setdefault(problem if is_error else _said(problem), []).append(problem)
    return tuple(Group(first, tuple(others)) for first, *others in found.values())


def names(problem: Problem) -> str:
    """Return what a problem names, in backticks: that alone tells it from those alike."""
    return ", ".join(_NAME.findall(problem.message))


def _said(problem: Problem) -> tuple[str, str, str]:
    """Return what a problem says, whatever it says it of."""
    hint = problem.hint
    for name in _NAME.findall(problem.message):
        hint = hint.replace(name.strip("`"), "")
    return problem.code, _NAME.sub("``", problem.message), hint
