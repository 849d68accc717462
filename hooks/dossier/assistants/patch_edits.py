"""The operations of a patch to the texts of files, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dossier.assistants.patch_guards import LOW, OPEN
from dossier.assistants.patch_texts import an_answer, refuse_beyond
from dossier.assistants.projection import proposals_of
from dossier.load.hide import hidden_items, stated_audience
from dossier.load.parsed_file import ParsedFile
from dossier.load.tree import classify, parse
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.model.evidence import RecordStatus
from dossier.model.library import ApplicationEntry, Library, Section
from dossier.model.patch import (
    AnswerChange,
    EventChange,
    Operation,
    RecordChange,
    RowChange,
    SectionChange,
)
from dossier.plain.errors import ContentError
from dossier.plain.folding import fold
from dossier.plain.yaml_writing import write_yaml
from dossier.prose.appending import Appending
from dossier.prose.comments import find_in_field
from dossier.prose.questions import questions
from dossier.prose.replacing import Replacing
from dossier.prose.rewriting import Edit, Rewriting
from dossier.prose.sections import CAN_BE_OPENED, known_section, split_sections

_BEFORE = ("company", "title", "audience", "lead", "status", "outcome", "events", "roles")
"""The keys behind which a list is begun."""
_UNSEEN = {"audience": "assistant"}
"""What keeps from others what nobody has confirmed."""
_NEW_EVIDENCE = "# yaml-language-server: $schema=../../docs/schemas/evidence.json\n"


class FormError(ContentError):
    """A file is written so that the change cannot be made for sure. Its words are the author's."""


