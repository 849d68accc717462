"""The `dossier` command: one module a subcommand. The only place that prints and exits."""

from __future__ import annotations

import click

from dossier import __version__
from dossier.cli.build import build
from dossier.cli.check import check
from dossier.cli.doctor import doctor
from dossier.cli.fix import fix
from dossier.cli.new import new
from dossier.cli.posting import posting
from dossier.cli.publish import publish
from dossier.cli.review import review
from dossier.cli.schema import schema
from dossier.cli.share import share
from dossier.cli.stage import stage
from dossier.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Keep a portfolio and application dossiers in which every claim can be checked.

    Content is plain files in content/. `mkdocs serve` shows the private site on this machine,
    `mkdocs build` writes the public one.
    """


COMMANDS = (
    *(check, fix, review, verify, posting),
    *(build, share, publish, doctor, stage, new, schema),
)

for command in COMMANDS:
    main.add_command(command)
