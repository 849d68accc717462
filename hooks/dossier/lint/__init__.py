"""What is wrong across files: one rule a file, all problems in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from dossier.library import Library
from dossier.lint import (
    answers,
    assets,
    directives,
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
    statements,
    suspects,
    told,
    uncovered,
    verified,
)
from dossier.problems import Problem, in_order

Rule = Callable[[Library], Iterable[Problem]]
DatedRule = Callable[[Library, date], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    ids.check,
    profile.check,
    references.check,
    directives.check,
    links.check,
    assets.check,
    rows.check,
    progress.check,
    emphasis.check,
    missing.check,
    told.check,
    suspects.check,
    verified.check,
    quotes.check,
    posting_changes.check,
    uncovered.check,
    ratings.check,
    answers.check,
    statements.check,
    gap_answers.check,
    guardrails.check,
    silence.check,
)


DATED_RULES: tuple[DatedRule, ...] = (freshness.check,)
"""Rules that depend on the day."""


def lint(library: Library, as_of: date) -> tuple[Problem, ...]:
    """Return what is wrong on a day in what a library's audience may see."""
    found = [problem for rule in RULES for problem in rule(library)]
    found += [problem for rule in DATED_RULES for problem in rule(library, as_of)]
    return in_order(map(_on_one_line, found))


def _on_one_line(problem: Problem) -> Problem:
    """Keep line ends out of what is said: an address or an id may hold one, written `%0A`."""
    message, hint = (" ".join(text.split()) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)
