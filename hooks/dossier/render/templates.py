"""The Jinja environment of all markup below `overrides/fragments`.

What may hold no blanks is written over several lines all the same: `{# -#}` at the end of a line
keeps its break out of the output. The newline behind a block is kept out by `trim_blocks`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dossier.plain.errors import ConfigError


@cache
def environment(folder: Path) -> Environment:
    """Return the environment whose templates are in `folder`. Undefined names are errors."""
    if not (folder / "fragments").is_dir():
        raise ConfigError(
            f"there is no folder of templates at {folder}/fragments",
            "theme.custom_dir in mkdocs.yml names the folder that holds `fragments/`",
        )
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
