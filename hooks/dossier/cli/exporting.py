"""What commands of `dossier export` share: options, whom they are for, where they write."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from dossier.build import Project
from dossier.cli.options import as_of_option, config_option, read_project, reporting_errors
from dossier.exporting.recipient import Recipient, emphasis_of
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.files import replace_file
from dossier.settings import Configuration

application_argument = click.argument("application")
role_option = click.option("--role", help="Write what concerns this role alone.")
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE instead of the terminal.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What a command of `dossier export` was asked for, and what it works on."""

    application: str
    role: str | None
    form: str
    output: Path | None
    configuration: Configuration
    project: Project

    @property
    def recipient(self) -> Recipient:
        """Return what the recipient of the dossier may see. Raises ConfigError."""
        views = self.project.view
        private = views(Audience.PRIVATE).library.applications.get(self.application)
        return Recipient.of(
            views(Audience.SHARED).library,
            self.application,
            self.role,
            # All that an export takes from what is private, see docs/decisions/exporting.md.
            emphasis=emphasis_of(private.section("emphasis") if private else None),
            settings=self.project.settings.seen_by(Audience.SHARED),
            site_url=self.configuration.outlet.site_url,
        )

    def write(self, content: str | bytes) -> None:
        """Write the document to where it was asked for. Raises ConfigError."""
        write_document(content, self.output)


def exporting(
    forms: Sequence[str], default: str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of all exports; it gets them as one request, its own by name."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def wrapped(
            *,
            application: str,
            role: str | None,
            form: str,
            output: Path | None,
            config_file: Path,
            as_of: date | None,
            **others: object,
        ) -> None:
            read = read_project(config_file, as_of)
            command(Request(application, role, form, output, *read), **others)

        options = (
            application_argument,
            role_option,
            click.option(
                "--format",
                "form",
                type=click.Choice(list(forms)),
                default=default,
                show_default=True,
                help="The form of the document.",
            ),
            output_option,
            config_option,
            as_of_option,
        )
        made: Callable[..., None] = reporting_errors(wrapped)
        for option in reversed(options):
            made = option(made)
        return made

    return decorate


def write_document(content: str | bytes, output: Path | None) -> None:
    """Write a document into a file, whole or not at all, or to where the output goes.

    Raises ConfigError if a terminal cannot show it.
    """
    raw = content.encode() if isinstance(content, str) else content
    if output is not None:
        replace_file(output, raw)
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise ConfigError("a terminal cannot show this form", "name a file: `--output resume.pdf`")
    click.echo(raw, nl=False)
