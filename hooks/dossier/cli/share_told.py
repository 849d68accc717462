"""A share's link, as a terminal shows it: with its code, and what holds for whoever has it."""

from __future__ import annotations

import sys

import click

from dossier.plain.addresses import is_local
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
    click.echo(link)
    if is_local(base):
        click.echo(HERE_ALONE % kept.uid, err=True)
        return
    if is_drawn if is_drawn is not None else sys.stdout.isatty():
        click.echo(qr_code(link), nl=False)
    click.echo(f"What its reader sees: `dossier share preview {kept.uid}`", err=True)
    click.echo(TOLD, err=True)
