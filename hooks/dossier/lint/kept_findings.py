"""What the rules found in each file, and read of it, for the next process to go on with.

Under a digest of all that it may hang on, which `cache.py` knows: what is compared across files,
and what hangs on the day, is found anew in every run. Of a dossier that was edited those parts are
known that were not: its front matter, and its cards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import cache, partial
from typing import Any

from dossier.lint.cache import CachedFile
from dossier.lint.file_view import FileView, PartFound
from dossier.lint.rule import Comparison
from dossier.plain.codec import codec
from dossier.plain.frozen import changing
from dossier.plain.kept_facts import KeptFacts, Kind, digest_of_value
from dossier.plain.problems import Problem, problem_of, values_of


def _problems(name: str) -> Kind[tuple[Problem, ...]]:
    return Kind(
        name,
        lambda found: list(map(values_of, found)),
        lambda kept: tuple(map(problem_of, kept)),
    )


def _spell_parts(found: Mapping[str, PartFound]) -> dict[str, object]:
    return {of: (line, list(map(values_of, told))) for of, (line, told) in found.items()}


def _read_parts(kept: Any) -> dict[str, PartFound]:  # noqa: ANN401 - whatever was kept
    parts = dict(kept).items()
    return {of: (int(line), tuple(map(problem_of, told))) for of, (line, told) in parts}


_FINDINGS, _ON_DAY = _problems("findings"), _problems("on-day")
_PARTS: Kind[Mapping[str, PartFound]] = Kind("parts", _spell_parts, _read_parts)


@changing
class KeptFindings:
    """What is found in files and read of them, as it is kept."""

    facts: KeptFacts
    _context: tuple[object, str] = (None, "")
    """The last context, and its digest."""
    _file: tuple[object, str] = (None, "")
    """The last file, and the digest of all that readings of it hang on."""
    _parts: tuple[Mapping[str, PartFound], dict[str, PartFound]] = field(
        default_factory=lambda: ({}, {})
    )
    """What is known of the parts of a file, and what was found in them now."""

    def find(
        self, file: CachedFile, check: Callable[[FileView], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        """Return what a check finds in a file."""
        found = partial(self._found, file, check)
        self.facts.carry(_PARTS, file.name)
        return self.facts.find(_FINDINGS, file.name, self._digest(file), found)

    def _found(
        self, file: CachedFile, check: Callable[[FileView], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        context = self._context[1]
        self._parts = self.facts.known(_PARTS, file.name, context) or {}, {}
        found = file.read(check)
        if self._parts[1]:
            self.facts.put(_PARTS, file.name, context, self._parts[1])
        return found

    def once(
        self, name: object, given: tuple[object, ...], make: Callable[[], PartFound]
    ) -> PartFound:
        """Return what is found in a part of the file that is looked at."""
        known, now = self._parts
        of = digest_of_value((name, given))
        now[of] = known.get(of) or make()
        return now[of]

    def find_on(
        self, day: date, file: CachedFile, check: Callable[[FileView, date], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        """Return what a check finds in a file on a day."""
        hangs_on = f"{self._digest(file)} {day.isoformat()}"
        return self.facts.find(_ON_DAY, file.name, hangs_on, lambda: tuple(check(file.view, day)))

    def read(self, file: CachedFile, across: Comparison[Any]) -> tuple[Any, ...]:
        """Return what a comparison reads of a file."""
        return self._take(_kind(across.read, across.kept), file, across.read)

    def _take(
        self,
        kind: Kind[tuple[Any, ...]],
        file: CachedFile,
        read: Callable[[FileView], Iterable[Any]],
    ) -> tuple[Any, ...]:
        return self.facts.find(kind, file.name, self._digest(file), lambda: file.read(read))

    def _digest(self, file: CachedFile) -> str:
        if self._context[0] is not file.context:
            self._context = file.context, digest_of_value(file.context)
        if self._file[0] is not file:
            self._file = file, digest_of_value((self._context[1], file.content))
        return self._file[1]


@cache
def _kind(read: Callable[..., object], of: Any) -> Kind[tuple[Any, ...]]:  # noqa: ANN401 - a type
    spell, restore = codec(tuple[of, ...])
    return Kind(f"{read.__module__.rpartition('.')[2]}.{read.__name__}", spell, restore)
