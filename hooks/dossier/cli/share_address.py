"""Where the site will be, asked of whoever makes the first link, and written into mkdocs.yml."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import click

from dossier.cli.columns import shown
from dossier.cli.questions import can_ask
from dossier.configuration.config_file import MAX_BYTES
from dossier.plain.addresses import LOCAL, split_address
from dossier.plain.files import read_ordinary
from dossier.plain.patterns import pattern
from dossier.plain.site_address import fault_of_site
from dossier.plain.transaction import write_all
from dossier.plain.yaml_writing import spell_value

HERE = "http://localhost:8000/"
"""An address at which browsers open sealed pages without https: this machine, to try it."""
_QUESTION = (
    "Your web address, as https://you.github.io/, which a link to send needs "
    "(Enter: none yet, try it here)"
)
_AGAIN = (
    "Your web address is {0}, which opens here alone. Another, as https://you.github.io/ "
    "(Enter: not yet)"
)
_COMMENTED = pattern(r"^#[ \t]*site_url:.*$", re.MULTILINE)
_LOCAL = pattern(r"^site_url:.*$", re.MULTILINE)
_NAME = pattern(r"^site_name:.*$", re.MULTILINE)


def ask_address(config_file: Path) -> bool:
    """Ask at a terminal for the site's address and write it. Returns whether that was done.

    One that is written there, of this machine, is replaced.
    """
    if not can_ask():
        return False
    text = read_ordinary(config_file, MAX_BYTES).decode()
    known = _LOCAL.search(text)
    place = known or _COMMENTED.search(text)
    name = _NAME.search(text)
    if not (place or name):
        return False
    address = _asked(known[0].partition(":")[2].strip(" \"'") if known else "")
    line = f"site_url: {spell_value(address)}"
    if place:
        new = text[: place.start()] + line + text[place.end() :]
    else:
        end = name.end() if name else 0
        new = f"{text[:end]}\n{line}{text[end:]}"
    write_all(config_file.parent, {config_file.name: (text.encode(), new.encode())})
    return True


def _asked(known: str) -> str:
    question = _AGAIN.format(shown(known)) if known else _QUESTION
    while True:
        said = str(click.prompt(question, default=known or HERE, show_default=False)).strip()
        address = said if "://" in said else f"https://{said}"
        parts = split_address(address) or urlsplit("")
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)
        fault = fault_of_site("the address", address)
        if is_safe and parts.hostname and re.fullmatch(r"[!-~]+", address) and not fault:
            return address if address.endswith("/") else f"{address}/"
        if fault:
            click.echo(f"{fault[0]}: {fault[1]}")
            continue
        click.echo("Browsers open such pages over https alone: https://you.github.io/")
