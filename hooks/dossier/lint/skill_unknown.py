"""Directives that ask for a skill which no record has."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Check the skills of every directive for those who may read the text it stands in."""
    if any(unread.kind is FileKind.EVIDENCE for unread in view.library.unread):
        return
    for found in view.directives:
        reader = found.passage.audience
        records = (e.record for e in view.library.records.values() if reader.may_see(e.audience))
        skills = {skill for record in records for skill in record.skills}
        yield from found.unknown("skills", skills, code="skill-unknown")


RULE = Rule("skill-unknown", check=check, needs=(FileKind.EVIDENCE,))
