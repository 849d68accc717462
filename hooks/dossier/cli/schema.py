"""`dossier schema`: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.cli.options import reporting_errors
from dossier.cli.outputs import refuse_others
from dossier.model.schemas import NAMES, json_schema
from dossier.plain.errors import ConfigError
from dossier.plain.files import replace_file

_SIGN = '"$schema": "https://json-schema.org/'
"""What every schema says, of this version and of others."""


@click.command()
@click.argument("kind", type=click.Choice(NAMES), required=False)
@click.option(
    "--write",
    "directory",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write all schemas into DIR; scaffolds look for them in docs/schemas.",
)
@reporting_errors
def schema(kind: str | None, directory: Path | None) -> None:
    """Print the JSON Schema of a KIND of file, or write all of them."""
    if directory is not None:
        texts = {directory / f"{name}.json": json_schema(name) for name in NAMES}
        for path in texts:
            refuse_others(path, _SIGN)
        directory.mkdir(parents=True, exist_ok=True)
        for path, text in texts.items():
            replace_file(path, text.encode())
        click.echo(f"{len(NAMES)} schemas are in {directory}.")
    elif kind is not None:
        click.echo(json_schema(kind), nl=False)
    else:
        raise ConfigError("no kind is named", f"name one of {', '.join(NAMES)}, or --write")
