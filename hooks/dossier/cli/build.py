"""`dossier build`: the public site, or the private one into a safe place."""

from __future__ import annotations

import logging
import subprocess
from pathlib import Path

import click

from dossier.adapters.mkdocs import build_private, build_public, load_settings
from dossier.cli.project import config_option, told
from dossier.errors import ConfigError

OWNER_ONLY = 0o700


@click.command()
@config_option
@click.option(
    "--private",
    "private",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the private site into DIR: outside the repository or git-ignored, never site/.",
)
@told
def build(config_file: Path, private: Path | None) -> None:
    """Write the site: the public one into site/, or everything with --private DIR."""
    # MkDocs tells its progress, and our problems, to this logger.
    logging.basicConfig(format="%(levelname)-7s %(message)s", level=logging.WARNING)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    config_file = config_file.resolve()
    if private is None:
        build_public(config_file)
        return
    settings = load_settings(config_file)
    directory = private.resolve()
    refuse_unsafe(directory, settings.root, settings.content)
    directory.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    directory.chmod(OWNER_ONLY)
    build_private(config_file, directory)
    click.echo(f"The private site is in {directory}, readable by you only. Don't publish it.")


def refuse_unsafe(directory: Path, root: Path, content: Path) -> None:
    """Raise ConfigError if a private site must not be written into a directory."""
    refuse_sources(directory, root, content)
    if directory.is_relative_to(root / "site"):
        raise ConfigError("site/ is what gets published", "name a folder outside the repository")
    if directory.exists() and any(directory.iterdir()) and not (directory / "404.html").exists():
        raise ConfigError(
            f"{directory} holds other files, which a build would remove", "name an empty folder"
        )
    if directory.is_relative_to(root) and not _is_ignored(directory, root):
        raise ConfigError(
            f"git does not ignore {directory.relative_to(root)}/, so it could be committed",
            "add it to .gitignore, or name a folder outside the repository",
        )


def refuse_sources(directory: Path, root: Path, content: Path) -> None:
    """Raise ConfigError if writing into a directory would touch what the author writes."""
    if directory == root or directory in root.parents:
        raise ConfigError(f"{directory} holds the project itself", "name a folder of its own")
    if directory.is_relative_to(content) or content.is_relative_to(directory):
        raise ConfigError(f"{directory} is where you write", "name a folder of its own")


def _is_ignored(directory: Path, root: Path) -> bool:
    # A file in it, because patterns such as `private/` match folders only once they exist.
    probe = directory / "index.html"
    command = ["git", "-C", str(root), "check-ignore", "--quiet", "--no-index", str(probe)]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603
    except OSError:
        return False
