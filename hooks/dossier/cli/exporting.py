"""What commands of `dossier export` share: options, whom they are for, where they write."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from dossier.build import Project
from dossier.cli.dossier_named import dossier_named
from dossier.cli.options import (
    PROBLEMS,
    as_of_option,
    config_option,
    read_project,
    reporting_errors,
)
from dossier.cli.outputs import refuse_output, remember_output
from dossier.cli.share_project import ShareProject
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.markdown import spell_markdown
from dossier.exporting.outline import Document
from dossier.exporting.overflow import overflow
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.plain_text import spell_plain_text
from dossier.exporting.recipient import Recipient
from dossier.exporting.unconfirmed import unconfirmed_figures
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.files import OWNER_FILE, replace_file
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem, Severity, in_order
from dossier.plain.report import as_text
from dossier.plain.terminal import inert
from dossier.prose.passages import Passage
from dossier.settings import Configuration
from dossier.templates import Templates

application_argument = click.argument("application")
role_option = click.option("--role", help="Write what concerns this role alone.")
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE instead of the terminal.",
)
paper_option = click.option(
    "--paper",
    type=click.Choice(["a4", "us-letter"]),
    default="a4",
    show_default=True,
    help="The size of its pages.",
)
pages_option = click.option(
    "--pages",
    type=click.IntRange(min=1),
    metavar="N",
    help="Set the PDF smaller to fit N pages; if it cannot, write nothing and name what is beyond.",
)


@frozen
class Request:
    """What a command of `dossier export` was asked for, and what it works on."""

    application: str
    role: str | None
    form: str
    output: Path | None
    configuration: Configuration
    project: Project

    @property
    def templates(self) -> Templates:
        """Return all markup."""
        return self.project.settings.templates

    @property
    def private(self) -> ApplicationEntry:
        """Return the author's own dossier: for what is told to the author, and for nothing else.

        Raises ContentError if it cannot be read.
        """
        entries = self.project.view(Audience.PRIVATE).library.applications
        if self.application not in entries:
            raise ContentError(f"`{self.application}` has errors: `dossier check` tells them")
        return entries[self.application]

    @property
    def recipient(self) -> Recipient:
        """Return what the recipient of the dossier may see. Raises ConfigError.

        Ends if a text of it would print a figure that nobody has confirmed, holds what is another
        dossier's, or has an error for which no link would be made.
        """
        project = ShareProject(self.configuration, self.project)
        project.refuse_unread(self.application)
        recipient = Recipient.of(
            self.project.view(Audience.SHARED).library,
            self.application,
            self.role,
            settings=self.project.settings.seen_by(Audience.SHARED),
            site_url=self.configuration.outlet.site_url,
        )
        if found := tuple(unconfirmed_figures(recipient)):
            self.refuse(*found)
        project.refuse_crossed([self.application], "the document")
        if wrong := project.sent_problems(self.application, self.role):
            self.refuse(*wrong)
        return recipient

    def refuse_opened(self, *texts: Passage) -> None:
        """End if private texts that are chosen may not be told to who gets the document."""
        project = ShareProject(self.configuration, self.project)
        found = project.opened_problems(self.application, texts)
        if any(problem.severity is Severity.ERROR for problem in found):
            self.refuse(*found)
        self.tell(found)

    def tell(self, problems: Iterable[Problem]) -> None:
        """Tell the author what is missing, but for what is silenced with a reason."""
        diagnosis = self.project.view(Audience.PRIVATE).diagnose(in_order(problems))
        if diagnosis.problems:
            told = as_text(diagnosis.problems, len(diagnosis.silenced))
            click.echo(told, err=True, nl=False)

    def refuse(self, *problems: Problem) -> None:
        """Tell why no document is written, and end."""
        click.echo(as_text(problems, 0), err=True, nl=False)
        raise SystemExit(PROBLEMS)

    def write(self, content: str | bytes) -> None:
        """Write the document to where it was asked for. Raises ConfigError."""
        refuse_output(self.output, self.configuration)
        write_document(content, self.output, self.project.settings.root)


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
            application = dossier_named(application, read[1].settings.content)
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


def write_document(content: str | bytes, output: Path | None, root: Path | None = None) -> None:
    """Write a document into a file, whole or not at all, or to where the output goes.

    The site at `root` knows it again by what was written. A new file is its owner's alone: it may
    hold all that is private. Raises ConfigError if a terminal cannot show it.
    """
    if output is not None:
        raw = content.encode() if isinstance(content, str) else content
        replace_file(output, raw, mode=None if output.exists() else OWNER_FILE)
        if root is not None:
            remember_output(root, output, raw)
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise ConfigError("a terminal cannot show this form", "name a file: `--output resume.pdf`")
    # A pipe gets it as it is.
    is_obeyed = isinstance(content, str) and sys.stdout.isatty()
    click.echo(inert(str(content)) if is_obeyed else content, nl=False)


def draw_outline(
    request: Request, document: Document, pages: int | None, paper: str
) -> str | bytes:
    """Return a document in the form that is asked for, if it fits. Raises ConfigError."""
    if pages and request.form != "pdf":
        raise ConfigError("only a PDF has pages that can be counted", "add `--format pdf`")
    match request.form:
        case "txt":
            return spell_plain_text(document)
        case "md":
            return spell_markdown(document)
        case "docx":
            return draw_docx(document, paper)
    drawn = draw_pdf(document, request.templates, paper, pages)
    if pages and (problem := overflow(document, drawn, pages, request.private.source.locate())):
        request.refuse(problem)
    return drawn.content
