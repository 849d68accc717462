"""Records that something cites and that the evidence lock does not know yet."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import cited_records
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.document import FileKind
from dossier.plain.problems import Problem, warning


def compare(files: AllFiles[str]) -> Iterator[Problem]:
    """Look up the records whose ids were read. Without a lock there is nothing to compare with."""
    library = files.library
    if library.stamps is None:
        return
    unknown = library.records.keys() - library.stamps.keys()
    for record_id in unknown.intersection(files.readings) if unknown else ():
        entry = library.records[record_id]
        message = f"`{record_id}` is cited but was never reviewed"
        hint = f"read it again, then run `dossier review {record_id}`"
        where = entry.source.locate(entry.path)
        yield warning("evidence-unreviewed", where, message, hint)


RULE = Rule(
    "evidence-unreviewed",
    across=Comparison(cited_records, compare, str),
    private_only=True,
    needs=(FileKind.LOCK,),
)
