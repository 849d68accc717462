"""Repositories and views for the tests of publishing."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.publishing.own_files import OwnFiles
from dossier.settings import Settings
from dossier.templates import Templates
from tests.sites import write
from tests.views import library as read_library

OWN = OwnFiles(Templates())
"""The tool's own files without a theme."""


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def repository(folder: Path, files: Mapping[str, str | bytes], branch: str = "main") -> Path:
    """Return a repository with one commit of these files."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", f"--initial-branch={branch}")
    write(folder, files)
    git(folder, "add", "--force", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "all")
    return folder


def views(settings: Settings) -> tuple[Library, Library]:
    """Return what the author sees, and what everybody does."""
    return (
        read_library(settings.seen_by(Audience.PRIVATE)),
        read_library(settings.seen_by(Audience.PUBLIC)),
    )