@dataclass
class Workbench:
    """The files of `content/` as they are while a patch is applied. Nothing is written."""

    content: str
    """The name of the folder, which names of files begin with."""
    entry: ApplicationEntry
    read: Callable[[str], bytes | None]
    """Returns the bytes of a file by its name below the root, None for one that is not there."""
    seen: Library | None = None
    """What a seat sees, for which all else is as if it were not there; without it, that is all."""
    changed: dict[str, bytes] = field(default_factory=dict)

    def apply(self, operation: Operation, raw: Mapping[str, Any]) -> None:
        """Make a change. Raises ContentError if it may not be, FormError if files do not let it."""
        if self.seen and isinstance(operation, SectionChange):
            refuse_beyond(f"## {operation.section}", operation.text)
        elif self.seen and isinstance(operation, AnswerChange):
            refuse_beyond(f"## Questions\n\n### {operation.question}", operation.text)
        match operation:
            case RecordChange():
                self._record(operation, _without_empty(raw["record"]))
            case RowChange():
                row = _without_empty(raw["row"])
                self._item(self._dossier, "proof_points", row, added=_UNSEEN)
            case EventChange():
                self._item(self._dossier, "events", _without_empty(raw["event"]), is_new=True)
            case SectionChange():
                self._section(operation)
            case AnswerChange():
                self._answer(operation)

    @property
    def _dossier(self) -> str:
        return f"{self.content}/applications/{self.entry.id}/index.md"

    def _record(self, operation: RecordChange, raw: dict[str, Any]) -> None:
        self._refuse_unseen(operation)
        file = f"{self.content}/evidence/{operation.file}.yml"
        raw.pop("audience", None)
        if raw.get("status") != RecordStatus.PLANNED:
            raw["status"] = RecordStatus.UNCONFIRMED.value
        if self._bytes(file) is None:
            item = {**raw, **_UNSEEN}
            text = write_yaml({"audience": "private", "evidence": [item]})
            self.changed[file] = f"{_NEW_EVIDENCE}{text}".encode()
            return
        project = self._parsed(file).raw.get("project")
        if self.seen and project not in (None, *self.seen.projects) and "project" not in raw:
            message = f"{file}: the record would be one of `{project}`, which its seat does not see"
            raise FormError(message)
        self._item(file, "evidence", raw, added=_UNSEEN)

    def _item(
        self,
        file: str,
        key: str,
        raw: dict[str, Any],
        added: Mapping[str, str] | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        """Put an item into a list, in place of the one with its id, if there is one."""
        parsed = self._parsed(file)
        position = None if is_new else self._position(parsed, key, raw["id"])
        if position is not None:
            item = parsed.raw[key][position]
            _refuse_vouched(file, raw["id"], item)
            # Who may see it stays as its author said.
            own = {k: v for k, v in item.items() if k == "audience"}
            edit = Replacing(parsed.source, (key, position), {**raw, **own}).edit()
        else:
            edit = Appending(parsed.source, key, {**raw, **(added or {})}).edit(_BEFORE)
        if edit is None:
            where = parsed.source.locate((key,))
            message = f"{where}: `{key}` is written so that nothing can be put into it for sure"
            raise FormError(message)
        self._write(parsed, edit)

    def _position(self, parsed: ParsedFile, key: str, name: str) -> int | None:
        """Return where the first item with an id stands that is seen."""
        items = parsed.raw.get(key)
        for position, item in enumerate(items if isinstance(items, list) else ()):
            is_it = isinstance(item, dict) and item.get("id") == name
            if is_it and self._is_seen(parsed, key, position):
                return position
        return None

    def _is_seen(self, parsed: ParsedFile, key: str, position: int) -> bool:
        if self.seen is None:
            return True
        if parsed.kind is FileKind.EVIDENCE:
            item = parsed.raw[key][position]
            own = stated_audience(item, parsed.stated)
            is_known = f"{parsed.id}/{item['id']}" in self.seen.records
            return is_known and Audience.ASSISTANT.may_see(own)
        return (key, position) not in hidden_items(Application, parsed.raw, Audience.ASSISTANT)

    def _section(self, operation: SectionChange) -> None:
        parsed, sections = self._sections()
        name = known_section(operation.section, (self.entry.application.company,))
        found = _find(sections, operation.section, name)
        text = operation.text.strip()
        if found is None:
            self._begin_section(parsed, operation.section, name, text)
        else:
            self._put(parsed, found.offset, found.text, f"\n{text}\n")

    def _refuse_unseen(self, operation: RecordChange) -> None:
        """Raise ContentError for a name of which it would be told whether it is taken."""
        name, own = f"{operation.file}/{operation.record.id}", proposals_of(self.entry.id)
        if self.seen and operation.file != own and name not in self.seen.records:
            message = f"`{name}` is no record that you see: propose new ones in `file: {own}`"
            raise ContentError(message)

    def _begin_section(self, parsed: ParsedFile, title: str, name: str | None, text: str) -> None:
        if self.seen and name not in CAN_BE_OPENED:
            cure = f"its author opens it by `## {title} {{ audience=assistant }}`"
            raise ContentError(f"the section `{title}` is not yours to change: {cure}")
        # What holds an assistant's words it may see; what is private always stays that.
        option = " { audience=assistant }" if name in CAN_BE_OPENED else ""
        end = len(parsed.source.text)
        gap = "" if parsed.source.text.endswith("\n") else "\n"
        self._write(parsed, Edit(end, end, f"{gap}\n## {title}{option}\n\n{text}\n"))

    def _answer(self, operation: AnswerChange) -> None:
        parsed, sections = self._sections()
        heading = f"### {operation.question}"
        heading += f" {{ about={operation.about} }}" if operation.about else ""
        text = an_answer(operation.text.strip())
        found = next((section for section in sections if section.name == "questions"), None)
        if found is None:
            self._begin_section(parsed, "Questions", "questions", f"{heading}\n\n{text}")
            return
        entry = replace(self.entry, source=parsed.source, sections=tuple(sections))
        for question in questions(entry):
            if _alike(question.title, operation.question):
                answer = question.answer
                self._put(parsed, answer.offset, answer.text, f"\n{text}\n")
                return
        before = found.text.rstrip("\n")
        self._put(parsed, found.offset, found.text, f"{before}\n\n{heading}\n\n{text}\n")

    def _put(self, parsed: ParsedFile, offset: int, old: str, new: str) -> None:
        """Put prose in place of other prose. Comments, which no seat is shown, stay behind it.

        Raises ContentError where there are some for whoever is shown them.
        """
        source = parsed.source
        lines = source.text.split("\n")[: source.body_line]
        start = sum(len(line) + 1 for line in lines) + offset
        end = start + len(old)
        kept = tuple(_comments(source, offset, old))
        if kept and not self.seen:
            where = source.locate_in_body(offset)
            message = f"{where}: there is a comment in this text, which would be lost"
            raise ContentError(message)
        behind = "".join(f"\n{comment}\n" for comment in kept)
        self._write(parsed, Edit(start, end, new + behind))

    def _sections(self) -> tuple[ParsedFile, tuple[Section, ...]]:
        parsed = self._parsed(self._dossier)
        names = (self.entry.application.company,)
        sections, _ = split_sections(parsed.source, names)
        if sections is None:
            message = f"{self._dossier}: a block in it is never closed; `dossier check` tells where"
            raise FormError(message)
        if self.seen:
            return parsed, tuple(s for s in sections if Audience.ASSISTANT.may_see(s.audience))
        return parsed, sections

    def _bytes(self, file: str) -> bytes | None:
        return self.changed[file] if file in self.changed else self.read(file)

    def _parsed(self, file: str) -> ParsedFile:
        """Return a file as it is now. Raises ContentError if it cannot be read."""
        kind, entry_id = classify(file.removeprefix(f"{self.content}/"))
        content = self._bytes(file)
        if content is None or kind not in (FileKind.APPLICATION, FileKind.EVIDENCE):
            message = f"{file} is not there, or is no ordinary file"
            raise FormError(message)
        parsed = parse(kind, entry_id, file, content)
        if parsed.problems:
            message = f"{file} cannot be read; `dossier check` tells its author why"
            raise FormError(message)
        return parsed

    def _write(self, parsed: ParsedFile, edit: Edit) -> None:
        file = parsed.source.file
        text = (self._bytes(file) or b"").decode()
        self.changed[file] = Rewriting(parsed.source, (edit,)).applied_to(text).encode()


def _refuse_vouched(file: str, name: str, item: Mapping[str, Any]) -> None:
    """Raise ContentError for what a person vouched for, also if it cannot be read."""
    is_proposed = item.get("strength") in LOW and item.get("audience") == "assistant"
    if item.get("status") not in OPEN and not is_proposed:
        message = f"`{name}` in {file} is its author's to change: add another beside it"
        raise ContentError(message)


def _without_empty(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if value is not None}


def _comments(source: Document, offset: int, old: str) -> Iterator[str]:
    """Yield the comments of a part of the prose, as they are written."""
    spans = [(start - offset, end - offset) for start, end, _, _ in source.comments]
    spans += [(comment.start, comment.end) for comment in find_in_field(old)]
    begins = sum(len(line) + 1 for line in source.lines[: source.body_line]) + offset
    written = source.text[begins : begins + len(old)]
    for start, end in sorted(spans):
        if text := written[max(start, 0) : max(end, 0)].strip():
            yield text


def _find(sections: tuple[Section, ...], title: str, name: str | None) -> Section | None:
    for section in sections:
        if (name and section.name == name) or (not name and _alike(section.title, title)):
            return section
    return None


def _alike(one: str, other: str) -> bool:
    return fold(one).casefold() == fold(other).casefold()
