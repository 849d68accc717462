"""The folders of an installed theme, found without importing it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import yaml

MODULES = {"material": "material.templates"}
"""The modules of themes that come with us: to find one, all installed packages are read."""


def theme_folders(name: str | None) -> tuple[Path, ...]:
    """Return the folders whose files a theme may publish, those that it builds on included.

    Raises LookupError if it is not installed.
    """
    folders = []
    while name is not None:
        folders.append(_folder_of(name))
        described = yaml.load((folders[-1] / "mkdocs_theme.yml").read_bytes(), yaml.CSafeLoader)
        name = described.get("extends") if isinstance(described, dict) else None
    return (*folders, _package("mkdocs") / "templates")


def _folder_of(name: str) -> Path:
    top, *rest = (MODULES.get(name) or _registered(name)).split(".")
    folder = _package(top).joinpath(*rest)
    return folder if folder.is_dir() else folder.parent


def _registered(name: str) -> str:
    """Return the module that a theme registers. Raises LookupError if none has its name."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - late: it brings readers of mail

    themes = {theme.name: theme.value for theme in entry_points(group="mkdocs.themes")}
    if name not in themes:
        raise LookupError(f"there is no theme `{name}`, only {', '.join(sorted(themes))}")
    return themes[name]


def _package(name: str) -> Path:
    """Return the folder of a package, or the one that a single module is in."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise LookupError(f"the package `{name}` is not installed")
    return Path(spec.origin).parent
