"""`dossier serve`: the private site on this machine, rebuilt at every edit."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from dossier.cli.options import config_option, reporting_errors
from dossier.plain.errors import ConfigError

LOOPBACK = "127.0.0.1"


@click.command()
@config_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where on this machine.",
)
@click.option(
    "--token",
    "is_hidden",
    is_flag=True,
    help="Put it below a path that nobody guesses: others on this machine can ask 127.0.0.1 too.",
)
@click.option(
    "--open", "is_opened", is_flag=True, help="Open it in your browser. Not with --token."
)
@reporting_errors
def serve(config_file: Path, port: int, is_hidden: bool, is_opened: bool) -> None:
    """Show the private site on this machine only, rebuilt at every edit.

    It is what `mkdocs serve` shows on a loopback address. No other site that you have open in
    your browser can read it.
    """
    if is_hidden and is_opened:
        message = "--open would hand the token to the browser where every user can list it"
        raise ConfigError(message, "leave --open out, and open the address that is printed")
    # Not for help.
    from dossier.adapters.mkdocs_serve import serve_private  # noqa: PLC0415
    from dossier.configuration.read import read_configuration  # noqa: PLC0415

    logging.basicConfig(format="%(levelname)-7s %(message)s", level=logging.WARNING)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    read_configuration(config_file.resolve())
    address = f"{LOOPBACK}:{port}"
    serve_private(config_file, address, is_hidden=is_hidden, is_opened=is_opened)
