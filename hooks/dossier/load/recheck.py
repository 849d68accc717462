"""Results that are kept to those that still hold of the files that are here, whoever wrote them.

What an address answered nobody can look up again offline: that stays the author's word. What a file
of the project says, its lines, and what a machine signed are looked at anew whenever content is
read, so that neither time nor an edit of the results makes a proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.load.validate import validate
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.library import RecordEntry
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict

if TYPE_CHECKING:
    from dossier.verify.checkouts import Checkouts
    from dossier.verify.source_check import SourceCheck

_LOOKED_AT = (SourcePart.FILE, SourcePart.PLACE, SourcePart.ATTESTATION)
"""The parts that can be looked at without asking anybody."""
_UNCHECKED = "nothing here can check it; `dossier verify` says what to install"
_NOT_SO = "its file is not what it was when it was checked"


def recheck_kept(
    files: Iterable[tuple[str, Document, Any]],
    verdicts: Mapping[str, Verdict],
    root: Path,
    content: Path,
) -> Mapping[str, Verdict]:
    """Return what is kept of results below a root, see `rechecked`."""
    if not verdicts:
        return verdicts
    # Late: it brings along what asks other hosts, and most projects keep no results.
    from dossier.verify.checkouts import Checkouts  # noqa: PLC0415

    return rechecked(files, verdicts, Checkouts(root, content=content))


def rechecked(
    files: Iterable[tuple[str, Document, Any]], verdicts: Mapping[str, Verdict], places: Checkouts
) -> Mapping[str, Verdict]:
    """Return results, those refused that do not hold of the files that are here.

    `files` are the ids of files of evidence, where they stand, and their raw values.
    """
    from dossier.verify.records import check_source  # noqa: PLC0415 - as below

    found = dict(verdicts)
    for record_id, entry in _proven(files, verdicts):
        verdict = verdicts[record_id]
        found[record_id] = _held_against(entry, verdict, check_source(entry, places, ""))
    return found


def _proven(
    files: Iterable[tuple[str, Document, Any]], verdicts: Mapping[str, Verdict]
) -> Iterator[tuple[str, RecordEntry]]:
    """Yield the records of which something that can be looked at was found good."""
    wanted = {name for name, verdict in verdicts.items() if _is_kept(verdict)}
    for file_id, source, raw in files if wanted else ():
        records = raw.get("evidence") if isinstance(raw, dict) else None
        for known in records if isinstance(records, list) else ():
            record_id = f"{file_id}/{known.get('id')}" if isinstance(known, dict) else ""
            record = validate(Record, known, source)[0] if record_id in wanted else None
            # A commit is looked up by git, which no build runs.
            source_of = record.source if record else None
            is_in_git = source_of and source_of.commit and not source_of.attestation
            if record and source_of and not is_in_git:
                project = record.project or raw.get("project")
                audience, verdict = Audience.PRIVATE, verdicts[record_id]
                place = (record_id, record, project, audience, source, (), verdict)
                yield record_id, RecordEntry(*place)


def _is_kept(verdict: Verdict) -> bool:
    parts = (verdict.parts.get(part) for part in _LOOKED_AT)
    return any(found and found.outcome is CheckOutcome.GOOD for found in parts)


def _held_against(entry: RecordEntry, verdict: Verdict, check: SourceCheck) -> Verdict:
    parts = {part: _held(entry, part, found, check) for part, found in verdict.parts.items()}
    is_signed = SourcePart.ATTESTATION in verdict.parts
    return replace(verdict, parts=parts, attested=check.attested if is_signed else None)


def _held(
    entry: RecordEntry, part: SourcePart, found: CheckResult, check: SourceCheck
) -> CheckResult:
    """Return what was found of a part, or that it proves nothing if it does not hold now."""
    if part not in _LOOKED_AT or found.outcome is not CheckOutcome.GOOD:
        return found
    now = check.parts.get(part)
    if now is None:
        why = _why_gone(entry, part, check)
    elif now.outcome is CheckOutcome.GOOD and set(found.exact) <= set(now.exact):
        why = ""
    else:
        why = now.said or _NOT_SO
    return replace(found, outcome=CheckOutcome.REFUSED, said=why) if why else found


def _why_gone(entry: RecordEntry, part: SourcePart, check: SourceCheck) -> str:
    """Say why a part that was not found now proves nothing, empty if nobody could find it here."""
    from dossier.verify.records import quote_there  # noqa: PLC0415 - as below

    if part is SourcePart.ATTESTATION:
        return _UNCHECKED
    if part is SourcePart.PLACE and quote_there(entry.record.source):
        return ""
    is_elsewhere = any("--clone" in why for why in check.skipped)
    file = check.parts.get(SourcePart.FILE)
    return "" if is_elsewhere else (file.said if file else "") or _NOT_SO
