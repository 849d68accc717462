"""An item to the list of a YAML key: characters to put in, and nothing else of the file changes.

Comments, order and style stay. What is put in is tried: an edit that makes another value than
the one that is meant is never returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dossier.model.document import Document
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.yaml import construct
from dossier.plain.yaml_writing import quote_text, spell_value
from dossier.prose.rewriting import Edit

_PLAIN = pattern(
    r"(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z](?:[\w .()&/+-]*[\w.)+])?", re.IGNORECASE
)
"""Text that every reader of YAML takes for that text, in any context."""
_DATE = pattern(r"\d{4}-\d{2}-\d{2}")
_EMPTY = pattern(r"([\w-]+[ \t]*:)[ \t]*(?:\[\s*\]|null|~)?([ \t]*(?:#[^\n]*)?)(?:\n|$)")


@frozen
class Appending:
    """An item that is to be the last of a list at the top of a file's YAML."""

    source: Document
    key: str
    item: Mapping[str, object]
    """Plain values."""

    def edit(self, after: Sequence[str] = ()) -> Edit | None:
        """Return what to put in; None if the file is written so that it cannot be told for sure.

        A list that is not there yet goes behind the last of the keys `after`, else to the end.
        """
        before, problems = construct(self.source.yaml, self.source.file)
        items = before.get(self.key) if isinstance(before, dict) else None
        if problems or not isinstance(before, dict) or not isinstance(items, list | None):
            return None
        wanted = {**before, self.key: [*(items or []), dict(self.item)]}
        if items:
            edits = self._behind(len(items) - 1)
        else:
            edits = self._begun() if self.key in before else self._new(before, after)
        return next((edit for edit in edits if self._made_by(edit) == (wanted, [])), None)

    def _made_by(self, edit: Edit) -> tuple[object, object]:
        yaml, offset = self.source.yaml, self._offset
        changed = yaml[: edit.start - offset] + edit.new + yaml[edit.end - offset :]
        return construct(changed, self.source.file)

    @property
    def _offset(self) -> int:
        """Where the YAML begins in the file's text."""
        return sum(len(line) + 1 for line in self.source.text.split("\n")[: self.source.yaml_line])

    def _new(self, before: Mapping[str, object], after: Sequence[str]) -> Iterator[Edit]:
        """Yield edits that add the key."""
        block = f"{self.key}:\n  - {self._flow}\n"
        for key in reversed([key for key in after if key in before]):
            start, _ = self.source.extent((key,))
            yield self._put(self.source.text.find("\n", start) + 1, block)
        yield self._put(self._offset + len(self.source.yaml), block)

    def _begun(self) -> Iterator[Edit]:
        """Yield edits that give a key its first item."""
        start, _ = self.source.extent((self.key,))
        if found := _EMPTY.match(self.source.text, start):
            new = f"{found[1]}{found[2]}\n  - {self._flow}\n"
            yield Edit(start, found.end(), new)

    def _behind(self, last: int) -> Iterator[Edit]:
        """Yield edits that put the item behind the last one, in its style."""
        start, end = self.source.extent((self.key, last))
        text = self.source.text
        line = text.rfind("\n", 0, start) + 1
        if not re.fullmatch(r" *- +", text[line:start]):
            yield from self._in_brackets(start, end)
            return
        margin = text[line:start]
        item = self._flow if text[start] == "{" else f"\n{' ' * len(margin)}".join(self._pairs)
        new = f"{margin}{item}\n"
        stops = [end, *(m.end() for m in re.finditer("\n", text[:end]) if m.end() > start)]
        for stop in sorted(stops):
            yield self._put(self._past_comments(stop, margin.index("-")), new)
            yield self._put(stop, new)

    def _past_comments(self, position: int, column: int) -> int:
        """Return the place behind the comments that go with the item before them."""
        comments = re.compile(rf"(?: {{{max(column, 1)},}}#[^\n]*\n)*")
        found = comments.match(self.source.text, position)
        return found.end() if found else position

    def _in_brackets(self, start: int, end: int) -> Iterator[Edit]:
        """Yield edits that put the item before a closing bracket, on a line of its own or not."""
        text = self.source.text
        line = text.rfind("\n", 0, start) + 1
        margin = text[line:start]
        gap = f"\n{margin}" if not margin.strip() else " "
        for position in (m.start() for m in re.finditer("]", text[start:end])):
            before = text[: start + position].rstrip()
            yield self._put(len(before), ("" if before.endswith(",") else ",") + gap + self._flow)

    def _put(self, position: int, new: str) -> Edit:
        is_open = "\n" in new and position and self.source.text[position - 1] != "\n"
        starts_line = not new.startswith(("\n", ",")) and is_open
        return Edit(position, position, f"\n{new}" if starts_line else new)

    @property
    def _pairs(self) -> list[str]:
        return [f"{key}: {_spelled(value)}" for key, value in self.item.items()]

    @property
    def _flow(self) -> str:
        return f"{{{', '.join(self._pairs)}}}"


def _spelled(value: object) -> str:
    """Return a plain value as YAML that cannot be read as anything else."""
    if not isinstance(value, str):
        return spell_value(value)
    text = value
    if _PLAIN.fullmatch(text) or _DATE.fullmatch(text):
        return text
    return quote_text(text)
