"""Records with other values in the files that they stand in, each file written once, at the end."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dossier.cli.confirm_row import replace_text
from dossier.model.document import Document
from dossier.model.library import RecordEntry
from dossier.plain.yaml import construct
from dossier.prose.item_layout import with_item

Change = tuple[RecordEntry, Mapping[str, object]]
"""A record, and the values that it gets."""


@dataclass(slots=True)
class RecordEdits:
    """Files as they were read, and as they are with the records that were changed so far."""

    _files: dict[str, tuple[Document, Document]] = field(default_factory=dict)

    def item(self, entry: RecordEntry) -> dict[str, Any]:
        """Return what stands in the file for a record by now."""
        _, now = self._file(entry)
        return dict(construct(now.yaml, now.file)[0]["evidence"][entry.path[-1]])

    def put(
        self, entry: RecordEntry, value: Mapping[str, Any], proposed: Collection[str] = ()
    ) -> bool:
        """Put a value in place of a record. Returns whether that can be told for sure.

        Comments that say one of the lines `proposed` go with what they propose.
        """
        before, now = self._file(entry)
        text = with_item(now, entry.path, value, proposed)
        if text is None:
            return False
        self._files[before.file] = before, Document(before.file, text, yaml=text)
        return True

    def write(self, root: Path) -> None:
        """Write the files. Raises ContentError if one has changed since it was read."""
        for before, now in self._files.values():
            replace_text(root, before, now.text, before.locate())

    def _file(self, entry: RecordEntry) -> tuple[Document, Document]:
        return self._files.get(entry.source.file, (entry.source, entry.source))


def change_records(root: Path, changes: Sequence[Change]) -> list[str]:
    """Add values to records. Returns those that cannot be told for sure.

    Raises ContentError if a file has changed since it was read.
    """
    edits = RecordEdits()
    left = [
        e.id
        for e, values in changes
        if not edits.put(e, {**edits.item(e), **values}, [f"{k}: {v}" for k, v in values.items()])
    ]
    edits.write(root)
    return left
