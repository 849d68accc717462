"""An item of a YAML list, or a value, in place of another: nothing else of the file changes.

What is put in is tried: an edit that makes another value than the one that is meant is never
returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dossier.model.document import Document
from dossier.plain.frozen import frozen
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path
from dossier.plain.yaml_writing import spell_value
from dossier.prose.rewriting import Edit, with_value


@frozen
class Replacing:
    """A value that is to stand at the path of another."""

    source: Document
    path: Path
    value: Any
    """A plain value: for an item of a list a mapping, else a text or a number."""

    def edit(self) -> Edit | None:
        """Return what to replace; None if it cannot be told for sure how the file is written."""
        before, problems = construct(self.source.yaml, self.source.file)
        if problems or self.source.nearest(self.path) != self.path:
            return None
        wanted = with_value(before, self.path, self.value)
        return next((edit for edit in self._edits() if self._made_by(edit) == (wanted, [])), None)

    def _edits(self) -> Iterator[Edit]:
        start, end = self.source.extent(self.path)
        text = self.source.text
        if isinstance(self.path[-1], str):
            yield from self._after_key(start, end)
            return
        line = text.rfind("\n", 0, start) + 1
        margin = text[line:start]
        if text[start] == "{" or not re.fullmatch(r" *- +", margin):
            for stop in (m.end() for m in re.finditer("}", text[start:end])):
                yield Edit(start, start + stop, spell_value(self.value))
            return
        pairs = [f"{key}: {spell_value(value)}" for key, value in self.value.items()]
        new = f"\n{' ' * len(margin)}".join(pairs)
        for stop in (m.start() for m in re.finditer(r"\n|\Z", text[start:end])):
            yield Edit(start, start + stop, new)

    def _after_key(self, start: int, end: int) -> Iterator[Edit]:
        """Yield edits of the characters behind a key, shortest first."""
        text = self.source.text
        colon = re.compile(r"[\w\"'-]+[ \t]*:[ \t]*").match(text, start)
        first = colon.end() if colon else end
        for stop in range(first + 1, end + 1):
            yield Edit(first, stop, spell_value(self.value))

    def _made_by(self, edit: Edit) -> tuple[object, object]:
        lines = self.source.text.split("\n")[: self.source.yaml_line]
        offset = sum(len(line) + 1 for line in lines)
        yaml = self.source.yaml
        changed = yaml[: edit.start - offset] + edit.new + yaml[edit.end - offset :]
        return construct(changed, self.source.file)
