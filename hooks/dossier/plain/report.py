"""Problems to the formats that people and machines read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

from dossier import __version__
from dossier.plain.alike import Group, grouped, names
from dossier.plain.problems import CODES, Problem, Severity
from dossier.plain.terminal import inert, inert_json, inert_line


def count_words(problems: Sequence[Problem], silenced: int) -> str:
    """Say how many problems there are: `2 errors, 1 warning, 3 silenced`."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    parts = [_count(errors, "error"), _count(len(problems) - errors, "warning")]
    return ", ".join([*parts, f"{silenced} silenced"] if silenced else parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def as_text(problems: Sequence[Problem], silenced: int) -> str:
    """Return problems for a terminal, with their number in the last line.

    Alike warnings are told once, with all their places.
    """
    lines = [line for group in grouped(problems) for line in _as_lines(group)]
    return "\n".join([*lines, count_words(problems, silenced)]) + "\n"


def _as_lines(group: Group) -> Iterator[str]:
    yield str(group.first)
    if group.others:
        yield f"  and in {_count(len(group.others), 'more place')}:"
    for other in group.others:
        yield inert_line(f"    {other.where}: {names(other)}".rstrip(": "))


def as_json(problems: Sequence[Problem], _: int) -> str:
    """Return problems as JSON, version 1."""
    found = [
        {
            "file": problem.where.file,
            "line": problem.where.line,
            "column": problem.where.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return inert_json({"version": 1, "problems": found}) + "\n"


def as_sarif(problems: Sequence[Problem], _: int) -> str:
    """Return problems as SARIF 2.1.0, for code scanning."""
    rules = [{"id": code, "shortDescription": {"text": meaning}} for code, meaning in CODES.items()]
    results = [
        {
            "ruleId": problem.code,
            "level": problem.severity.value,
            "message": {"text": f"{problem.message}. {problem.hint}".rstrip(". ")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(problem.where.file)},
                        "region": {
                            "startLine": problem.where.line,
                            "startColumn": problem.where.column,
                        },
                    }
                }
            ],
        }
        for problem in problems
    ]
    driver = {"name": "dossier", "version": __version__, "rules": rules}
    log = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }
    return inert_json(log) + "\n"


def as_github(problems: Sequence[Problem], _: int) -> str:
    """Return problems as workflow commands, which GitHub shows beside the lines."""
    lines = []
    for problem in problems:
        where = f"file={_property(problem.where.file)},line={problem.where.line}"
        title = f"col={problem.where.column},title={_property(problem.code)}"
        text = f"{problem.message}\n{problem.hint}".strip()
        lines.append(f"::{problem.severity} {where},{title}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return inert(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem], int], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
"""The formats by name."""
