"""A folder of a site, shown on this machine until somebody ends it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

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
    handler = partial(_Silent, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("localhost", port), handler)
    except OSError as error:
        server = ThreadingHTTPServer(("localhost", 0), handler)
        told = f"Port {port} of this machine is taken ({error.strerror}): another one serves it."
        click.echo(told)
        link, *others = (_at(each, server.server_port) for each in (link, *(m[1] for m in more)))
        more = tuple((whose, other) for (whose, _), other in zip(more, others, strict=True))
    click.echo("Open this; Ctrl+C ends:")
    _tell(link, more)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()


def _at(link: str, port: int) -> str:
    """Return a link to this machine at another of its ports."""
    parts = urlsplit(link)
    return urlunsplit(parts._replace(netloc=f"{parts.hostname}:{port}"))


def _tell(link: str, more: Sequence[tuple[str, str]]) -> None:
    for whose, other in more:
        click.echo(f"{other}\n  {whose}")
    click.echo(f"{link}\n  the home page" if more else link)
