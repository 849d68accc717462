"""`dossier export`: a group whose commands are imported when they are called."""

from __future__ import annotations

import click

from dossier.cli.commands import EXPORTS, CommandGroup, listed_commands


class ExportGroup(CommandGroup):
    """A group of commands in modules named `export_…`."""

    prefix = "export_"


@click.group(cls=ExportGroup, commands=listed_commands(EXPORTS))
def export() -> None:
    """Write what a recipient, a form or a program is given of an APPLICATION.

    All of it is what the recipient may see; nothing private is in it.
    """
