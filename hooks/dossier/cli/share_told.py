"""A share's link, as a terminal shows it: with its code, and what holds for whoever has it."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from dossier.cli.streams import leads_nowhere
from dossier.importing.files import POSTING
from dossier.plain.addresses import is_local
from dossier.plain.errors import ConfigError
from dossier.plain.terminal import inert_line
from dossier.sharing.keystore import Share
from dossier.sharing.link import spell_link
from dossier.sharing.listing import qr_code

TOLD = """\
Whoever has the link can read it, and it may be forwarded. A withdrawn link cannot take back what
was seen, and an expiry only takes effect with the next publish."""

HERE_ALONE = """\
It opens on this machine alone. `dossier publish --to ../public` asks where you will upload it;
then `dossier share show %s` prints the link to send."""

qr_option = click.option(
    "--qr/--no-qr", default=None, help="Draw the link as a QR code.  [default: in a terminal]"
)
uid_argument = click.argument("uid")


def tell_link(base: str, kept: Share, *, is_drawn: bool | None) -> None:
    """Print a link, and a code of it if one is wanted or this is a terminal."""
    link = spell_link(base, kept.id, kept.key)
    again = f"`dossier share show {kept.uid}` prints the link"
    try:
        click.echo(link)
    except OSError as error:
        raise ConfigError(f"the link cannot be printed: {error.strerror}", again) from error
    if leads_nowhere(sys.stdout):
        click.echo(f"It was printed to nowhere: {again}.", err=True)
    if is_local(base):
        click.echo(HERE_ALONE % kept.uid, err=True)
        return
    if is_drawn if is_drawn is not None else sys.stdout.isatty():
        _draw(qr_code(link))
    click.echo(f"What its reader sees: `dossier share preview {kept.uid}`", err=True)
    click.echo(TOLD, err=True)


def tell_change(content: Path, company: str, application: str) -> None:
    """Say how an answer of a dossier is changed, and sent."""
    folder = content / "applications" / application
    again = ""
    if (folder / POSTING).is_file():
        whose = inert_line(shlex.quote(company))
        file = f"{content.name}/applications/{application}/{POSTING}"
        again = f"`dossier fit {file} --new {whose} --id {application}` again, or "
    where = f"{content.name}/applications/{application}/index.md"
    click.echo(f"To change an answer: {again}edit {where}; then `dossier publish`.", err=True)


def _draw(code: str) -> None:
    """Print a code, unless the terminal would break its lines: no camera reads that."""
    width, columns = max(map(len, code.splitlines())), shutil.get_terminal_size().columns
    if sys.stdout.isatty() and width > columns:
        told = f"Its QR code is {width} columns wide, this terminal {columns}: none is drawn."
        click.echo(told, err=True)
    else:
        click.echo(code, nl=False)
