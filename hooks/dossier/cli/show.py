"""`dossier show`: what an id stands for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dossier.assistants.lookup import known_ids, look_up
from dossier.cli.options import (
    as_of_option,
    config_option,
    data_option,
    read_project,
    reporting_errors,
)
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.problems import did_you_mean
from dossier.plain.terminal import inert_json


@click.command()
@click.argument("name", metavar="ID")
@config_option
@as_of_option
@data_option
@reporting_errors
def show(name: str, config_file: Path, as_of: date | None, form: str) -> None:
    """Tell what an ID stands for, its state, and where it is used.

    ID is that of a record (`file/record`), a row (`application/row`), a project, an application or
    a story.
    """
    _, project = read_project(config_file, as_of)
    library = project.view(Audience.PRIVATE).library
    found = tuple(look_up(library, name, project.settings.as_of))
    if not found:
        hint = did_you_mean(name, known_ids(library))
        hint = hint or "`dossier search WORDS` looks for words"
        raise ConfigError(f"there is nothing with the id `{name}`", hint)
    if form == "json":
        data = {"version": 1, "found": [each.as_json() for each in found]}
        click.echo(inert_json(data))
        return
    for each in found:
        click.echo("\n".join(each.lines()))
