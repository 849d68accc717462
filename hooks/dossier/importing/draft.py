"""What one input becomes, before it is written: fields, sections, and what has no place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from dossier.importing.words import Account, Copied, Reading, account, words
from dossier.model.base import Entry, shape
from dossier.plain.yaml_places import Path

NAMELESS = "Your name"
"""What stands where an input names nobody."""
Values = dict[str, Any]
"""Fields as they are typed."""


@dataclass
class Part:
    """A section to be written: its heading, and Markdown below it."""

    title: str
    text: str
    is_remainder: bool = True
    """Whether it holds what has no field or section of its own."""
    options: str = ""
    """What stands behind the heading: `{ audience=private }`."""
    level: int = 2
    name: str | None = None
    """The known section it is."""


@dataclass
class ProjectDraft:
    """A project: its fields and its prose."""

    values: Values
    body: str = ""


class Guess(Protocol):
    """What something may be, the likeliest of several."""

    @property
    def values(self) -> Mapping[str, str]:
        """Texts by their fields."""

    @property
    def other(self) -> Guess | None:
        """The next likeliest."""


@dataclass
class Line:
    """A text of an entry of the profile, which recipients read or which is kept private."""

    entry: Values
    field: str
    """`summary` or `highlights`."""
    text: str
    is_read: bool
    kept: str = ""
    """How it stands on the private page."""


@dataclass
class Draft:
    """What one input becomes."""

    kind: str
    """What the input was taken for: *dossier*, *résumé*, *posting*."""
    given: str
    """The words that must all be found again."""
    id: str = ""
    application: Values | None = None
    profile: Values = field(default_factory=dict)
    projects: dict[str, ProjectDraft] = field(default_factory=dict)
    records: list[Values] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    """The sections of a dossier; of anything else, those of a private page."""
    posting: str = ""
    """The text of a saved posting."""
    readings: list[Reading] = field(default_factory=list)
    comments: dict[Path, list[str]] = field(default_factory=dict)
    """Lines at the end of a mapping of the front matter, none of which counts."""
    record_comments: dict[Path, list[str]] = field(default_factory=dict)
    """The same of the file of records."""
    sources: dict[str, str] = field(default_factory=dict)
    """What is given as the source of a row, by the row's id."""
    records_of_rows: dict[str, str] = field(default_factory=dict)
    """The record that was made of each row, both by id."""
    ids: dict[str, dict[str, None]] = field(default_factory=dict)
    """The ids of the rows and gaps so far: to gather them for each takes too long."""
    copies: list[str] = field(default_factory=list)
    """Words of sections that stand elsewhere too."""
    stand_in: str = ""
    """What stands for the company of a posting that names none."""
    guesses: list[tuple[Values, Guess]] = field(default_factory=list)
    """Jobs whose title and employer no words tell, each with how it was read."""
    lines: list[Line] = field(default_factory=list)
    """What entries of the profile say in texts, in their order."""
    apart: list[str] = field(default_factory=list)
    """Paragraphs below an entry that stand apart from it, as its summary has them."""
    remarks: list[str] = field(default_factory=list)
    """What the author should know, or has to do."""

    @property
    def dossier(self) -> Values:
        """The front matter of a dossier."""
        if self.application is None:
            self.application = {}
        return self.application

    def ids_of(self, key: str) -> Collection[str]:
        """Return the ids of what a list of the dossier holds. Entries are only ever added."""
        known = self.ids.setdefault(key, {})
        entries = self.dossier.setdefault(key, [])
        known |= dict.fromkeys(str(entry["id"]) for entry in entries[len(known) :])
        return known

    def read_as(self, said: str, became: str) -> None:
        """Note that words were read as something else."""
        if words(said):
            self.readings.append(Reading(" ".join(said.split()), became))

    def keep(self, title: str, text: str) -> None:
        """Keep what has no field in a private section."""
        if text.strip():
            self.parts.append(Part(title, text.strip("\n")))

    def keep_title(self, title: str) -> None:
        """Keep a heading below which nothing is left."""
        if not any(part.title == title for part in self.parts):
            self.parts.append(Part(title, ""))

    def keep_line(self, title: str, line: str, copies: tuple[str, ...] = ()) -> None:
        """Keep a line in the private section of that name. `copies` stand elsewhere too."""
        self.copies += copies
        for part in self.parts:
            if part.title == title:
                part.text = f"{part.text}\n{line}"
                return
        self.keep(Copied(title), line)

    def account(self) -> Account:
        """Return where the words of the input went."""
        fields = (self.application or {}, self.profile, *self._project_values(), self.records)
        sections = [self.posting, *(project.body for project in self.projects.values())]
        return account(
            self.given,
            (
                fields,
                [*sections, *self._texts(is_remainder=False)],
                self._texts(is_remainder=True),
            ),
            self.readings,
            self.copies,
        )

    def _project_values(self) -> Iterator[Values]:
        yield from (project.values for project in self.projects.values())

    def _texts(self, *, is_remainder: bool) -> list[str]:
        parts = [part for part in self.parts if part.is_remainder is is_remainder]
        return [text for part in parts for text in (part.title, part.text)]

    def keep_lost(self) -> None:
        """Keep each line of the input of which a word stands nowhere: the net below all formats."""
        lost = set(self.account().lost)
        if lost:
            lines = [line for line in self.given.split("\n") if lost.intersection(words(line))]
            self.keep(Copied("Not placed"), "\n".join(f"- {line.strip()}" for line in lines))


def has_field(model: type[Entry], name: str) -> bool:
    """Return whether a model has a field of that name."""
    return name in shape(model)
