"""The file of checked sources to results by record; what is wrong with it is private."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dossier.model.evidence import Record
from dossier.model.verdict import Verdict, fingerprint, parse_verdicts
from dossier.plain.files import read_ordinary
from dossier.plain.problems import Place, Problem
from dossier.plain.text import MAX_BYTES

LIMIT = 5 * MAX_BYTES
"""Its size for ten thousand records, in bytes."""


def read_verdicts(path: Path, file: str) -> tuple[Mapping[str, Verdict], list[Problem]]:
    """Return the results in a file, and what is wrong with it: then there are none."""
    try:
        return parse_verdicts(read_ordinary(path, LIMIT).decode()), []
    except (OSError, ValueError) as error:
        why = " ".join(str(error.strerror if isinstance(error, OSError) else error).split())
        hint = "delete it and run `dossier verify` again"
        message = f"the results of `dossier verify` cannot be read: {why}"
        return {}, [Problem("verified-form", Place(file), message, hint)]


def verdict_of(verdicts: Mapping[str, Verdict], record_id: str, record: Record) -> Verdict | None:
    """Return what checking a record's source came to, if neither changed since."""
    found = verdicts.get(record_id)
    return found if found and found.of == fingerprint(record) else None
