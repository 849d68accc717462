"""A file of the author's, parsed and shown to nobody yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.load.hide import stated_audience
from dossier.match.postings import name_beside
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem

OF_YAML = frozenset({FileKind.PROFILE, FileKind.EVIDENCE, FileKind.LOCK, FileKind.GUARDRAILS})
"""The kinds of files that are YAML as a whole."""


@frozen
class ParsedFile:
    """A file of the author's, parsed but seen by nobody yet."""

    kind: FileKind
    id: str
    """The id from the file name; of a page its path below `content/`."""
    source: Document
    raw: Any
    """The plain values of its YAML."""
    problems: tuple[Problem, ...]
    """If there are any, nothing of the file is shown."""

    @property
    def stated(self) -> Audience:
        """The audience that it states."""
        return stated_audience(self.raw)

    @property
    def postings(self) -> tuple[str, ...]:
        """The saved postings that it names, below `content/`."""
        return tuple(named_postings(self.id, self.raw))


def named_postings(entry_id: str, raw: Any) -> Iterator[str]:
    """Yield the saved postings that the raw front matter of a dossier names."""
    roles = raw.get("roles") if isinstance(raw, dict) else None
    for role in roles if isinstance(roles, list) else ():
        posting = role.get("posting") if isinstance(role, dict) else None
        name = posting.get("file") if isinstance(posting, dict) else None
        if isinstance(name, str):
            yield name_beside(entry_id, name.strip())
