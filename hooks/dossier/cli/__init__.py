"""The `dossier` command: one module a subcommand. The only place that prints and exits."""

from __future__ import annotations

import click

from dossier import __version__
from dossier.cli.commands import CommandGroup, listed_commands


@click.group(
    cls=CommandGroup,
    commands=listed_commands(),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Keep a portfolio and application dossiers in which every claim can be checked.

    Content is plain files in content/. `mkdocs serve` shows the private site on this machine,
    `mkdocs build` writes the public one.
    """
