"""`dossier help`: what a field is for, with an example, who sees it, and its default."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dossier.cli.commands import SUMMARIES
from dossier.cli.options import reporting_errors
from dossier.cli.outputs import refuse_others
from dossier.model.field_guide import FILES, FieldNote, field_notes, find_notes, notes_below
from dossier.model.field_page import field_page
from dossier.model.section_guide import SECTIONS, SectionNote, find_section
from dossier.plain.errors import ConfigError
from dossier.plain.files import replace_file
from dossier.plain.problems import did_you_mean


@click.command()
@click.argument("field", required=False)
@click.option(
    "--write",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write all fields into FILE, as Markdown.",
)
@reporting_errors
def help(field: str | None, file: Path | None) -> None:  # noqa: A001 - the command's name
    """Tell what a FIELD is for: `dossier help events`, `dossier help roles.fit`.

    The sections of a dossier are told, too: `dossier help pitch`.
    """
    if file is not None:
        page = field_page()
        refuse_others(file, page.partition("\n")[0])
        replace_file(file, page.encode())
        click.echo(f"{len(field_notes())} fields are in {file}.")
    elif field is None:
        for kind, where in FILES.items():
            click.echo(f"{kind:<12} {where}")
        click.echo(f"{'sections':<12} {', '.join(section.name for section in SECTIONS)}")
        click.echo("\n`dossier help application` tells its fields; `dossier --help` the commands.")
    else:
        name = field.strip("`: ")
        click.echo("\n\n".join("\n".join(lines) for lines in _told(name)))
        if name in SUMMARIES:
            click.echo(f"\n{_hint(name)}.")


def _told(name: str) -> Iterator[list[str]]:
    """Yield what is said of a kind of file, or of each field of a name."""
    if name in FILES:
        yield [f"{name}: {FILES[name]}", *_inside(name)]
        return
    found, section = find_notes(name), find_section(name)
    if section:
        yield list(_section(section))
    if not found and not section:
        # One or many: `certificate` is told as `certificates` is.
        known = {note.key for note in field_notes()}
        others = (f"{name}s", f"{name.removesuffix('y')}ies", name.removesuffix("s"))
        if other := next((each for each in others if each in known), ""):
            yield from _told(other)
            return
        raise ConfigError(f"there is no field or section `{name}`", _hint(name))
    yield from (_field(note) for note in found)


def _field(note: FieldNote) -> list[str]:
    lines = [f"{note.path}: {note.purpose}", f"  example  {note.key}: {note.example}"]
    if note.words:
        lines.append(f"  one of   {', '.join(note.words)}")
        pairs = zip(note.words, note.meanings, strict=False)
        lines += [f"           {word}: {meaning}" for word, meaning in pairs]
    return [*lines, f"  seen by  {note.seen_by}", f"  default  {note.default}", *_inside(note.path)]


def _section(section: SectionNote) -> Iterator[str]:
    yield f"{section.heading}, a section of a dossier: {section.purpose}"
    yield f"  also called  {', '.join(section.aliases)}"
    if section.is_shared:
        yield "  seen by      recipients, unless its heading ends in { audience=private }"
    else:
        yield "  seen by      you"


def _inside(path: str) -> list[str]:
    """Return a line for each field that a kind of file or a field holds."""
    return [f"  {note.key}: {note.purpose}" for note in notes_below(path)]


def _hint(name: str) -> str:
    if name in SUMMARIES:
        return f"`dossier {name} --help` tells of that command"
    keys = {note.key for note in field_notes()} | set(FILES)
    keys |= {section.name for section in SECTIONS}
    paths = {note.path for note in field_notes()}
    return did_you_mean(name, paths if "." in name else keys) or "`dossier help` lists the files"
