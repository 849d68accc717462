"""Rows: the records and roles they name, their caveats, and ratings above what records allow."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.match.coverage import cap, is_above
from dossier.model.application import ProofPoint, Strength
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.problems import Problem, warning
from dossier.plain.yaml import Path
from dossier.prose.passages import is_open
from dossier.prose.resolve import Dead, resolve, suggest
from dossier.prose.targets import Scheme, Target


def check(library: Library, entry: ApplicationEntry) -> Iterator[Problem]:
    """Check the rows of a dossier."""
    for position, row in enumerate(entry.application.proof_points):
        path: Path = ("proof_points", position)
        yield from _evidence(library, entry, row, path)
        yield from _roles(entry, row, path)
        yield from _rating(library, entry, row, path)


def _evidence(
    library: Library, entry: ApplicationEntry, row: ProofPoint, path: Path
) -> Iterator[Problem]:
    reader = Audience.PUBLIC if is_open(entry) else Audience.SHARED
    for number, record_id in enumerate(row.evidence):
        found = resolve(Target(Scheme.EVIDENCE, record_id), library, reader=reader)
        if not isinstance(found, Dead):
            continue
        where = entry.source.locate((*path, "evidence", number))
        if "#" in record_id:
            message = f"`{record_id}` names a metric, a row cites the whole record"
            hint = f"write `{record_id.partition('#')[0]}`"
            yield Problem("metric-reference", where, message, hint)
        elif problem := found.at(where):
            yield problem
    if not row.evidence and row.strength not in (Strength.NONE, Strength.WEAK):
        message = f"the row `{row.id}` is rated {row.strength} but cites no record"
        hint = "name the records that show it, or rate it none; until then it counts as claimed"
        yield warning("evidence-missing", entry.source.locate(path), message, hint)


def _roles(entry: ApplicationEntry, row: ProofPoint, path: Path) -> Iterator[Problem]:
    known = [role.id for role in entry.application.roles]

    def place(role: str) -> str:
        return str(entry.source.locate(("roles", known.index(role))))

    for number, role_id in enumerate(row.roles):
        if role_id not in known:
            where = entry.source.locate((*path, "roles", number))
            message = f"this dossier has no role `{role_id}`"
            yield Problem("role-unknown", where, message, suggest(role_id, known, place))


def _rating(
    library: Library, entry: ApplicationEntry, row: ProofPoint, path: Path
) -> Iterator[Problem]:
    if row.strength in (Strength.MODERATE, Strength.WEAK) and not row.note:
        message = f"the row `{row.id}` is {row.strength} but has no note"
        hint = "add `note:` with the caveat that a reader should know"
        yield Problem("note-missing", entry.source.locate(path), message, hint)
    limit = cap(row, library)
    if limit and is_above(row.strength, limit) and not row.override:
        where = entry.source.locate((*path, "strength"))
        message = f"the row `{row.id}` is {row.strength}, its best record allows {limit}"
        hint = f"rate it {limit}, or give the reason in `override:`; it is printed with the row"
        yield Problem("strength-capped", where, message, hint)
