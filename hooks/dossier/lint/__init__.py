"""What is wrong across files: one rule a file, all problems in one run.

A file whose name is a problem's code, in underscores, holds the `RULE` that finds this problem
(`rating_differs.py` finds `rating-differs`), and is found by its name. The other files serve the
rules, and none of their names is a code: `rule` says what a rule is, `file_view` what it may read,
`cache` keeps what was read, `silence` hides what the author has allowed.

A code belongs to one rule. Problems that one look tells apart stay together, in the file of the
one that the look is for, and the rule lists the others in `also`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from dossier.lint.cache import cached_files, forget_statements, found_among
from dossier.lint.card import Card
from dossier.lint.file_view import FileView
from dossier.lint.kept_findings import KeptFindings
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.garbage import not_looking
from dossier.plain.kept_facts import KeptFacts
from dossier.plain.problems import CODES, Problem


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Return the rules of this folder, sorted by code."""
    names = sorted(module.name for module in iter_modules(__path__))
    are_rules = [name for name in names if name.replace("_", "-") in CODES]
    return tuple(import_module(f"{__name__}.{name}").RULE for name in are_rules)


@functools.cache
def rules_for(audience: Audience) -> tuple[Rule, ...]:
    """Return the rules that hold in the view of an audience."""
    is_private = audience is Audience.PRIVATE
    return tuple(rule for rule in all_rules() if is_private or not rule.private_only)


@not_looking()
def lint(
    library: Library, as_of: date, facts: KeptFacts | None = None, *, is_kept: bool = True
) -> tuple[Problem, ...]:
    """Return what is wrong on a day in what a library's audience may see, in no order.

    What is told is put into order when it is known what is silenced. What is found is kept for
    the next run in this process, unless nobody will look again.
    """
    problems: list[Problem] = []
    comparisons = _comparisons(library.audience)
    alike = {across.read: across for across in comparisons}
    readings: dict[Callable[[FileView], Iterable[object]], list[object]] = {
        read: [] for read in alike
    }
    kept = None if facts is None else KeptFindings(facts)
    whole = _whole(library.audience, as_of)
    lists: list[list[Any]] = [problems, *readings.values()]
    for file in cached_files(library, is_kept=is_kept, once=kept.once if kept else None):
        if kept is None:
            # All at once: of most files all is known, and they are hundreds.
            for number, items in file.read(whole):
                lists[number].extend(items)
            continue
        problems += (*kept.find(file, _check), *kept.find_on(as_of, file, _check_on))
        for read, across in alike.items():
            readings[read].extend(kept.read(file, across))
    for across in comparisons:
        files = AllFiles(tuple(readings[across.read]), library, as_of, is_kept)
        find = functools.partial(across.compare, files)
        may_be_known = is_kept and across.of_readings
        name = "compared", across.compare
        found = found_among(library, files.readings, find, name) if may_be_known else find()
        problems += map(_on_one_line, found)
    forget_statements()
    return tuple(problems)


def _comparisons(audience: Audience) -> list[Comparison[Any]]:
    return [rule.across for rule in rules_for(audience) if rule.across]


@functools.lru_cache(maxsize=4)
def _whole(
    audience: Audience, day: date
) -> Callable[[FileView], Iterator[tuple[int, tuple[Any, ...]]]]:
    """Return what yields all that is found in one file and read of it, but for nothing.

    What the rules find has the number 0, what each comparison reads those behind it. It is the same
    for the same day: under another all is read anew.
    """
    reads = (_check, *{across.read: across for across in _comparisons(audience)})

    def whole(view: FileView) -> Iterator[tuple[int, tuple[Any, ...]]]:
        found = ((number, view.part(read, read)) for number, read in enumerate(reads))
        yield from (each for each in ((0, tuple(_check_on(view, day))), *found) if each[1])

    return whole


def _check(view: FileView) -> Iterator[Problem]:
    """Yield what all rules find in one file."""
    rules = rules_for(view.library.audience)
    yield from view.in_front(functools.partial(_check_whole, rules, of_front=True))
    yield from _check_whole(rules, view, of_front=False)
    yield from view.in_cards(functools.partial(_check_card, rules))


def _check_whole(rules: Iterable[Rule], view: FileView, *, of_front: bool) -> Iterator[Problem]:
    """Yield what the rules find that look at a file as a whole, or at what precedes prose."""
    for rule in rules:
        if rule.check and rule.of_front is of_front:
            yield from map(_on_one_line, view.part(rule.code, rule.check))


def _check_card(rules: Iterable[Rule], card: Card) -> Iterator[Problem]:
    """Yield what all rules find in texts that are read together."""
    for rule in rules:
        if rule.in_card:
            yield from map(_on_one_line, rule.in_card(card))


def _check_on(view: FileView, day: date) -> Iterator[Problem]:
    """Yield what all rules find in one file on a day."""
    for rule in rules_for(view.library.audience):
        if rule.on_day:
            yield from map(_on_one_line, rule.on_day(view, day))


def _on_one_line(problem: Problem) -> Problem:
    """Keep line ends out of what is said: an address or an id may hold one, written `%0A`."""
    message, hint = (" ".join(text.split()) for text in (problem.message, problem.hint))
    if (message, hint) == (problem.message, problem.hint):
        return problem
    return replace(problem, message=message, hint=hint)
