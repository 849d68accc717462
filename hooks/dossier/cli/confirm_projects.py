"""Drafts of projects that a résumé began, opened by one look at all of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from dossier.cli.columns import sentence
from dossier.cli.confirm_row import replace_text
from dossier.cli.new_project import begin_first, completed, project_values
from dossier.cli.options import read_project
from dossier.cli.questions import STOP, ask_line, chosen_numbers
from dossier.cli.record_edits import change_records
from dossier.importing.ids import new_id
from dossier.match.own_words import project_sentences
from dossier.model.audience import Audience
from dossier.model.evidence import EvidenceKind, RecordStatus
from dossier.model.library import Library, ProjectEntry, RecordEntry
from dossier.plain.folding import fold
from dossier.plain.patterns import pattern
from dossier.plain.shortening import first_words

_FIRST = "A project to show first: `2 4: its title`, of these sentences (Enter: none)"
_ASKED = "May recipients read them, where a match names them? Enter: all. 2: not that. q: later"
_ROOM = 74
"""How many signs of a sentence stand in a line."""
_OF_SOME = pattern(r"([\d\s,-]+):\s*(\S.*)")


def confirm_projects(config_file: Path, listed: Sequence[str]) -> None:
    """Ask which private projects recipients may see, and give those the records of what they say.

    Where there is none, ask for one, of records that were `listed` with their numbers.
    A record that everyone may see stays without a project that not everyone does.
    """
    library = _library(config_file)
    drafts = [e for e in library.projects.values() if e.project.audience is Audience.PRIVATE]
    root = config_file.resolve().parent
    if not library.projects and any(_tells_of_work(library, each) for each in listed):
        _begin_first(config_file, listed)
    for entry in _chosen(drafts) if drafts else ():
        # Each is read anew: records of several projects stand in one file.
        records = _records(_library(config_file), entry)
        line = entry.project.line or ""
        values = project_values(entry.project.title, line, records, Audience.SHARED)
        text = completed(entry.source.text, {k: v for k, v in values.items() if v})
        replace_text(root, entry.source, text, entry.source.locate())
        for record in change_records(root, [(r, {"project": entry.id}) for r in records]):
            click.echo(f"Write `project: {entry.id}` into {record} yourself.")


def _tells_of_work(library: Library, record_id: str) -> bool:
    entry = library.records.get(record_id)
    return entry is not None and entry.record.kind is not EvidenceKind.CREDENTIAL


def _begin_first(config_file: Path, listed: Sequence[str]) -> None:
    """Ask for a project, where a résumé names none."""
    said = ask_line(_FIRST)
    found = _OF_SOME.fullmatch(said)
    numbers = chosen_numbers(found[1], len(listed)) if found else ()
    title = found[2] if found and numbers else said
    if not title or title == STOP:
        return
    chosen = [listed[number - 1] for number in numbers or ()]
    project_id = str(new_id(title, {"index"}, other="project"))
    for entry in begin_first(config_file, project_id, title, chosen):
        click.echo(f"  {first_words(sentence(entry.record.claim), _ROOM)}")


def _library(config_file: Path) -> Library:
    return read_project(config_file)[1].view(Audience.PRIVATE).library


def _chosen(drafts: Sequence[ProjectEntry]) -> list[ProjectEntry]:
    """Ask which of them are to be seen."""
    click.echo("\nYour projects:")
    for number, entry in enumerate(drafts, start=1):
        line = f": {sentence(entry.project.line)}" if entry.project.line else ""
        click.echo(f"{number:>3}  {first_words(sentence(entry.project.title) + line, _ROOM)}")
    while True:
        said = ask_line(_ASKED)
        if said.casefold() == STOP:
            return []
        numbers = chosen_numbers("" if said.casefold() in ("y", "yes") else said, len(drafts))
        if numbers is not None:
            return [e for n, e in enumerate(drafts, start=1) if n not in numbers]
        click.echo(f"  Numbers from 1 to {len(drafts)} with blanks between, Enter or q.")


def _records(library: Library, entry: ProjectEntry) -> tuple[RecordEntry, ...]:
    """Return the confirmed records of what a project says that its readers may see or less."""
    said = project_sentences(entry)
    return tuple(
        record
        for record in library.records.values()
        if record.project is None
        and record.audience is not Audience.PUBLIC
        and record.record.status is not RecordStatus.UNCONFIRMED
        and fold(record.record.claim) in said
    )
