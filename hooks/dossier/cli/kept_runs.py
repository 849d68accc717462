"""What `check` found and `build` wrote, kept for the next run of the same.

In `.cache/private`, whoever the result is for: what it is held against is all of `content/`. What
the public gets is always made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.plain.kept_results import FOLDER, KeptResult, is_installed
from dossier.plain.problems import Problem, problem_of, values_of
from dossier.settings import Configuration, today

if TYPE_CHECKING:
    from dossier.build import Project
    from dossier.memory import Memory

Told = tuple[tuple[Problem, ...], tuple[Problem, ...]]
"""The problems that are left, and those that the author has silenced."""

cache_option = click.option(
    "--no-cache",
    is_flag=True,
    envvar="DOSSIER_NO_CACHE",
    help="Begin from nothing: neither use nor keep what is in .cache/.",
)


def kept_result(config_file: Path, kind: str, as_of: date | None, **asked: str) -> KeptResult:
    """Return where the result of a kind of run is kept. Raises ConfigError."""
    file = config_file.resolve()
    known = {**asked, "as_of": str(as_of or today()), "configuration": str(file)}
    return KeptResult(file.parent / FOLDER / "private" / f"{kind}.json", known)


def begin(kept: KeptResult, configuration: Configuration, files: Iterable[Path]) -> None:
    """Note what a run is about to read, if that tells all that it hangs on.

    `files` are those of the configuration.
    """
    from dossier.plain.transaction import JOURNAL  # noqa: PLC0415 - a check of nothing new needs none
    from dossier.sharing.sent_links import FILE  # noqa: PLC0415

    files, settings = tuple(files), configuration.settings
    asks_around = any(b"!ENV" in file.read_bytes() for file in files)
    if not asks_around and all(map(is_installed, settings.themes)):
        beside = (settings.root / name for name in (FILE, JOURNAL))
        kept.begin((*files, *configuration.named, *beside))


def artifacts(project: Project) -> Iterator[Path]:
    """Yield the files beside `content/` that sources of a project were held against."""
    from dossier.model.audience import Audience  # noqa: PLC0415 - as above

    for entry in project.view(Audience.PRIVATE).library.records.values():
        if entry.verdict and (source := entry.record.source):
            from dossier.verify.artifacts import named_files  # noqa: PLC0415 - most keep no verdicts

            places = (metric.at for metric in entry.record.metrics if metric.at)
            for file in named_files(source.path or "", places):
                yield project.settings.root / file


def memory_of(kept: KeptResult, configuration: Configuration) -> Memory | None:
    """Return what the run before found out, for a run to go on with; None if nothing can be kept.

    All of it hangs on what else a run does; the content is looked at file by file.
    """
    from dossier.memory import Memory  # noqa: PLC0415 - as above
    from dossier.plain.kept_facts import KeptFacts  # noqa: PLC0415

    beside = _beside(kept, configuration)
    if beside is None:
        return None
    before = beside.read()
    return Memory(facts=KeptFacts(before if isinstance(before, dict) else {}))


def keep_memory(kept: KeptResult, configuration: Configuration, memory: Memory | None) -> None:
    """Keep what a run found out for the next one."""
    beside = _beside(kept, configuration)
    if beside and memory and memory.facts and memory.facts.are_worth_keeping:
        beside.keep(memory.facts.now)


def _beside(kept: KeptResult, configuration: Configuration) -> KeptResult | None:
    from dossier.sharing.sent_links import FILE  # noqa: PLC0415 - as above

    # Whom links were sent to stands on pages alone.
    links = configuration.settings.root / FILE
    return kept.beside("facts", without=(configuration.named[0], links))


def spelled(told: Told) -> list[list[list[str | int]]]:
    """Return problems as plain values."""
    return [list(map(values_of, problems)) for problems in told]


def read_problems(kept: Any) -> Told | None:  # noqa: ANN401 - whatever was kept
    """Return problems that were kept as plain values, None if that is not what they are."""
    try:
        told, silenced = (tuple(map(problem_of, problems)) for problems in kept)
    except (TypeError, ValueError):
        return None
    return told, silenced
