"""Rows that rest on nothing but the author's word, and so count for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.cited_rows import CitedRows, cited_rows
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.match.coverage import COUNTING, State, cover_row
from dossier.model.evidence import Check
from dossier.model.library import RecordEntry
from dossier.plain.problems import Problem, warning


def compare(files: AllFiles[CitedRows]) -> Iterator[Problem]:
    """Find rows none of whose records counts, an own statement among them.

    Why others do not count is told elsewhere: of the record, or by what it allows a row.
    """
    library = files.library
    stated = {id_ for id_, record in library.records.items() if _is_said(record)}
    every = (row for known in files.readings for row in known.rows) if stated else ()
    for read in every:
        if stated.isdisjoint(read.evidence):
            continue
        entry = library.applications[read.dossier]
        row = entry.application.proof_points[read.position]
        covered = cover_row(row, library, files.as_of)
        said = [record for record in covered.records if _is_said(record)]
        is_whole = len(covered.records) == len(row.evidence)
        if covered.state is State.CLAIMED and said and is_whole:
            where = entry.source.locate(("proof_points", read.position, "evidence"))
            reason = covered.reason
            for record in covered.records:
                reason = reason.replace(record.id, f"`{record.id}`", 1)
            message = f"the row `{row.id}` counts for nothing: {reason}"
            yield warning("row-uncounted", where, message, _cure(said[0]))


def _is_said(entry: RecordEntry) -> bool:
    return entry.record.check is Check.STATEMENT and entry.record.status in COUNTING


def _cure(record: RecordEntry) -> str:
    fitting = "`check: inspect`, if a reader may look at it, `third-party` or `rerun`"
    if record.record.source:
        return f"its source is enough: write {fitting}"
    return f"name its source, a label is enough, and write {fitting}"


RULE = Rule("row-uncounted", across=Comparison(cited_rows, compare, CitedRows), private_only=True)
