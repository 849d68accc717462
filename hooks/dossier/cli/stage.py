"""`dossier stage`: the public view as plain Markdown, for any other engine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dossier.adapters.staged import MARKER, staged_tree
from dossier.build import build
from dossier.cli.build import refuse_sources
from dossier.cli.options import as_of_option, config_option, read_settings, told
from dossier.model.audience import Audience
from dossier.plain.files import replace_tree
from dossier.plain.problems import Severity


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@config_option
@as_of_option
@told
def stage(directory: Path, config_file: Path, as_of: date | None) -> None:
    """Write what the public may see into DIRECTORY, as plain Markdown and assets.

    An engine that runs no hooks reads that tree instead of content/, which it would publish whole.
    """
    settings = read_settings(config_file, as_of, Audience.PUBLIC)
    directory = directory.resolve()
    refuse_sources(directory, settings.root, settings.content)
    site = build(settings)
    replace_tree(directory, staged_tree(site, settings), MARKER)
    errors = [p for p in site.diagnosis.problems if p.severity is Severity.ERROR]
    for problem in errors:
        click.echo(str(problem), err=True)
    click.echo(f"The public tree is in {directory}.")
    if errors:
        raise SystemExit(1)
