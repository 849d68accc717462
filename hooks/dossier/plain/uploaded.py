"""A folder that a publish wrote, to be uploaded: told by a file that nothing else writes.

The file may be uploaded with the rest. Of each file that was written it holds a digest of the name
alone, so that whoever reads it learns of no share's address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.plain.errors import ConfigError

MARKER = ".dossier-published"
NO_JEKYLL = ".nojekyll"
"""What a host's own builder obeys. Others write it, too."""
_FIRST = "Written by `dossier publish --to`. Keep this file: by it the next one knows its own."
_BEFORE = (NO_JEKYLL, "index.html", "assets/dossier.css")
"""What versions wrote that wrote no marker, all of it."""


def marker_of(names: Iterable[str]) -> bytes:
    """Return the marker of a folder into which files of these names are written."""
    return "\n".join((_FIRST, *sorted(map(_digest, names)), "")).encode()


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def is_published(folder: Path) -> bool:
    """Return whether a publish wrote a folder, of this version or before there was a marker."""
    return bool(_marked(folder)) or all((folder / name).is_file() for name in _BEFORE)


def files_below(folder: Path) -> Iterator[str]:
    """Yield the names of all that is in a folder but for the folders, and for the marker."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            name = path.relative_to(folder).as_posix()
            if name != MARKER:
                yield name


def not_written(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the names in a folder that no publish is known to have written."""
    known = frozenset(_marked(folder))
    return tuple(sorted(name for name in names if _digest(name) not in known))


def has_list(folder: Path) -> bool:
    """Return whether a folder says what was written into it, which versions before did not."""
    return bool(_marked(folder))


def _marked(folder: Path) -> list[str]:
    """Return the lines of a folder's marker, none if it has none of ours."""
    path = folder / MARKER
    if path.is_symlink() or not path.is_file():
        return []
    lines = path.read_text("utf-8", errors="replace").split("\n")
    return lines if lines[0] == _FIRST else []


def refuse_uploaded(place: Path, root: Path | None = None) -> None:
    """Raise ConfigError for a place in a folder that is uploaded: all may read what is there.

    A folder that holds a project, at `root`, is none: it only has such a file.
    """
    path = place.resolve()
    for folder in (path, *path.parents):
        holds_project = root is not None and root.resolve().is_relative_to(folder)
        marked = any((folder / name).exists() for name in (MARKER, NO_JEKYLL))
        if marked and not holds_project:
            message = f"{place} lies in {folder}, which was written to be uploaded"
            raise ConfigError(message, "what is yours alone needs a folder of its own")
