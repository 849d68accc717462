"""What a build wrote, file by file, so that nothing else goes out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem

PUBLISHED = "published"
"""What places in the tree begin with; it stands in a temporary folder."""


@frozen
class Manifest:
    """Who a tree was built for, and the SHA-256 of each of its files."""

    audience: str
    files: Mapping[str, str]


def manifest_of(tree: Path, audience: Audience) -> Manifest:
    """Return the manifest of a tree that has just been built."""
    files = {name: digest(path.read_bytes()) for name, path in walk(tree) if not path.is_symlink()}
    return Manifest(audience.value, files)


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest. It stands beside the tree: inside it would list every share's address."""
    content = {"version": 1, "audience": manifest.audience, "files": dict(manifest.files)}
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_manifest(path: Path) -> Manifest:
    """Read a manifest. Raises ConfigError if there is none that can be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(str(content["audience"]), dict(content["files"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "publish only what `dossier publish` has built"
        raise ConfigError("the tree has no manifest that can be read", hint) from error


def verify(tree: Path, manifest: Manifest) -> Iterator[Problem]:
    """Yield each way in which a tree is not what its manifest says, or not for the public."""
    if manifest.audience != Audience.PUBLIC:
        message = f"the tree was built for the audience `{manifest.audience}`"
        hint = "only a public build is published; look for what changes the audience"
        yield Problem("publish-audience", Place(PUBLISHED), message, hint)
    found = dict(walk(tree))
    for name, path in found.items():
        where = place(name)
        if path.is_symlink():
            hint = "it could show a file of this machine; look for what writes it"
            yield Problem("publish-symlink", where, "a symbolic link is never published", hint)
        elif name not in manifest.files:
            message = "the build did not write this file"
            yield Problem("publish-extra", where, message, "look for what writes into the tree")
        elif digest(path.read_bytes()) != manifest.files[name]:
            message = "the file is not as it was built"
            yield Problem("publish-extra", where, message, "look for what writes into the tree")
    for name in sorted(set(manifest.files) - set(found)):
        message = "a file that was built is gone"
        yield Problem("publish-extra", place(name), message, "run it again")


def walk(tree: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file below a folder, and every link, by path. Links are not followed."""
    for folder, folders, names in os.walk(tree):
        here = Path(folder)
        folders.sort()
        links = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*names, *links]):
            yield (here / name).relative_to(tree).as_posix(), here / name


def read_tree(tree: Path, manifest: Manifest) -> Mapping[str, bytes]:
    """Return the files that a manifest lists. Call `verify` on it first."""
    return {name: (tree / name).read_bytes() for name in sorted(manifest.files)}


def place(name: str) -> Place:
    """Return the place of a file of the published tree."""
    return Place(f"{PUBLISHED}/{name}")


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
