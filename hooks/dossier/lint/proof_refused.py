"""What was checked of a record as it is now and proves nothing, as `dossier verify` found."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.library import RecordEntry
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart
from dossier.plain.dates import spell_date
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Report to the author alone what proves nothing, and why."""
    for entry in view.records:
        yield from problems_of(entry)


def problems_of(entry: RecordEntry) -> Iterator[Problem]:
    """Yield what of a record's source proves nothing."""
    for part, result in entry.proven.items():
        if why := _why(part, result, entry):
            where = entry.source.locate((*entry.path, "source", _key(entry, part)))
            message = f"the source of `{entry.id}` proves less than it could: {why}"
            hint = f"found on {spell_date(result.checked)}; correct it, then run `dossier verify`"
            yield warning("proof-refused", where, message, hint)


def _why(part: SourcePart, result: CheckResult, entry: RecordEntry) -> str:
    if result.outcome is CheckOutcome.REFUSED:
        return result.said
    # Of a page that is quoted its quote tells.
    is_told = SourcePart.PLACE in entry.proven
    if part is SourcePart.URL and result.elsewhere and not is_told:
        return f"its address is redirected to another host: {result.elsewhere}"
    return ""


def _key(entry: RecordEntry, part: SourcePart) -> str:
    source = entry.record.source
    if part is SourcePart.ATTESTATION:
        return "attestation"
    if part is SourcePart.COMMIT:
        return "commit"
    if part is SourcePart.URL:
        return "url" if source and source.url else "repo"
    return "quote" if source and source.quote else "lines"


RULE = Rule("proof-refused", check=check, private_only=True)
