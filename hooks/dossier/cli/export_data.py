"""`dossier export data`: a whole site as JSON, or tables of it for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from dossier.build import Project, View
from dossier.cli.exporting import output_option, write_document
from dossier.cli.options import as_of_option, config_option, read_project, reporting_errors
from dossier.cli.outputs import refuse_output
from dossier.exporting.data import data_of, spell_data
from dossier.exporting.tables import Row, evidence, pipeline, proof_points, spell_table
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.problems import Problem, Severity
from dossier.plain.report import as_text
from dossier.render.site import renderer_of

JSON, POINTS, EVIDENCE, PIPELINE = "json", "proof-points", "evidence", "pipeline"
FOR = {
    Audience.PRIVATE: "For you alone: everything is in it, notes and pay included.",
    Audience.SHARED: "For recipients: what links show is in it, of every dossier.",
    Audience.PUBLIC: "For everybody: what the public site shows is in it.",
}


@click.command()
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in FOR]),
    default=Audience.PUBLIC.value,
    show_default=True,
    help="Who may see all that is in it.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([JSON, POINTS, EVIDENCE, PIPELINE]),
    default=JSON,
    show_default=True,
    help="All of it as JSON, or a table as CSV.",
)
@output_option
@config_option
@as_of_option
@reporting_errors
def data(
    *, audience: str, form: str, output: Path | None, config_file: Path, as_of: date | None
) -> None:
    """Write a site as data: all of it as JSON, or a table for spreadsheets.

    `dossier import` reads the JSON again; the schema is docs/schemas/data.json. The pipeline is
    yours alone.
    """
    reader = Audience(audience)
    if form == PIPELINE and reader is not Audience.PRIVATE:
        raise ConfigError("where dossiers stand is private", "add `--audience private`")
    configuration, project = read_project(config_file, as_of)
    view = project.view(reader)
    _refuse(project, reader)
    text = spell_data(data_of(view.library)) if form == JSON else spell_table(_rows(view, form))
    refuse_output(output, configuration)
    click.echo(FOR[reader], err=True)
    write_document(text, output, project.settings.root)


def _refuse(project: Project, reader: Audience) -> None:
    """Raise ContentError if others would read what is private elsewhere."""
    found: tuple[Problem, ...] = ()
    if reader is Audience.PUBLIC:
        found = project.naming_problems
    elif reader is Audience.SHARED:
        found = project.crossing_problems(project.view(reader).library.applications)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise ContentError("the data holds what is private\n" + as_text(found, 0).rstrip())


def _rows(view: View, form: str) -> Iterator[Row]:
    plain = renderer_of(view.frame, view.settings.templates).plain
    if form == PIPELINE:
        return pipeline(view.frame, plain)
    return (proof_points if form == POINTS else evidence)(view.library, plain)
