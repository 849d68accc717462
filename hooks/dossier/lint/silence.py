"""Problems that the author has silenced in place, with a reason.

A comment `dossier: allow CODE: reason` on the problem's line or the line before it silences that
code there: `# …` in YAML, `<!-- … -->` in prose. It hides the report and changes no view.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem, Severity, in_order

_MARK = pattern(r"(?:#|<!--)\s*dossier:\s*allow\s+([\w-]+)\s*:?(.*?)(?:-->|$)")

_OPENING = pattern(r"((?:#|<!--)\s*dossier)(?=:\s*allow\s)")


@frozen
class Diagnosis:
    """What is wrong, and what the author has silenced with a reason. Not slotted: see below."""

    problems: tuple[Problem, ...]
    silenced: tuple[tuple[Problem, str], ...]

    @cached_property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that fail a check, picked out when they are first asked for."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


def silence(
    problems: Iterable[Problem], texts: Mapping[str, str]
) -> tuple[tuple[Problem, ...], tuple[tuple[Problem, str], ...]]:
    """Return the problems that remain, and the silenced ones, each with its reason.

    `texts` are the files' texts by name. A mark without a reason silences nothing.
    """
    marks = {file: found for file, text in texts.items() if (found := _marks_in(file, text))}
    if not marks:
        return in_order(problems), ()
    remaining: list[Problem] = []
    silenced: dict[Problem, str] = {}
    for problem in problems:
        of_file = marks.get(problem.where.file)
        reason = _reason(problem, of_file) if of_file else ""
        if reason:
            silenced[problem] = reason
        else:
            remaining.append(problem)
    return in_order(remaining), tuple((found, silenced[found]) for found in in_order(silenced))


_Marks = dict[int, list[re.Match[str]]]
_known: dict[str, tuple[str, _Marks]] = {}
"""The last text of each file, and its marks: under `serve` hundreds are looked at for each edit."""
_MOST_KNOWN = 10_000


def _marks_in(file: str, text: str) -> _Marks:
    known = _known.get(file)
    if known is None or known[0] is not text:
        if len(_known) > _MOST_KNOWN:
            _known.clear()
        known = _known[file] = text, marks_of(text) if "dossier:" in text else {}
    return known[1]


def marks_of(text: str) -> _Marks:
    """Return the marks of a text by line, counted from 1."""
    lines = enumerate(text.split("\n"), start=1)
    return {number: list(_MARK.finditer(line)) for number, line in lines if "dossier:" in line}


def without_effect(text: str) -> str:
    """Return a text of others in which no mark silences anything: a blank is all that is added."""
    return _OPENING.sub(r"\1 ", text)


def _reason(problem: Problem, marks: Mapping[int, list[re.Match[str]]]) -> str:
    for line in (problem.where.line, problem.where.line - 1):
        for mark in marks.get(line, ()):
            if mark[1] == problem.code:
                return mark[2].strip()
    return ""
