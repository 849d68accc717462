"""Records that have changed since they were last reviewed, at every place that cites them.

Without an evidence lock there is nothing to compare with, and nothing is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Self

from dossier.lint.file_view import FileView, cited_records
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.document import FileKind
from dossier.model.library import RecordEntry
from dossier.model.lock import Stamp, changes
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem, Severity
from dossier.prose.citations import Citation, Citing, citing

_NAMED = 3
"""How many changed fields a problem names."""


def read(view: FileView) -> Iterator[tuple[str, str]]:
    """Yield a file's records, each with its fingerprint, if there is one to compare it with."""
    if view.library.stamps is not None:
        for entry in view.records:
            yield entry.id, entry.stamp().fingerprint


def citations(view: FileView) -> Iterator[Citing]:
    """Yield where a file cites its records."""
    yield citing(view.passages, view.application)


def compare(files: AllFiles[tuple[str, str]]) -> Iterator[Problem]:
    """Check what is cited against the evidence lock."""
    records, stamps = files.library.records, files.library.stamps or {}
    changed = {
        record_id
        for record_id, fingerprint in files.readings
        if record_id in stamps and fingerprint != stamps[record_id].fingerprint
    }
    # Where a record is cited is work for all files, so it is read only if a cited one has changed.
    if not changed or changed.isdisjoint(files.read(cited_records)):
        return
    told = {each: _Change.of(stamps[each], records[each]) for each in changed}
    for file in files.read(citations):
        for record_id in file.keys() & changed:
            for citation in file[record_id]:
                yield _suspect(told[record_id], citation, files.as_of)


@frozen
class _Change:
    """What is told of a record that has changed, wherever it is cited."""

    id: str
    what: str
    where: Place

    @classmethod
    def of(cls, stamp: Stamp, entry: RecordEntry) -> Self:
        return cls(entry.id, _what(stamp, entry), entry.source.locate(entry.path))


def _suspect(change: _Change, citation: Citation, as_of: date) -> Problem:
    row, dossier = citation.row, citation.application
    was_sent = dossier is not None and dossier.application.was_sent_on(as_of)
    subject = f"the row `{row.id}` stands on" if row else "this cites"
    message = (
        f"{subject} `{change.id}`, which has changed since it was last reviewed: {change.what}"
    )
    hint = f"read {change.where} again, then run `dossier review {change.id}`"
    if was_sent:
        message += "; the dossier was sent already"
        hint += " and correct what was sent"
    severity = Severity.ERROR if was_sent else Severity.WARNING
    return Problem("evidence-suspect", citation.locate(), message, hint, severity)


def _what(stamp: Stamp, entry: RecordEntry) -> str:
    if not stamp.fingerprint:
        return "its stamp is broken"
    fields = [change.field for change in changes(stamp, entry.stamp())]
    more = f" and {len(fields) - _NAMED} more" if len(fields) > _NAMED else ""
    return ", ".join(fields[:_NAMED]) + more


RULE = Rule(
    "evidence-suspect",
    across=Comparison(read, compare, tuple[str, str]),
    private_only=True,
    needs=(FileKind.LOCK,),
)
