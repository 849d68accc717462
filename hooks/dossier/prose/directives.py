"""Directives: fenced blocks whose name is a directive's. The body holds YAML options."""

from __future__ import annotations

from dossier.model.document import Document
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem, did_you_mean
from dossier.plain.yaml import construct

OPTIONS = {
    "proof-points": ("role", "only"),
    "coverage": ("role",),
    "roles": (),
    "evidence": ("project", "skills"),
    "gaps": (),
    "pipeline": (),
    "matrix": (),
    "strengthen": (),
}
"""The directives, each with its options."""
PRIVATE = frozenset({"gaps", "pipeline", "matrix", "strengthen"})
"""Directives that show private figures."""
OF_A_DOSSIER = frozenset({"proof-points", "coverage", "roles", "gaps"})
"""Directives that need a dossier around them."""


@frozen
class Directive:
    """A block to be expanded in place."""

    name: str
    options: dict[str, tuple[str, ...]]
    """Each option's values; a single one is a list of one."""

    def one(self, option: str) -> str | None:
        """Return the first value of an option."""
        return next(iter(self.options.get(option, ())), None)


def directive_name(info: str) -> str | None:
    """Return the directive that a fence's info names."""
    word = info.strip()
    return word if word in OPTIONS else None


def parse_directive(name: str, body: str, source: Document, line: int) -> Directive | Problem:
    """Parse a directive whose body begins after line `line` of the prose, counted from 0."""
    where = source.locate_line(line)
    raw, problems = construct(body, source.file, first_line=where.line)
    if problems:
        return problems[0]
    if raw is not None and not isinstance(raw, dict):
        return Problem(
            "directive-option", where, f"`{name}` has no options but keys and values", "key: value"
        )
    options: dict[str, tuple[str, ...]] = {}
    for key, value in (raw or {}).items():
        if key not in OPTIONS[name]:
            known = OPTIONS[name]
            hint = did_you_mean(key, known) or (
                f"known are: {', '.join(known)}" if known else "it has no options"
            )
            return Problem("directive-option", where, f"`{name}` has no option `{key}`", hint)
        options[key] = _values(value)
    return Directive(name, options)


def _values(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(
        str(item).lower() if isinstance(item, bool) else str(item)
        for item in items
        if item is not None
    )
