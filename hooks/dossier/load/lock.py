"""The evidence lock as it was read: stamps by record id, and what is wrong with them."""

from __future__ import annotations

from typing import Any

from dossier.model.document import Document, FileKind
from dossier.model.lock import FINGERPRINT, LOCK_FILE, VERSION, Stamp
from dossier.plain.problems import Problem

_BY_HAND = "`dossier review` writes this file; run it to stamp the record anew"


def read_lock(
    raw: dict[str, Any], source: Document
) -> tuple[dict[str, Stamp] | None, list[Problem]]:
    """Return the stamps of a lock's raw values, and what is wrong.

    None for a file that says nothing this version understands. A stamp that is not as it was
    written is kept as one that equals no record: what cannot be trusted counts as changed.
    """
    version, records = raw.get("version"), raw.get("records")
    if version != VERSION or not isinstance(records, dict):
        message = f"this is no evidence lock of version {VERSION}"
        hint = "delete the file and run `dossier review`, or bring back a version that was whole"
        return None, [Problem("lock-form", source.locate(("version",)), message, hint)]
    stamps: dict[str, Stamp] = {}
    problems: list[Problem] = []
    for record_id, value in records.items():
        stamps[record_id] = stamp = _stamp(value)
        if not stamp.fingerprint:
            where = source.locate(("records", record_id))
            message = f"the stamp of `{record_id}` is not as it was written"
            problems.append(Problem("lock-form", where, message, _BY_HAND))
    return stamps, problems


def stamps_in(content: bytes) -> dict[str, Stamp] | None:
    """Return the stamps in the bytes of a lock, None if it cannot be read."""
    # Late: what reads a tree of files reads its lock, too.
    from dossier.load.tree import parse  # noqa: PLC0415

    parsed = parse(FileKind.LOCK, LOCK_FILE, LOCK_FILE, content)
    return read_lock(parsed.raw, parsed.source)[0] if isinstance(parsed.raw, dict) else None


def _stamp(value: object) -> Stamp:
    if not isinstance(value, dict):
        return Stamp("")
    values = {name: text for name, text in value.items() if isinstance(text, str)}
    found = Stamp(values.pop(FINGERPRINT, ""), values)
    return found if found.is_whole else Stamp("", values)
