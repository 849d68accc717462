"""What a rule is: the problems it finds in one file, and what it compares across files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import KW_ONLY
from datetime import date
from typing import Any, Generic, TypeVar

from dossier.lint.cache import CachedFile, cached_files
from dossier.lint.card import Card
from dossier.lint.file_view import FileView
from dossier.model.document import FileKind
from dossier.model.library import Library
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem

Reading = TypeVar("Reading")
Other = TypeVar("Other")


@frozen
class AllFiles(Generic[Reading]):
    """What a rule compares: its readings of all files, and what is the same for all of them."""

    readings: tuple[Reading, ...]
    library: Library
    as_of: date
    """The day of the run. Nothing that is read of a single file may hang on it."""
    is_kept: bool = True
    """Whether what is read is kept."""

    @property
    def _files(self) -> Iterator[CachedFile]:
        return cached_files(self.library, is_kept=self.is_kept)

    def read(self, read: Callable[[FileView], Iterable[Other]]) -> Iterator[Other]:
        """Yield what else is read of the files: for what few runs need."""
        return (item for file in self._files for item in file.read(read))


@frozen
class Comparison(Generic[Reading]):
    """What is found only by looking at several files, or by knowing the day."""

    read: Callable[[FileView], Iterable[Reading]]
    """Yields what has to be known of one file, which is kept: see `FileView` for what it may ask.
    Two rules that name the same function share what it reads."""
    compare: Callable[[AllFiles[Reading]], Iterable[Problem]]
    """Yields the problems, in every run."""
    kept: Any
    """The type of a reading, which is kept for the next run: one that says all that it holds."""
    of_readings: bool = False
    """Whether it hangs on the readings alone, so that of the very same it finds what it found."""


@frozen
class Rule:
    """What finds the problems of a code, in files one by one or across them."""

    code: str
    """The problem that it finds. Its file is named after it."""
    _: KW_ONLY
    also: tuple[str, ...] = ()
    """The codes of other problems that the same look finds, and no other rule."""
    check: Callable[[FileView], Iterable[Problem]] | None = None
    """Yields the problems of one file, which are kept: see `FileView` for what it may ask."""
    of_front: bool = False
    """Whether `check` reads no prose of dossiers: it is given none, and who writes some leaves what
    it has found."""
    in_card: Callable[[Card], Iterable[Problem]] | None = None
    """Yields the problems of texts that are read together, which are kept: see `Card`."""
    on_day: Callable[[FileView, date], Iterable[Problem]] | None = None
    """Yields the problems of one file that hang on the day of the run, too."""
    across: Comparison[Any] | None = None
    needs: tuple[FileKind, ...] = ()
    """The files without which it stays silent on others: while one is broken, it waits."""
    private_only: bool = False
    """Whether it holds in the author's view alone."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all problems that it finds."""
        return (self.code, *self.also)
