"""The engines that are compared: which tree each builds, with which command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from tests.bench.processes import Usage, clear, run

PACKAGES = next((Path(sys.prefix) / "bench").glob("lib/python*/site-packages"), Path())
"""Where `make bench` puts the engines that are not ours, if it could."""
PROGRAMS = Path(sys.prefix) / "bench/bin"
PORTS = {"hugo": 18713, "zensical": 18714}


@dataclass(frozen=True, slots=True)
class Tool:
    """An engine with the tree that it builds."""

    name: str
    title: str
    packages: tuple[str, ...]
    """What has to be installed, beside Python."""
    tree: str
    """The folder beside the others that `trees.py` writes."""
    page: str
    """The page of the first dossier in that tree."""
    command: Callable[[Path, str], list[str]]
    """The command that builds a folder for an audience."""
    serve: Callable[[Path], list[str]] | None = None
    """The command of its server; None if the build is run again, or it runs in our process."""
    here: bool = False
    """Whether an edit is measured in one process with what is served, without polling."""
    site: str = ""
    """The folder that it writes; one beside its tree if not said."""
    kept: tuple[str, ...] = ()
    """The folders in which it keeps what it knows between builds."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages that are not installed."""
        return tuple(name for name in self.packages if not version_of(name))

    def out(self, folder: Path) -> Path:
        """Return the folder that it writes."""
        return folder / (self.site or f"{self.name}-out")

    def cold(self, folder: Path, audience: str) -> Usage:
        """Build with nothing known, and return what it took."""
        clear(self.out(folder), *(folder / name for name in self.kept))
        return self.again(folder, audience)

    def again(self, folder: Path, audience: str) -> Usage:
        """Build over what is there, and return what it took."""
        out = self.out(folder)
        return run(self.command(out, audience), folder / self.tree, out)


def version_of(package: str) -> str:
    """Return the version of a package that is measured, empty if it is not installed."""
    paths = [str(PACKAGES)] if PACKAGES.parts else []
    for path in ([*paths], sys.path):
        for found in distributions(name=package, path=path):
            return found.version
    return ""


def _ours(out: Path, audience: str) -> list[str]:
    if audience == "private":
        return [sys.executable, "-m", "dossier", "build", "--private", str(out)]
    return _mkdocs(out, audience)


def _mkdocs(out: Path, _: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)]


def _hugo(out: Path, *_: str) -> list[str]:
    # What is installed as `hugo` is Python, which only starts the program.
    return [str(PACKAGES / "hugo/binaries/hugo"), "--destination", str(out)]


def _hugo_server(out: Path) -> list[str]:
    program, *where = _hugo(out)
    return [program, "server", *where, "--port", str(PORTS["hugo"]), "--disableLiveReload"]


def _zensical(*_: object) -> list[str]:
    return [str(PROGRAMS / "zensical"), "build"]


def _zensical_server(_: Path) -> list[str]:
    return [str(PROGRAMS / "zensical"), "serve", "-a", f"127.0.0.1:{PORTS['zensical']}"]


def _sphinx(out: Path, *_: str) -> list[str]:
    known = out.with_name("sphinx-known")
    return [str(PROGRAMS / "sphinx-build"), "-q", "-d", str(known), ".", str(out)]


_DOSSIER = "applications/company-0000/index.md"
_DOCS = f"docs/{_DOSSIER}"
_THEME = ("mkdocs", "mkdocs-material")
OURS = Tool(
    "ours", "this project", _THEME, "ours", f"content/{_DOSSIER}", _ours, here=True,
    kept=("ours/.cache",),
)  # fmt: skip
PLAIN = Tool("mkdocs", "MkDocs, records linked", _THEME, "linked", _DOCS, _mkdocs, here=True)
REPEATED = Tool(
    "mkdocs-repeated", "MkDocs, records written out", _THEME, "repeated", _DOCS, _mkdocs, here=True
)
HUGO = Tool(
    "hugo", "Hugo", ("hugo",), "hugo", "content/applications/company-0000/_index.md", _hugo,
    _hugo_server, kept=("hugo/resources",),
)  # fmt: skip
ZENSICAL = Tool(
    "zensical", "Zensical", ("zensical",), "zensical", _DOCS, _zensical, _zensical_server,
    site="zensical/site", kept=("zensical/.cache",),
)  # fmt: skip
NEEDS = Tool(
    "sphinx-needs", "sphinx-needs", ("Sphinx", "myst-parser", "sphinx-needs"), "needs", _DOSSIER,
    _sphinx, kept=("sphinx-known",),
)  # fmt: skip
TOOLS = (OURS, PLAIN, REPEATED, ZENSICAL, HUGO, NEEDS)
