"""What is wrong across files: one rule a file, all problems in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from dossier.lint import (
    answers,
    assets,
    caveats,
    directives,
    drift,
    emphasis,
    freshness,
    gap_answers,
    guardrails,
    ids,
    links,
    missing,
    posting_changes,
    profile,
    progress,
    quotes,
    ratings,
    references,
    rows,
    silence,
    standing,
    statements,
    suspects,
    uncovered,
    verified,
)
from dossier.lint.cache import recall
from dossier.lint.file_view import FileView
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.problems import Problem, in_order
from dossier.prose.citations import Citing

Rule = Callable[[Library], Iterable[Problem]]
FileRule = Callable[[FileView], Iterable[Problem]]
DossierRule = Callable[[Library, ApplicationEntry], Iterable[Problem]]

RULES: tuple[Rule, ...] = (profile.check, verified.check)
"""Rules of all files at once, asked in every run."""

FILE_RULES: tuple[FileRule, ...] = (
    ids.check,
    references.check,
    directives.check,
    links.check,
    assets.check,
    missing.check,
    drift.check,
    standing.check,
    caveats.check,
    guardrails.check,
    silence.check,
)
"""Rules of one file: what they find is kept, see `FileView`."""

DOSSIER_RULES: tuple[DossierRule, ...] = (
    rows.check,
    progress.check,
    emphasis.check,
    quotes.check,
    posting_changes.check,
    uncovered.check,
    gap_answers.check,
)
"""Rules of one dossier, kept likewise."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the search for cycles off. Here are few, and to look for them costs a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def lint(library: Library, as_of: date) -> tuple[Problem, ...]:
    """Return what is wrong on a day in what a library's audience may see."""
    found: list[Problem] = []
    rated: list[ratings.Rating] = []
    answered: list[answers.AnsweredFigures] = []
    stated: list[statements.Said] = []
    cited: set[str] = set()
    stamped: dict[str, str] = {}
    for file in recall(library):
        found += file.found(_in_file)
        rated += file.found(ratings.read)
        answered += file.found(answers.read)
        stated += file.found(statements.read)
        cited.update(file.found(suspects.cites))
        if library.stamps is not None:
            stamped.update(file.found(suspects.stamped))
    across = (
        *(problem for rule in RULES for problem in rule(library)),
        *ratings.compare(rated),
        *answers.compare(answered),
        *statements.compare(stated),
        *suspects.compare(library, cited, stamped, lambda: _citing(library)),
        *freshness.compare(library, cited, as_of),
    )
    return in_order((*found, *map(_on_one_line, across)))


def _citing(library: Library) -> Iterator[Citing]:
    """Yield where each file cites its records: asked only if a record has changed."""
    return (citing for file in recall(library) for citing in file.found(suspects.read))


def _in_file(view: FileView) -> Iterator[Problem]:
    """Ask all rules of one file."""
    for rule in FILE_RULES:
        yield from map(_on_one_line, rule(view))
    if view.application:
        for dossier_rule in DOSSIER_RULES:
            yield from map(_on_one_line, dossier_rule(view.library, view.application))


def _on_one_line(problem: Problem) -> Problem:
    """Keep line ends out of what is said: an address or an id may hold one, written `%0A`."""
    message, hint = (" ".join(text.split()) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)
