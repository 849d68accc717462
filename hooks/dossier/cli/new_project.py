"""A project begun at a terminal: its sentence, its records and its readers are asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from dossier.assistants.fences import on_one_line
from dossier.cli.columns import shown
from dossier.cli.confirm_own import READERS
from dossier.cli.confirm_row import replace_text
from dossier.cli.options import read_project
from dossier.importing.files import schema_line
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.evidence import RecordStatus
from dossier.model.library import RecordEntry
from dossier.plain.folding import plain
from dossier.plain.yaml import construct
from dossier.plain.yaml_writing import write_yaml
from dossier.prose.item_layout import with_item

_MOST = 3
"""How many metrics stand on a project's card at first."""


@dataclass(frozen=True, slots=True)
class AskedProject:
    """What was answered."""

    text: str
    """The content of its file."""
    records: tuple[RecordEntry, ...]
    """What is to belong to it."""


def ask_project(config_file: Path, project_id: str, title: str) -> AskedProject | None:
    """Ask for a project. None where nobody can be asked, or its sentence is left for later."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    library = read_project(config_file)[1].view(Audience.PRIVATE).library
    line = _asked("What is it, in one sentence (Enter for later)")
    if not line:
        return None
    entries = [
        entry
        for entry in library.records.values()
        if entry.project is None and entry.record.status is not RecordStatus.UNCONFIRMED
    ]
    records = _chosen(entries) if entries else ()
    audience = _reader(records)
    values = {
        "title": title,
        "audience": audience.value,
        "line": line,
        "status": "active",
        "headline": _headline(records, audience),
    }
    name = f"projects/{project_id}.md"
    return AskedProject(f"---\n{schema_line(name)}{write_yaml(values)}---\n", records)


def _chosen(entries: Sequence[RecordEntry]) -> tuple[RecordEntry, ...]:
    for number, entry in enumerate(entries, start=1):
        click.echo(f"  {number}) {shown(on_one_line(plain(entry.record.claim)))}")
    while True:
        said = _asked("Which of these belong to it: numbers, Enter for none")
        numbers = said.replace(",", " ").split()
        if all(n.isdecimal() and 0 < int(n) <= len(entries) for n in numbers):
            return tuple(entries[int(n) - 1] for n in dict.fromkeys(numbers))
        click.echo(f"  Numbers from 1 to {len(entries)}, with blanks between: 1 3")


def _reader(records: Sequence[RecordEntry]) -> Audience:
    """Ask who may see a project: whoever sees its records, at least."""
    fitting = {
        letter: Audience(word)
        for letter, word in READERS.items()
        if all(entry.audience.may_see(Audience(word)) for entry in records)
    }
    told = {"r": "r recipients of your links", "e": "e everyone", "n": "n nobody yet"}
    letter = click.prompt(
        f"Who may see it: {', '.join(told[letter] for letter in fitting)}",
        type=click.Choice(list(fitting)),
        default="r" if "r" in fitting and "n" not in fitting else list(fitting)[-1],
    )
    return fitting[letter]


def _headline(records: Sequence[RecordEntry], audience: Audience) -> list[str]:
    """Return the metrics for its card that all of its readers may see."""
    seen = [entry for entry in records if audience.may_see(entry.audience)]
    metrics = [f"{entry.id}#{metric.id}" for entry in seen for metric in entry.record.metrics]
    return metrics[:_MOST]


def _asked(question: str) -> str:
    return " ".join(click.prompt(question, default="", show_default=False).split())


def place_records(root: Path, records: Sequence[RecordEntry], project_id: str) -> list[str]:
    """Say in records that they belong to a project. Returns those that cannot be told for sure."""
    texts: dict[str, Document] = {}
    left: list[str] = []
    for entry in records:
        now = texts.get(entry.source.file, entry.source)
        items = construct(now.yaml, now.file)[0]["evidence"]
        value = {**items[entry.path[-1]], "project": project_id}
        text = with_item(now, entry.path, value)
        if text is None:
            left.append(entry.id)
        else:
            texts[now.file] = Document(now.file, text, yaml=text)
    for file, document in texts.items():
        source = next(entry.source for entry in records if entry.source.file == file)
        replace_text(root, source, document.text, source.locate())
    return left
