"""`dossier apply`: what an assistant proposes for one dossier, all of it or nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.assistants.patch_reading import read_patch
from dossier.assistants.trial import Ground, Trial, is_grave, try_patch
from dossier.cli.options import PROBLEMS, config_option, read_project, reporting_errors
from dossier.configuration.read import read_configuration
from dossier.plain.files import read_ordinary
from dossier.plain.terminal import inert, inert_line
from dossier.plain.text import MAX_BYTES
from dossier.plain.transaction import finish, is_linked, write_all

if TYPE_CHECKING:
    from dossier.build import Project
    from dossier.model.library import Library


@click.command()
@click.argument("patch", type=click.Path(path_type=Path, dir_okay=False), required=False)
@config_option
@click.option("--dry-run", is_flag=True, help="Only show what would change, and what is wrong.")
@reporting_errors
def apply(patch: Path | None, config_file: Path, *, dry_run: bool) -> None:
    """Apply a PATCH that an assistant made: all of it, or nothing.

    PATCH is JSON, `-` for stdin; `dossier schema patch` describes it. It adds records, rows,
    sections, answers and events to one dossier, and replaces only what nobody has vouched for.
    What it adds is unconfirmed and seen by nobody else: `dossier confirm` alone says more. It is
    refused if it adds an error, or a warning about what is claimed; if it opens anything to others
    or writes where they read; if it touches anything else. Without a PATCH an interrupted run is
    finished.
    """
    root = read_configuration(config_file.resolve()).settings.root
    if patch is None:
        done = finish(root)
        click.echo("The interrupted run is finished." if done else "There is nothing to finish.")
        return
    _, project = read_project(config_file)
    trial = try_patch(read_patch(_text(patch)), ground_of(project), reader_of(root))
    click.echo(inert(trial.diff), nl=False)
    for line in told(trial):
        click.echo(line, err=True)
    if trial.is_refused:
        click.echo("Nothing is written.", err=True)
        raise SystemExit(PROBLEMS)
    if dry_run:
        click.echo("It would be written. Nothing is yet.")
        return
    write_all(root, trial.files)
    click.echo(f"Written: {', '.join(sorted(trial.files)) or 'nothing, for all is there'}")


def _text(patch: Path) -> str:
    if patch.as_posix() == "-":
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        content = read_ordinary(patch, MAX_BYTES)
    return content.decode(errors="replace")


def told(trial: Trial) -> list[str]:
    """Say why a patch is refused, and what else it makes wrong."""
    added = (f"{'refused: it adds ' if is_grave(each) else ''}{each}" for each in trial.added)
    return [*(f"refused: {inert_line(reason)}" for reason in trial.refused), *added]


def ground_of(project: Project) -> Ground:
    """Return what a patch is tried on."""
    settings = project.settings
    opened = frozenset(name for name, _, _ in settings.allowed_html)

    def dress(library: Library) -> Library:
        return replace(library, opened=opened, theme_language=settings.language)

    name = settings.content.relative_to(settings.root).as_posix()
    return Ground(project.tree, name, settings.as_of, dress)


def reader_of(root: Path) -> Callable[[str], bytes | None]:
    """Return a way to read a file by its name below a root, None if it is not there."""

    def read(name: str) -> bytes | None:
        path = root / name
        if is_linked(root, name) or not path.exists():
            return None
        return read_ordinary(path, MAX_BYTES)

    return read
