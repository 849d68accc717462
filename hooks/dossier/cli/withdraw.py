"""`dossier withdraw`: takes a confirmation away."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.cli.ask import file_of, refuse_signer, signer_option
from dossier.cli.options import config_option, read_project, reporting_errors
from dossier.plain.errors import ConfigError
from dossier.plain.transaction import writing


@click.command()
@click.argument("name", metavar="RECORD")
@signer_option
@config_option
@reporting_errors
def withdraw(name: str, signer: str, config_file: Path) -> None:
    """Take away what somebody signed of a RECORD; the record may be gone already.

    It stands on no page from the next publish on. Who kept a page has kept it.
    """
    _, project = read_project(config_file)
    refuse_signer(signer)
    path = file_of(project, name, signer)
    try:
        with writing(project.settings.root):
            path.unlink()
    except FileNotFoundError:
        raise ConfigError(f"there is no confirmation of `{name}` by {signer}") from None
    click.echo(f"{path.relative_to(project.settings.root)} is gone. Publish again to show it.")
