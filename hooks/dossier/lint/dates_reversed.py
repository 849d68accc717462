"""Two dates of one thing, the later one first: a job that ends before it began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.profile import Education, Employment
from dossier.plain.dates import PRESENT, first_day, last_day, spell_date
from dossier.plain.problems import Problem
from dossier.plain.yaml_places import Path

Pair = tuple[Path, str, str | None, str, str | None]
"""Where a thing stands, and the keys and values of its earlier and its later date."""


def check(view: FileView) -> Iterator[Problem]:
    """Hold the dates of a file against each other."""
    for path, earlier_key, earlier, later_key, later in _pairs(view):
        if earlier and later and later != PRESENT and first_day(earlier) > last_day(later):
            where = view.source.locate((*path, later_key))
            message = f"`{later_key}` is {spell_date(later)}, "
            message += f"before `{earlier_key}`, {spell_date(earlier)}"
            yield Problem("dates-reversed", where, message, "correct one of them")


def _pairs(view: FileView) -> Iterator[Pair]:
    if view.profile:
        yield from _periods("work", view.profile.profile.work)
        yield from _periods("education", view.profile.profile.education)
    for entry in view.records:
        yield entry.path, "date", entry.record.date, "valid_until", entry.record.valid_until
    roles = view.application.application.roles if view.application else ()
    for position, role in enumerate(roles):
        if role.posting:
            path = ("roles", position, "posting")
            yield path, "posted", role.posting.posted, "checked", role.posting.checked


def _periods(key: str, periods: Sequence[Employment | Education]) -> Iterator[Pair]:
    for position, period in enumerate(periods):
        yield (key, position), "from", period.since, "to", period.until


RULE = Rule("dates-reversed", check=check)
