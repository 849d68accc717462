"""`dossier check`: everything that is wrong, in one run."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.options import (
    PROBLEMS,
    as_of_option,
    config_option,
    format_option,
    read_project,
    reporting_errors,
)
from dossier.plain.problems import CODES, Problem, Severity, in_order
from dossier.plain.report import FORMATS
from dossier.plain.temporary import temporary_folder
from dossier.settings import Configuration

if TYPE_CHECKING:
    from dossier.build import Project


@click.command()
@config_option
@as_of_option
@format_option
@click.option(
    "--publish",
    "is_rehearsal",
    is_flag=True,
    help="Also build and search what `dossier publish` would push; nobody is asked.",
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    type=click.Choice(tuple(CODES)),
    metavar="CODE",
    help="Tell of problems with this code alone; may be given again.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings, too.")
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Tell what programs would miss of a PDF or DOCX, instead; may be given again.",
)
@click.argument(
    "files", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[FILE]..."
)
@reporting_errors
def check(
    config_file: Path,
    as_of: date | None,
    form: str,
    is_rehearsal: bool,
    *,
    files: tuple[Path, ...],
    documents: tuple[Path, ...],
    codes: tuple[str, ...],
    strict: bool,
) -> None:
    """List everything that is wrong in content/, each with its place and a cure.

    With files or folders it reads all, as one file may break another, and tells what is wrong in
    these.

    With --publish all that would stop a publish is in the list: shares and their keys, links to
    the source, private words and names in what is built. What the branch holds alone is not asked.

    With --documents it reads finished files as the programs that sort applications do: whether
    there is text, in one column, under known headings, with dates and contact, and none hidden.

    Exits with 0 if no errors are told (warnings list what is missing or deserves a look), with 1
    if there are, with 2 if the project cannot be read. Never writes to content/.
    """
    silenced: list[Problem] = []
    if files and documents:
        raise click.UsageError("give files of the project, or --documents: they are read apart")
    if documents:
        problems = inspect(documents)
    else:
        configuration, project = read_project(config_file, as_of)
        problems = project.diagnosis.problems
        silenced = [problem for problem, _ in project.diagnosis.silenced]
        if is_rehearsal:
            problems = in_order((*problems, *rehearse(configuration, project)))
        if files:
            problems = tuple(below(problems, files, config_file))
            silenced = below(silenced, files, config_file)
    told, unsaid = (
        [problem for problem in found if not codes or problem.code in codes]
        for found in (problems, silenced)
    )
    click.echo(FORMATS[form](told, len(unsaid)), nl=False)
    if any(strict or problem.severity is Severity.ERROR for problem in told):
        raise SystemExit(PROBLEMS)


def below(problems: Iterable[Problem], files: Iterable[Path], config_file: Path) -> list[Problem]:
    """Return the problems of files, and of what is below folders."""
    root, wanted = config_file.resolve().parent, {path.resolve() for path in files}
    places = ((problem, (root / problem.where.file).resolve()) for problem in problems)
    return [p for p, place in places if not wanted.isdisjoint((place, *place.parents))]


def inspect(documents: tuple[Path, ...]) -> tuple[Problem, ...]:
    """Return what programs would miss of finished files. Raises ConfigError, or OSError."""
    # It brings a reader of PDF along, which a check of content does without.
    from dossier.exporting.inspection import inspect_document  # noqa: PLC0415

    return in_order(problem for path in documents for problem in inspect_document(path))


def rehearse(configuration: Configuration, project: Project) -> list[Problem]:
    """Return what would stop a publish, without a look at where it would go."""
    # They bring the engine along, which takes its time.
    from dossier.cli.release import (  # noqa: PLC0415
        Job,
        Package,
        build_release,
        premises,
        with_shares,
    )

    logging.basicConfig(format="%(levelname)-7s %(message)s", level=logging.WARNING)
    job = Job(configuration, project)
    problems = list(premises(job))
    with temporary_folder("check") as folder:
        job = with_shares(job, problems, is_public_only=False)
        build_release(job, Package(folder), problems, tell=lambda _: None)
    return problems
