"""Records that have changed since they were last reviewed, at every place that cites them.

Without an evidence lock there is nothing to compare with, and nothing is said. Only the private
view has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from dossier.lint.file_view import FileView
from dossier.model.library import Library, RecordEntry
from dossier.model.lock import Stamp, changes
from dossier.plain.problems import Problem, Severity, warning
from dossier.prose.citations import Citation, Citing, cited, citing

_NAMED = 3
"""How many changed fields a finding names."""


def cites(view: FileView) -> Iterator[str]:
    """Yield the ids of the records that a file cites."""
    yield from cited(view.passages, view.application)


def stamped(view: FileView) -> Iterator[tuple[str, str]]:
    """Yield the ids of a file's records, each with its fingerprint as it is now."""
    for entry in view.records:
        yield entry.id, entry.stamp().fingerprint


def read(view: FileView) -> Iterator[Citing]:
    """Yield where a file cites its records."""
    yield citing(view.passages, view.application)


def compare(
    library: Library,
    cited: AbstractSet[str],
    now: Mapping[str, str],
    files: Callable[[], Iterable[Citing]],
) -> Iterator[Problem]:
    """Check what is cited against the evidence lock.

    `now` are the fingerprints of the records, `files` tells where each file cites its records.
    """
    stamps = library.stamps
    if stamps is None:
        return
    for record_id in cited & now.keys() - stamps.keys():
        yield _unreviewed(library.records[record_id])
    known = cited & now.keys() & stamps.keys()
    changed = {name for name in known if now[name] != stamps[name].fingerprint}
    for file in files() if changed else ():
        for record_id in file.keys() & changed:
            what = _what(stamps[record_id], library.records[record_id])
            for citation in file[record_id]:
                yield _suspect(library.records[record_id], citation, what)


def _unreviewed(entry: RecordEntry) -> Problem:
    message = f"`{entry.id}` is cited but was never reviewed"
    hint = f"read it again, then run `dossier review {entry.id}`"
    return warning("evidence-unreviewed", entry.source.locate(entry.path), message, hint)


def _suspect(entry: RecordEntry, citation: Citation, what: str) -> Problem:
    row, dossier = citation.row, citation.application
    was_sent = dossier is not None and dossier.application.was_sent
    subject = f"the row `{row.id}` stands on" if row else "this cites"
    message = f"{subject} `{entry.id}`, which has changed since it was last reviewed: {what}"
    hint = f"read {entry.source.locate(entry.path)} again, then run `dossier review {entry.id}`"
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
