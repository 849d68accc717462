"""A folder that a host serves as it is, told by the file that a publish writes into it."""

from __future__ import annotations

from pathlib import Path

from dossier.plain.errors import ConfigError

MARKER = ".nojekyll"
"""What each published tree has, and hardly anything else."""


def refuse_uploaded(place: Path, root: Path | None = None) -> None:
    """Raise ConfigError for a place in a folder that is uploaded: all may read what is there.

    A folder that holds a project, at `root`, is none: it only has such a file.
    """
    path = place.resolve()
    for folder in (path, *path.parents):
        holds_project = root is not None and root.resolve().is_relative_to(folder)
        if not holds_project and (folder / MARKER).exists():
            message = f"{place} lies in {folder}, which was written to be uploaded"
            raise ConfigError(message, "what is yours alone needs a folder of its own")
