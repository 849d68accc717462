"""Records that can be checked and name no source, or one without an address."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.evidence import Check, EvidenceKind
from dossier.model.library import RecordEntry
from dossier.model.source import Source
from dossier.plain.problems import Problem, warning

_ON_PAPER = frozenset({EvidenceKind.CREDENTIAL, EvidenceKind.EMPLOYMENT})
"""Kinds that papers and people show, which have no address."""


def check(view: FileView) -> Iterator[Problem]:
    """Check the sources of a file's records."""
    for entry in view.records:
        if not view.is_left_out(*entry.path, "source"):
            yield from _source(entry)


def _source(entry: RecordEntry) -> Iterator[Problem]:
    record = entry.record
    if record.check is not Check.STATEMENT and record.source is None:
        where = entry.source.locate((*entry.path, "check"))
        message = f"`{entry.id}` can be checked ({record.check}), but names no source"
        hint = "add `source: {label: …}`, or say `check: statement`"
        yield Problem("source-missing", where, message, hint)
    elif record.source and record.kind not in _ON_PAPER and not _is_placed(record.source):
        where = entry.source.locate((*entry.path, "source"))
        message = f"the source of `{entry.id}` is only a label"
        hint = "add its url, package, repo, path, commit or doi; of what is on paper, as a book, "
        hint += "a certificate or a work order, `printed: …`"
        yield warning("source-unlinked", where, message, hint)


def _is_placed(source: Source) -> bool:
    return bool(source.is_linked or source.printed)


RULE = Rule("source-missing", also=("source-unlinked",), check=check)
