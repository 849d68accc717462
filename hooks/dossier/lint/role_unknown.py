"""Roles that rows and directives name and their dossier does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.library import ApplicationEntry
from dossier.plain.problems import Problem
from dossier.prose.resolve import suggest


def check(view: FileView) -> Iterator[Problem]:
    """Check the roles that a dossier names."""
    entry = view.application
    if entry is None:
        return
    yield from _of_rows(entry)
    roles = [role.id for role in entry.application.roles]
    for found in view.directives:
        yield from found.unknown("role", roles, code="role-unknown")


def _of_rows(entry: ApplicationEntry) -> Iterator[Problem]:
    known = [role.id for role in entry.application.roles]

    def place(role: str) -> str:
        return str(entry.source.locate(("roles", known.index(role))))

    for position, row in enumerate(entry.application.proof_points):
        for number, role_id in enumerate(row.roles):
            if role_id not in known:
                where = entry.source.locate(("proof_points", position, "roles", number))
                message = f"this dossier has no role `{role_id}`"
                yield Problem("role-unknown", where, message, suggest(role_id, known, place))


RULE = Rule("role-unknown", check=check)
