"""Real builds of temporary projects: this repository's configuration, hooks and theme.

`project(tmp_path, MINIMAL | {…})` writes one. `build(root)` builds it in this process,
`invoke(root)` too, with the command's output, `run(root, "mkdocs", "build")` in one of its own.
"""

import logging
import os
import posixpath
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import DuplicateFilter

from dossier.adapters import mkdocs as adapter
from dossier.adapters.mkdocs_config import read_settings
from dossier.model.audience import Audience
from dossier.settings import Settings
from tests.builders import MINIMAL, REPOSITORY
from tests.patience import PATIENCE

DAY = "1772323200"
"""The 1st of March 2026, as SOURCE_DATE_EPOCH."""
PARTS = ("hooks", "overrides")
"""What a project takes from the repository as it is."""


def project(
    root: Path,
    files: Mapping[str, str | bytes] = MINIMAL,
    *,
    config: Mapping[str, object] | None = None,
) -> Path:
    """Write a project with the repository's hooks, theme and configuration, and return its root.

    `config` changes the configuration's top-level keys; None removes one.
    """
    root.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        (root / part).symlink_to(REPOSITORY / part)
    (root / "mkdocs.yml").write_text(_configuration(config or {}), encoding="utf-8")
    write(root, files)
    return root


_texts: dict[str, str] = {}


def _configuration(changed: Mapping[str, object]) -> str:
    """Return the repository's configuration with some keys changed: thousands ask for the same."""
    key = repr(changed)
    if key not in _texts:
        known = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
        merged = {key: value for key, value in {**known, **changed}.items() if value is not None}
        _texts[key] = yaml.safe_dump(merged, allow_unicode=True, sort_keys=False)
    return _texts[key]


@contextmanager
def installed() -> Iterator[None]:
    """Let the engine find the plugin of this package, which a checkout need not have installed."""
    # Read once, when the engine is imported.
    known = MkDocsConfig.plugins.installed_plugins  # type: ignore[attr-defined]
    before = dict(known)
    known |= _plugins()
    try:
        yield
    finally:
        known.clear()
        known |= before


@cache
def _plugins() -> Mapping[str, EntryPoint]:
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    points = tomllib.loads(text)["project"]["entry-points"]["mkdocs.plugins"]
    return {name: EntryPoint(name, value, "mkdocs.plugins") for name, value in points.items()}


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, just as given."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def build(root: Path, *, command: str = "build", **options: Any) -> Path:  # noqa: ANN401 - MkDocs'
    """Build a project as MkDocs' command does, and return the folder of the site."""
    with configured(root, command=command, **options) as config:
        mkdocs_build(config)
        return Path(config.site_dir)


@contextmanager
def configured(
    root: Path,
    *,
    command: str,
    **options: Any,  # noqa: ANN401 - MkDocs'
) -> Iterator[MkDocsConfig]:
    """Yield a project's configuration between the start and the end of a command."""
    config = load_config(str(root / "mkdocs.yml"), **options)
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    try:
        yield config
    finally:
        config.plugins.on_shutdown()


def invoke(root: Path, *options: str) -> Result:
    """Run `mkdocs build` in this process, with its output and exit code."""
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate, logger.handlers
    logger.handlers = []
    # In one process MkDocs tells nothing twice.
    for told in logging.getLogger("mkdocs.commands.build").filters:
        if isinstance(told, DuplicateFilter):
            told.msgs.clear()
    try:
        return CliRunner().invoke(cli, ["build", "-f", str(root / "mkdocs.yml"), *options])
    finally:
        level, logger.propagate, logger.handlers = before
        logger.setLevel(level)


def run(
    root: Path, *command: str, check: bool = True, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment in a project, with its output as text."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": DAY,
        **variables,
    }
    program, *rest = command
    return subprocess.run(
        [sys.executable, "-m", program, *rest],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=check,
        timeout=PATIENCE,
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class _Links(HTMLParser):
    """Gathers what a page refers to and what can be referred to on it."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: list[str] = []

    def handle_starttag(
        self,
        tag: str,  # noqa: ARG002 - the parent's
        attrs: list[tuple[str, str | None]],
    ) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "poster", "data") and value is not None:
                self.addresses.append(value)
            elif name == "srcset" and value:
                self.addresses += [part.split()[0] for part in value.split(",")]
            elif name == "id" and value:
                self.anchors.append(value)


def read_links(text: str) -> tuple[list[str], list[str]]:
    """Return the addresses in an HTML text, and its anchors."""
    parser = _Links()
    parser.feed(text)
    parser.close()
    return parser.addresses, parser.anchors


def broken_links(site: Path, base: str = "/") -> list[str]:
    """Return each internal link of a built site that leads to no file or to no anchor in it.

    `base` is the path of `site_url`. An anchor that stands twice is told too.
    """
    pages = {
        path.relative_to(site).as_posix(): read_links(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    broken = []
    for page, (addresses, anchors) in pages.items():
        broken += [f"{page}: #{name} twice" for name in set(anchors) if anchors.count(name) > 1]
        for address in dict.fromkeys(addresses):
            target = _inside(address, page, base)
            if target is None:
                continue
            file, fragment = target
            if not (site / file).is_file():
                broken.append(f"{page}: {address} is not there")
            elif fragment and file in pages and fragment not in pages[file][1]:
                broken.append(f"{page}: {address} has no such anchor")
    return broken


def _inside(address: str, page: str, base: str) -> tuple[str, str] | None:
    """Return the file and the anchor that an address leads to, None if it leaves the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        # From another root the page would not find its way.
        file = path.removeprefix(base) if path.startswith(base) else path
    else:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if file in ("", ".") or path.endswith("/"):
        file = posixpath.join(file, "index.html").removeprefix("./")
    return file, unquote(parts.fragment)


def look_as(monkeypatch: pytest.MonkeyPatch, audience: Audience) -> None:
    """Let every build of this process be for an audience, whatever the engine's command."""
    monkeypatch.setattr(adapter, "_settings", lambda config: _settings(config).seen_by(audience))


def _settings(config: MkDocsConfig) -> Settings:
    asked = adapter._run.asked
    return asked.project.settings if asked else read_settings(config)
