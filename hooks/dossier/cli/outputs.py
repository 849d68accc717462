"""Files that an author names for a command to write: none that a site hangs on, none of others."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, read_ordinary, replace_file
from dossier.plain.transaction import writing
from dossier.plain.uploaded import refuse_uploaded
from dossier.plain.written_places import refuse_git
from dossier.settings import Configuration

WRITTEN = ".dossier/written.json"
"""Where a site keeps digests of the files that its exports wrote, by their paths."""
_MOST = 10**6
_ELSEWHERE = "write it elsewhere; --output says where"


def refuse_output(output: Path | None, configuration: Configuration) -> None:
    """Raise ConfigError for a file that gets published, that a site is made from, or of others.

    One that is there is written anew if it is as an export wrote it.
    """
    if output is None:
        return
    place, root = output.resolve(), configuration.settings.root.resolve()
    refuse_uploaded(output, root)
    refuse_git(output)
    for folder in configuration.copied:
        if place.is_relative_to(folder.resolve()):
            message = f"{folder.name}/ is what gets published"
            raise ConfigError(message, "write it outside of it; --output says where")
    content = configuration.settings.content.resolve()
    is_source = place.is_relative_to(content) and not place.is_relative_to(content / "assets")
    own = (configuration.file, root / ".dossier", *configuration.named)
    others = {each.resolve() for each in own} - {root, content}
    if is_source or any(map(place.is_relative_to, others)):
        message = f"{output} is what your site is made from"
        raise ConfigError(message, "write it elsewhere, or below content/assets/")
    hidden = place.relative_to(root).parts if place.is_relative_to(root) else ()
    if name := next((part for part in hidden if part.startswith(".")), ""):
        raise ConfigError(f"{output}: {name} is for programs that work on your site", _ELSEWHERE)
    if place.exists() and not _is_own(root, place):
        message = f"{output} is there, and is not as an export of this site left it"
        raise ConfigError(message, "name a new file, or move that one away; nothing is written")


def refuse_others(path: Path, sign: str) -> None:
    """Raise ConfigError for a file that is there and does not say what all that replace it say."""
    refuse_git(path)
    if path.exists() and sign.encode() not in read_ordinary(path, _MOST):
        message = f"{path} is there, and is not what this command writes"
        raise ConfigError(message, "name another place, or move it away; nothing is written")


def remember_output(root: Path, output: Path, content: bytes) -> None:
    """Keep that a file was written by an export, and how. Raises ConfigError, OSError."""
    with writing(root):
        known = {name: mark for name, mark in _known(root).items() if Path(name).exists()}
        known[str(output.resolve())] = _digest(content)
        text = json.dumps({"version": 1, "files": known}, indent=1, sort_keys=True)
        replace_file(root / WRITTEN, f"{text}\n".encode(), mode=OWNER_FILE)


def _is_own(root: Path, place: Path) -> bool:
    mark = _known(root).get(str(place))
    return mark is not None and place.is_file() and mark == _digest(place.read_bytes())


def _known(root: Path) -> dict[str, str]:
    """Return the digests of files by their paths. What cannot be read knows none."""
    try:
        files = json.loads(read_ordinary(root / WRITTEN, _MOST))["files"]
        return {str(name): str(mark) for name, mark in files.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
