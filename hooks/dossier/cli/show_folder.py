"""A folder of a site, shown on this machine until somebody ends it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import click

HTTP = 80
"""The port of an address that names none."""


class _Silent(SimpleHTTPRequestHandler):
    """Answers, and writes down nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so it is called there
        pass


def show_folder(folder: Path, link: str, *more: tuple[str, str]) -> None:
    """Let a link to this machine open, from a folder, until Ctrl+C.

    `more`: others that open, each with whose it is.
    """
    port = urlsplit(link).port
    port = HTTP if port is None else port
    try:
        server = ThreadingHTTPServer(("localhost", port), partial(_Silent, directory=str(folder)))
    except OSError as error:
        click.echo(f"Port {port} of this machine is taken ({error.strerror}). To open it later:")
        click.echo(f"python3 -m http.server -b localhost -d {shlex.quote(str(folder))} {port}")
        _tell(link, more)
        return
    click.echo("Open this; Ctrl+C ends:")
    _tell(link, more)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()


def _tell(link: str, more: Sequence[tuple[str, str]]) -> None:
    for whose, other in more:
        click.echo(f"{other}\n  {whose}")
    click.echo(f"{link}\n  the home page" if more else link)
