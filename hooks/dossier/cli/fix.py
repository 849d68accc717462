"""`dossier fix`: a reference in place of a figure that was typed. The one command that edits."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from dossier.cli.options import config_option, read_project, reporting_errors
from dossier.lint.typed_figures import typed_figures
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.text import MAX_BYTES
from dossier.plain.transaction import write_all, writing
from dossier.prose.rewriting import Rewriting, rewritings


@click.command()
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=click.Path(path_type=Path, exists=True))
@config_option
@click.option("--yes", is_flag=True, help="Write without asking.")
@reporting_errors
def fix(paths: tuple[Path, ...], config_file: Path, *, yes: bool) -> None:
    """Put references in place of typed figures.

    Only figures that the check matches to one metric are replaced, and only where the reference
    reads as what stood there. Shows what would change, in the source and as readers see it, and
    asks before it writes. PATH is a file or a folder to keep to; without one, all of content/.
    """
    _, project = read_project(config_file)
    settings = project.settings
    kept = [path.resolve() for path in paths]
    figures = [
        figure
        for figure in typed_figures(project.view(Audience.PRIVATE).library)
        if not kept or _is_within(settings.root / figure.passage.source.file, kept)
    ]
    found, left = rewritings(figures)
    for rewriting in found:
        click.echo(rewriting.diff + rewriting.rendered, nl=False)
    if left:
        click.echo(f"{_count(left, 'figure')} left to you: no reference reads the same.")
    if not found:
        click.echo("There is nothing to replace.")
        return
    if not yes:
        click.confirm("Write this?", abort=True)
    _write(settings.root, found)
    replaced = sum(len(rewriting.edits) for rewriting in found)
    click.echo(f"{_count(replaced, 'figure')} replaced in {_count(len(found), 'file')}.")


def _write(root: Path, found: tuple[Rewriting, ...]) -> None:
    """Write all files, or none if one has changed meanwhile. Raises ConfigError."""
    with writing(root):
        written = {}
        for rewriting in found:
            file = rewriting.source.file
            before = read_ordinary(root / file, MAX_BYTES)
            try:
                written[file] = before, rewriting.applied_to(before.decode()).encode()
            except ValueError:
                message = f"{file} has changed since it was read"
                raise ConfigError(message, "nothing was written; run the command again") from None
        write_all(root, written)


def _is_within(file: Path, kept: Iterable[Path]) -> bool:
    return any(file.resolve().is_relative_to(path) for path in kept)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
