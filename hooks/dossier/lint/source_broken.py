"""Sources that were not there, or have moved for good, when `dossier verify` last looked."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.library import RecordEntry
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart
from dossier.plain.dates import spell_date
from dossier.plain.problems import Problem, warning

_KEYS = {
    SourcePart.COMMIT: "commit",
    SourcePart.FILE: "path",
    SourcePart.PLACE: "quote",
    SourcePart.ATTESTATION: "attestation",
    SourcePart.URL: "url",
}
"""The key of a source that each part is checked by."""


def check(view: FileView) -> Iterator[Problem]:
    """Report to the author alone where a source cannot be reached as it is written."""
    for entry in view.records:
        yield from problems_of(entry)


def problems_of(entry: RecordEntry) -> Iterator[Problem]:
    """Yield where a record's source cannot be reached: an error if others see the record."""
    for part, result in entry.verdict.parts.items() if entry.verdict else ():
        if result.outcome is not CheckOutcome.CONTRADICTED:
            yield from _broken_or_moved(entry, part, result)


def _broken_or_moved(
    entry: RecordEntry, part: SourcePart, result: CheckResult
) -> Iterator[Problem]:
    where = entry.source.locate((*entry.path, "source", _key(entry, part)))
    if result.outcome is CheckOutcome.BROKEN:
        last = f"it was last good on {spell_date(result.good)}" if result.good else ""
        message = f"the source of `{entry.id}` is broken: {result.said}"
        cure = "correct it, then run `dossier verify` again"
        is_seen = entry.audience is not Audience.PRIVATE
        allow = "or say above it why it may go out: `# dossier: allow source-broken: …`"
        hint = "; ".join(filter(None, (last, cure, allow if is_seen else "")))
        tell = Problem if is_seen else warning
        yield tell("source-broken", where, message, hint)
    elif result.moved:
        message = f"the source of `{entry.id}` moved for good"
        yield warning("source-moved", where, message, f"write {result.moved}")


def _key(entry: RecordEntry, part: SourcePart) -> str:
    """Return the key of the source that a part is written under."""
    source = entry.record.source
    if part is SourcePart.URL and source and not source.url and source.repo:
        return "repo"
    return _KEYS[part]


RULE = Rule("source-broken", also=("source-moved",), check=check, private_only=True)
