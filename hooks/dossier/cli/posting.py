"""`dossier posting`: accept the saved postings of a dossier as they stand."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.build import Project
from dossier.cli.dossier_named import dossier_named
from dossier.cli.options import config_option, read_project, reporting_errors
from dossier.configuration.read import read_configuration
from dossier.match.postings import LOCK, accept
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.files import replace_file
from dossier.plain.problems import did_you_mean
from dossier.plain.transaction import writing


@click.command()
@click.argument("application")
@config_option
@reporting_errors
def posting(application: str, config_file: Path) -> None:
    """Accept the saved postings of an APPLICATION, so that a change in them is told.

    Writes their fingerprints to content/postings.lock, and nothing else.
    """
    root = read_configuration(config_file.resolve()).settings.root
    with writing(root):
        names, path = _accept(read_project(config_file)[1], application)
    click.echo(f"{', '.join(names)}: accepted in {path.relative_to(root)}.")


def _accept(project: Project, application: str) -> tuple[tuple[str, ...], Path]:
    """Write the fingerprints of postings. Returns their names, and the file. Raises ConfigError."""
    settings, library = project.settings, project.view(Audience.PRIVATE).library
    application = dossier_named(application, settings.content)
    entry = library.applications.get(application)
    if entry is None:
        known = library.applications
        raise ConfigError(
            f"there is no application `{application}` that can be read",
            did_you_mean(application, known) or f"there are: {', '.join(known) or 'none'}",
        )
    text, found = accept(library, entry)
    if not found:
        hint = "save it beside the dossier and name it in `posting: {file: posting.md}`"
        raise ConfigError(f"`{application}` has no saved posting that can be read", hint)
    path = settings.content / LOCK
    replace_file(path, text.encode())
    return found, path
