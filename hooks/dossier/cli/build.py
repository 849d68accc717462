"""`dossier build`: the public site, or the private one into a safe place."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.kept_runs import artifacts, cache_option, kept_result
from dossier.cli.options import as_of_option, config_option, read_project, reporting_errors
from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FOLDER
from dossier.plain.git import ignores, tracks
from dossier.plain.terminal import inert
from dossier.plain.uploaded import refuse_uploaded
from dossier.plain.written_places import PRIVATE_MARKER, refuse_sources

if TYPE_CHECKING:
    from dossier.plain.kept_results import KeptResult

_log = logging.getLogger("mkdocs")
"""MkDocs tells its progress, and our problems, to this logger."""
_OURS = "mkdocs.plugins.dossier"
MARKER = PRIVATE_MARKER
"""The file that says a folder holds a private site, and may be written again."""


@click.command()
@config_option
@click.option(
    "--private",
    "private",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the private site into DIR: outside the repository or git-ignored, never site/.",
)
@click.option(
    "--previews",
    is_flag=True,
    help="With --private: write what the recipient of each dossier would see, too.",
)
@as_of_option
@cache_option
@reporting_errors
def build(
    config_file: Path,
    private: Path | None,
    as_of: date | None,
    *,
    previews: bool,
    no_cache: bool,
) -> None:
    """Write the site: the public one into site/, or everything with --private DIR."""
    if previews and private is None:
        raise click.UsageError("--previews goes with --private DIR")
    logging.basicConfig(format="%(levelname)-7s %(message)s", level=logging.WARNING)
    _log.setLevel(logging.INFO)
    if private is None:
        configuration, project = read_project(config_file, as_of)
        # Not for help, nor for `stage`, which borrows from this module.
        from dossier.adapters.mkdocs_build import build_public  # noqa: PLC0415

        build_public(configuration.file, project)
        return
    directory = private.resolve()
    asked = {"directory": str(directory), "previews": str(previews)}
    kept = None if no_cache else kept_result(config_file, "build", as_of, **asked)
    if not (kept and _is_there(kept, directory)):
        _write(config_file, as_of, directory, kept, previews=previews)
    click.echo(f"The private site is in {directory}, readable by you only. Don't publish it.")


def _is_there(kept: KeptResult, directory: Path) -> bool:
    """Return whether a directory holds what would be written, and tell what was told of it.

    Raises ConfigError if it must not be there any more.
    """
    known: Any = kept.read()
    try:
        places, told = known
        root, content, public, *theme = map(Path, places)
        lines = [(int(level), str(text)) for level, text in told]
    except (TypeError, ValueError):
        return False
    refuse_sources(directory, root, content)
    refuse_unsafe(directory, root, public, *theme)
    directory.chmod(OWNER_FOLDER)
    for level, text in lines:
        _log.log(level, "%s", inert(text))
    _log.info("Nothing has changed since this site was built")
    return True


def _write(
    config_file: Path,
    as_of: date | None,
    directory: Path,
    kept: KeptResult | None,
    *,
    previews: bool,
) -> None:
    """Write the private site. Raises ConfigError, or ContentError."""
    configuration, project = read_project(config_file, as_of, kept)
    from dossier.adapters.mkdocs_build import build_private  # noqa: PLC0415 - as above
    from dossier.build import Project  # noqa: PLC0415

    settings = replace(project.settings, previews=previews)
    project = Project(settings, project.tree, project.surroundings)
    places = (settings.root, settings.content, configuration.site)
    theme = (settings.templates.own,) if settings.templates.own else ()
    refuse_sources(directory, settings.root, settings.content)
    refuse_unsafe(directory, settings.root, configuration.site, *theme)
    directory.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
    directory.chmod(OWNER_FOLDER)
    (directory / MARKER).touch()
    with _listening() as told:
        is_repeatable = build_private(configuration.file, directory, project)
    if kept and is_repeatable:
        result = [[str(place) for place in (*places, *theme)], told]
        kept.keep(result, files=artifacts(project), written=(directory,))


@contextmanager
def _listening() -> Iterator[list[tuple[int, str]]]:
    """Yield what is told of a site, but for how far it is, while it is built."""
    listener = _Listener()
    _log.addHandler(listener)
    try:
        yield listener.told
    finally:
        _log.removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno > logging.INFO or record.name == _OURS:
            self.told.append((record.levelno, record.getMessage()))


def refuse_unsafe(directory: Path, root: Path, public: Path, theme: Path | None = None) -> None:
    """Raise ConfigError if a private site must not be written into a directory.

    `theme` is the site's own folder of markup, from which a build copies what is no template.
    """
    for site in (root / "site", public, *((theme,) if theme else ())):
        if directory.is_relative_to(site) or site.is_relative_to(directory):
            message = f"{site.name}/ is what gets published"
            raise ConfigError(message, "name a folder outside the repository")
    refuse_uploaded(directory, root)
    if directory.exists() and any(directory.iterdir()) and not (directory / MARKER).exists():
        raise ConfigError(
            f"{directory} holds other files, which a build would remove", "name an empty folder"
        )
    # Other repositories can be pushed too.
    holders = [parent for parent in (directory, *directory.parents) if (parent / ".git").exists()]
    if (holders or directory.is_relative_to(root)) and not _is_ignored(directory):
        raise ConfigError(
            f"git does not ignore {directory}, so it could be committed",
            "add it to .gitignore, or name a folder outside the repository",
        )


def _is_ignored(directory: Path) -> bool:
    """Whether git ignores all of a directory: it knows no file of it, nor would it take one."""
    # A file in it, because patterns such as `private/` match folders only once they exist.
    return ignores(directory / "index.html") and not tracks(directory)
