"""`dossier check`: everything that is wrong, in one run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.kept_runs import (
    Told,
    artifacts,
    cache_option,
    keep_memory,
    kept_result,
    memory_of,
    read_problems,
    spelled,
)
from dossier.cli.options import (
    PROBLEMS,
    as_of_option,
    config_option,
    format_option,
    read_content,
    read_project,
    reporting_errors,
)
from dossier.plain.problems import CODES, Problem, Severity, in_order
from dossier.plain.report import FORMATS
from dossier.plain.temporary import temporary_folder
from dossier.settings import Configuration

if TYPE_CHECKING:
    from dossier.build import Project
    from dossier.plain.kept_results import KeptResult


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
@cache_option
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
    no_cache: bool,
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
    if files and documents:
        raise click.UsageError("give files of the project, or --documents: they are read apart")
    told: Told
    if documents:
        told = inspect(documents), ()
    elif is_rehearsal:
        configuration, project = read_project(config_file, as_of)
        problems, silenced = told_of(project)
        told = in_order((*problems, *rehearse(configuration, project))), silenced
    else:
        kept = None if no_cache else kept_result(config_file, "check", as_of)
        told = find(config_file, as_of, kept)
    asked, unsaid = (
        [
            problem
            for problem in (below(found, files, config_file) if files else found)
            if not codes or problem.code in codes
        ]
        for found in told
    )
    click.echo(FORMATS[form](asked, len(unsaid)), nl=False)
    if any(strict or problem.severity is Severity.ERROR for problem in asked):
        raise SystemExit(PROBLEMS)


def find(config_file: Path, as_of: date | None, kept: KeptResult | None) -> Told:
    """Return what is wrong, which nobody looks for again where nothing has changed.

    Raises ConfigError.
    """
    if kept and (known := read_problems(kept.read())):
        return known
    configuration, project = read_content(config_file, as_of, kept, memory_of)
    told = told_of(project)
    if kept:
        # First: the folder that the first of both makes changes the one around it.
        kept.keep(spelled(told), files=artifacts(project))
        keep_memory(kept, configuration, project.memory)
    return told


def told_of(project: Project) -> Told:
    """Return what is wrong in a project."""
    diagnosis = project.diagnosis
    return diagnosis.problems, tuple(problem for problem, _ in diagnosis.silenced)


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
    import logging  # noqa: PLC0415

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
