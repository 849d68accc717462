"""`dossier check`: everything that is wrong, in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dossier.cli.options import (
    as_of_option,
    config_option,
    format_option,
    read_project,
    told,
)
from dossier.plain.report import FORMATS


@click.command()
@config_option
@as_of_option
@format_option
@told
def check(config_file: Path, as_of: date | None, form: str) -> None:
    """List everything that is wrong in content/, each with its place and a cure.

    Exits with 0 if there are no errors (warnings only list what is missing), with 1 if there are,
    with 2 if the project cannot be read. Never writes to content/.
    """
    _, project = read_project(config_file, as_of)
    diagnosis = project.diagnosis
    click.echo(FORMATS[form](diagnosis.problems, len(diagnosis.silenced)), nl=False)
    if diagnosis.errors:
        raise SystemExit(1)
