"""A dossier that is there, gone on with: its rows as they are kept, and what is open asked for.

Whatever could keep an answer from being written is found before the first question.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dossier.cli.fit_table import Listed, kept, proposed
from dossier.importing.draft import Draft, Values
from dossier.importing.files import POSTING, says_the_same
from dossier.importing.words import Copied
from dossier.load.front_matter import split
from dossier.match.offers import Ask
from dossier.model.application import Strength
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.folding import fold
from dossier.plain.problems import Problem
from dossier.plain.text import MAX_BYTES, decode
from dossier.plain.transaction import write_all
from dossier.plain.yaml import construct
from dossier.settings import Settings

ROWS = "proof_points"
SECTIONS = ("Pitch", "Why")
ANSWERED = ("priority", "evidence", "strength", "claim", "note")
"""The fields of a row that answers change."""
IS_THERE = Copied("(is there)")
"""Stands for a section that is written already."""


@dataclass
class Begun:
    """What is there of a dossier."""

    source: Document
    rows: list[Values]
    """As its file says them."""
    before: dict[str, Values] = field(default_factory=dict)
    """The rows of the draft by their ids, as they were before anything was answered."""
    is_renewed: bool = False
    """Whether its posting has just taken the place of another."""
    proposed: dict[str, list[str]] = field(default_factory=dict)
    """The comments that propose what answers a row, by its id in the draft."""

    @property
    def is_open(self) -> bool:
        """Whether some row was left for later."""
        return any(row.get("strength") is None for row in self.rows)

    def place(self, row: Values) -> int | None:
        """Return the position in the file of a row of the posting."""
        asked = fold(row["quote"])
        quotes = (n for n, r in enumerate(self.rows) if fold(str(r.get("quote"))) == asked)
        alike = (n for n, r in enumerate(self.rows) if fold(str(r.get("requirement"))) == asked)
        return next(quotes, next(alike, None))


def find_begun(draft: Draft, settings: Settings, takes: Callable[[str], bool]) -> Begun | None:
    """Return what is there of a dossier, None for nothing.

    `takes` says whether another posting takes the place of the one that is there. Raises
    ConfigError if it cannot be gone on with.
    """
    folder = settings.content / "applications" / draft.id
    path, posting = folder / "index.md", folder / POSTING
    there = path if path.exists() else posting
    if not there.exists():
        return None
    name = there.relative_to(settings.root).as_posix()
    cure = f"`--id another-name` begins one beside it; or edit {name} and run `dossier check`"
    begun = _begun(path, name, cure, settings)
    now = draft.posting.strip("\n") + "\n"
    if not says_the_same(posting, now):
        is_file = posting.is_file() and not posting.is_symlink()
        old = posting.read_bytes() if is_file else None
        if not (begun and is_file and takes(posting.relative_to(settings.root).as_posix())):
            message = f"{name} is there already, and its posting says something else"
            raise ConfigError(message, f"say y in a terminal to put this one in its place; {cure}")
        write_all(
            settings.root, {posting.relative_to(settings.root).as_posix(): (old, now.encode())}
        )
        begun.is_renewed = True
    return begun


def _begun(path: Path, name: str, cure: str, settings: Settings) -> Begun | None:
    text = read_document(path, settings.root)
    if text is None:
        return None
    source, problem = split(text.file, text.text)
    values, problems = construct(source.yaml, source.file)
    rows = values.get(ROWS) if isinstance(values, dict) else None
    if problem or problems or not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise ConfigError(f"{name} is there already, and its rows cannot be read", cure)
    return Begun(source, rows)


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and str(row.get("strength") or "none") in set(Strength)


def read_document(path: Path, root: Path) -> Document | None:
    """Return a file of the author's, None for none. Raises ConfigError if it cannot be read."""
    if not path.exists():
        return None
    name = path.relative_to(root).as_posix()
    text = decode(name, read_ordinary(path, MAX_BYTES))
    if isinstance(text, Problem):
        raise ConfigError(f"{name} cannot be read: {text.message}", text.hint)
    return Document(name, text, yaml=text)


def open_records(draft: Draft, settings: Settings) -> Document | None:
    """Return the file that records of a draft go to, if it is there; the draft has them then."""
    file = read_document(settings.content / "evidence" / f"{draft.id}.yml", settings.root)
    draft.records = records_in(file)
    return file


def records_in(document: Document | None) -> list[Values]:
    """Return the records of a file as it says them."""
    values = construct(document.yaml, document.file)[0] if document else {}
    items = values.get("evidence") if isinstance(values, dict) else None
    return [item for item in items or [] if isinstance(item, dict)]


def empty_section(title: str) -> re.Pattern[str]:
    """Return what finds a section that says nothing: its heading, and what stands behind it."""
    return re.compile(rf"^(## {title}[^\n]*\n)\s*?((?:\n?^## )|\Z)", re.MULTILINE)


def take_over(draft: Draft, there: Begun) -> None:
    """Let a draft say what the dossier does."""
    for position, row in enumerate(draft.dossier[ROWS]):
        place = there.place(row)
        there.proposed[row["id"]] = draft.comments.get((ROWS, position), [])
        if place is not None and there.rows[place].get("strength") is not None:
            row |= {k: v for k, v in there.rows[place].items() if k in ANSWERED}
            row["evidence"] = list(row.get("evidence") or [])
        there.before[row["id"]] = copy.deepcopy(row)
    for part in draft.parts:
        if part.title in SECTIONS and not empty_section(part.title).search(there.source.text):
            part.text = IS_THERE


def listed_again(
    draft: Draft, asks: Sequence[Ask], there: Begun, library: Library, day: date
) -> list[Listed]:
    """Return the rows of a draft as they are kept, or as they are proposed where they are open."""
    found = []
    for row, ask in zip(draft.dossier[ROWS], asks, strict=True):
        is_kept = row["strength"] is not None
        each = kept(row, ask, day, library) if is_kept else proposed(row, ask, day)
        if there.place(row) is None and not (there.is_open or there.is_renewed):
            each.strength, each.is_dropped = Strength.NONE, True
        found.append(each)
    return found
