"""`dossier stage`: the public view as plain Markdown, for any other engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from dossier.adapters.staged import MARKER, staged_tree
from dossier.adapters.staged_engines import Engine
from dossier.cli.options import as_of_option, config_option, read_project, reporting_errors
from dossier.cli.publish_folder import refuse
from dossier.cli.release import content_problems, is_stopped
from dossier.model.audience import Audience
from dossier.plain.problems import Problem
from dossier.plain.trees import replace_tree, restore_tree
from dossier.plain.written_places import refuse_live, refuse_sources


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--for",
    "engine",
    type=click.Choice([engine.value for engine in Engine]),
    help="Add the configuration of an engine, and write pages as it wants them.",
)
@config_option
@as_of_option
@reporting_errors
def stage(directory: Path, engine: str | None, config_file: Path, as_of: date | None) -> None:
    """Write what the public may see into DIRECTORY, as plain Markdown and assets.

    An engine that runs no hooks reads that tree instead of content/, which it would publish whole.
    What would stop a publish of it stops this, too, with 1, and nothing is written: errors in what
    others read, private words, companies' names and keys in it.
    """
    configuration, project = read_project(config_file, as_of)
    settings = project.settings
    directory = directory.resolve()
    # What is checked and written is of this moment.
    project.read_all()
    refuse_sources(directory, settings.root, settings.content, configuration.named)
    refuse_live(directory, settings.root)
    restore_tree(directory)
    # The same as of a publish: whoever builds and uploads the tree is asked nothing more.
    _refuse([*project.publishing_problems, *project.naming_problems], directory)
    site = project.site(Audience.PUBLIC)
    tree = tuple(staged_tree(site, settings, Engine(engine) if engine else None))
    _refuse(tuple(content_problems(project, dict(tree))), directory)
    replace_tree(directory, tree, MARKER)
    click.echo(f"The public tree is in {directory}.")


def _refuse(problems: Sequence[Problem], directory: Path) -> None:
    """Say what was found and, if that stops it, that what was closed meanwhile is still there."""
    if is_stopped(problems) and directory.exists():
        click.echo(f"Nothing was written: {directory} is as it was.", err=True)
    refuse(problems)
