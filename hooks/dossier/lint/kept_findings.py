"""What the rules found in each file, as plain values that the next process can be given.

Under a digest of all that may tell it apart, which `cache.py` knows: what is compared across files,
and what hangs on the day, is found anew in every run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from dossier.lint.cache import CachedFile
from dossier.lint.file_view import FileView
from dossier.plain.problems import Problem, problem_of, values_of


@dataclass(slots=True)
class KeptFindings:
    """What was found in files before, and what this run has found in each."""

    before: Mapping[str, Any]
    """By the file's name: a digest, and values of problems."""
    now: dict[str, tuple[str, list[list[str | int]]]] = field(default_factory=dict)
    _context: tuple[object, str] = (None, "")
    """The last context, and its digest."""

    def find(
        self, file: CachedFile, check: Callable[[FileView], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        """Return what a check finds in a file, without doing it if that is known."""
        if self._context[0] is not file.context:
            self._context = file.context, digest_of_value(file.context)
        name, digest = file.view.source.file, digest_of_value((self._context[1], file.content))
        found = self._known(name, digest)
        if found is None:
            found = file.read(check)
        self.now[name] = digest, list(map(values_of, found))
        return found

    def _known(self, name: str, digest: str) -> tuple[Problem, ...] | None:
        try:
            of, values = self.before[name]
            return tuple(map(problem_of, values)) if of == digest else None
        except (KeyError, TypeError, ValueError):  # not what a run of ours has left
            return None


def digest_of_value(value: object) -> str:
    """Return the same for equal values, in whatever process."""
    return hashlib.sha256(repr(_ordered(value)).encode("utf-8", "surrogatepass")).hexdigest()


def _ordered(value: object) -> object:
    """Return a value of which equal ones are written alike."""
    if isinstance(value, frozenset | set):
        return "set", sorted(repr(_ordered(item)) for item in value)
    if isinstance(value, Mapping):
        return "mapping", sorted(repr((_ordered(k), _ordered(v))) for k, v in value.items())
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [_ordered(getattr(value, f.name)) for f in fields(value)]
    return value
