"""What every command needs: the configuration file, the day, and errors without a traceback."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from dossier.cli.commands import WRONG_USE, importing
from dossier.cli.streams import spell_fault
from dossier.plain import locks
from dossier.plain.errors import ConfigError, ContentError, TemplateError
from dossier.plain.file_states import FileStates
from dossier.plain.patterns import pattern
from dossier.plain.report import FORMATS
from dossier.plain.terminal import inert
from dossier.settings import Configuration

if TYPE_CHECKING:
    from dossier.build import Project
    from dossier.memory import Memory
    from dossier.model.library import RecordEntry
    from dossier.plain.kept_results import KeptResult

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

_INHERIT = pattern(r"^INHERIT:\s*(\S.*?)\s*$", re.MULTILINE)
PROBLEMS = 1
"""The exit code when content is wrong."""

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default="mkdocs.yml",
    show_default=True,
    help="The configuration of the project.",
)


class Day(click.ParamType[date]):
    """A day, written year first."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day that a text names."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            self.fail(f"`{value}` is not a day; write 2026-02-10", param, ctx)


as_of_option = click.option(
    "--as-of",
    type=Day(),
    help="Judge freshness on this day instead of today (or of SOURCE_DATE_EPOCH).",
)


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to print what was found.",
)


data_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)


def read_project(
    config_file: Path, as_of: date | None = None, kept: KeptResult | None = None
) -> tuple[Configuration, Project]:
    """Return what a command works on: the configuration and the content, read once.

    Freshness is judged `as_of` a day, if one is given. What is read is noted for a result that
    will be `kept`, and how all markup is, since an engine may read it again. Raises ConfigError.
    """
    configuration, project = read_content(config_file, as_of, kept)
    markup = configuration.settings.templates.folders
    project.surroundings = project.surroundings.with_those_of(*markup)
    return configuration, project


def read_content(
    config_file: Path,
    as_of: date | None = None,
    kept: KeptResult | None = None,
    memory_of: Callable[[KeptResult, Configuration], Memory | None] = lambda *_: None,
) -> tuple[Configuration, Project]:
    """Return the same for a command that leaves nothing to an engine.

    `memory_of` tells what a run before left. Raises ConfigError.
    """
    with importing():  # late: no help needs them
        from dossier.build import Project  # noqa: PLC0415
        from dossier.configuration.read import read_configuration  # noqa: PLC0415
        from dossier.plain.garbage import look_as_usual, look_seldom  # noqa: PLC0415

    if context := click.get_current_context(silent=True):
        look_seldom()
        context.call_on_close(look_as_usual)
    file = config_file.resolve()
    before = FileStates.of(_configuration_files(file))
    configuration = read_configuration(file)
    settings = configuration.settings
    settings = replace(settings, as_of=as_of) if as_of else settings
    memory = None
    if kept and not before.changed():
        from dossier.cli.kept_runs import begin  # noqa: PLC0415 - it is a kept run that asks

        begin(kept, configuration, before.places)
        memory = memory_of(kept, configuration)
    return configuration, Project.read(settings, before, memory)


def record_named(project: Project, name: str) -> RecordEntry:
    """Return a record by its id, as its author sees it. Raises ConfigError if there is none."""
    from dossier.model.audience import Audience  # noqa: PLC0415 - as above
    from dossier.plain.problems import did_you_mean  # noqa: PLC0415

    records = project.view(Audience.PRIVATE).library.records
    if name not in records:
        hint = did_you_mean(name, records) or "write it as `file/record`"
        raise ConfigError(f"there is no evidence `{name}` that can be read", hint)
    return records[name]


def _configuration_files(file: Path) -> Iterator[Path]:
    """Yield a configuration file and those that it inherits from."""
    seen: set[Path] = set()
    while file not in seen and file.is_file():
        seen.add(file)
        yield file
        found = _INHERIT.search(file.read_text(encoding="utf-8", errors="replace"))
        if found:
            file = file.parent / found[1].strip("'\"")


def reporting_errors(command: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Print our own errors without a traceback, and exit with the code of wrong use."""

    @functools.wraps(command)
    def wrapped(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        _say_who()
        try:
            return command(*args, **kwargs)
        except ContentError as error:
            click.echo(inert(f"dossier: {error}"), err=True)
            raise SystemExit(PROBLEMS) from None
        except ConfigError as error:
            _tell(error)
            raise SystemExit(WRONG_USE) from None
        except BrokenPipeError:
            raise  # click knows what to do when nobody reads on.
        except Exception as error:
            # First: to Jinja, a template that is not there is an OSError.
            if (fault := _fault_behind(error)) is None and not isinstance(error, OSError):
                raise
            told = spell_fault(error) if isinstance(error, OSError) else str(error)
            _tell(fault or ConfigError(told))
            raise SystemExit(WRONG_USE) from None

    return wrapped


def _say_who() -> None:
    """Name this process for others who wait for its locks, and let it say that it waits."""
    context, names = click.get_current_context(silent=True), []
    while context and context.parent:
        names.append(context.info_name or "")
        context = context.parent
    locks.THIS.name = " ".join(("dossier", *reversed(names)))
    locks.THIS.tell = functools.partial(click.echo, err=True)


def _tell(error: ConfigError) -> None:
    """Print an error, its place first if it has one."""
    who = "" if isinstance(error, TemplateError) else "dossier: "
    click.echo(inert(f"{who}{error}"), err=True)


def _fault_behind(error: Exception) -> ConfigError | None:
    """Return what a template did wrong. Jinja is loaded wherever one was drawn."""
    if "jinja2" not in sys.modules:
        return None
    from dossier.render.template_faults import fault_in_template  # noqa: PLC0415 - see above

    return fault_in_template(error)
