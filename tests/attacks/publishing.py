"""Projects that git knows and that can be published, and what publishing them says."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.build import Project
from dossier.plain.problems import Problem
from dossier.settings import Settings
from tests.builders import MINIMAL, write_site

COMPANY = "content/applications/acme/index.md"
HOME = "content/index.md"
SENTENCE = "I measure what I build"


def telling(company: str, words: str, *, url: str = "") -> dict[str, str]:
    """Return a site with a private dossier of a company, and words in public on its home page."""
    dossier = MINIMAL[COMPANY].replace("company: Acme\n", f"company: {json.dumps(company)}\n")
    if url:
        dossier = dossier.replace(
            "    title: Senior ML Engineer\n", f"    title: Senior ML Engineer\n    url: {url}\n"
        )
    assert MINIMAL[HOME].count(SENTENCE) == 1
    home = MINIMAL[HOME].replace(SENTENCE, f"{words}. {SENTENCE}")
    return MINIMAL | {COMPANY: dossier, HOME: home}


def told(root: Path, files: dict[str, str | bytes] | dict[str, str]) -> list[Problem]:
    """Return what `dossier check` says of names and assets."""
    settings: Settings = write_site(root, files)
    found = Project.read(settings).diagnosis.problems
    return [p for p in found if p.code.startswith(("name-", "asset-"))]


def run(root: Path, command: str, *options: str) -> Result:
    """Run one of our commands in a project."""
    from dossier.cli import main  # noqa: PLC0415 - commands are slow to load

    words = (command, "-f", str(root / "mkdocs.yml"), *options)
    return CliRunner().invoke(main, words)
