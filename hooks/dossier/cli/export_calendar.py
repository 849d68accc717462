"""`dossier export calendar`: what is due, for the calendar of another program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dossier.cli.exporting import output_option, write_document
from dossier.cli.options import as_of_option, config_option, read_project, reporting_errors
from dossier.cli.outputs import refuse_output
from dossier.exporting.calendar_file import spell_calendar
from dossier.exporting.due import due_of
from dossier.model.audience import Audience
from dossier.render.site import renderer_of

FOR = "For you alone: it names companies, people and what you plan."


@click.command()
@output_option
@config_option
@as_of_option
@reporting_errors
def calendar(output: Path | None, config_file: Path, as_of: date | None) -> None:
    """Write next steps, events and expiring links as a calendar (.ics), for you alone.

    Import it again after changes: what it holds keeps its identity.
    """
    configuration, project = read_project(config_file, as_of)
    view = project.view(Audience.PRIVATE)
    renderer = renderer_of(view.frame, project.settings.templates)
    due = due_of(view.library, view.frame.links, renderer.plain)
    content = spell_calendar(due, project.settings.as_of)
    refuse_output(output, configuration)
    click.echo(FOR, err=True)
    write_document(content.decode() if output is None else content, output, project.settings.root)
