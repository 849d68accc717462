"""Where the files of sources are: in the project, or in clones that the author names."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from dossier.model.source import Source, package_name, why_not_followed
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.frozen import frozen
from dossier.plain.git import bytes_of, output_of, succeeds
from dossier.verify.artifacts import UnfetchedError, UnfoundError

MAX_ARTIFACT = 50_000_000
"""The largest artifact that is read, in bytes."""
_SHA1 = 40
"""Hex digits of a SHA-1."""
_OFFLINE = ("-c", "protocol.allow=never")
"""Keeps git from fetching what a partial clone lacks."""


@frozen
class Checkouts:
    """The project's root, and clones by the package or address that they are of."""

    root: Path
    clones: tuple[tuple[str, Path], ...] = ()
    content: Path = Path("content")
    """The folder of the author's files, among them attestations and what they are of."""
    trust: bytes | None = None
    """Another root of trust than the one that the library of attestations ships."""

    def folder(self, source: Source) -> Path | None:
        """Return where a source's files are, None if nobody said."""
        for name, folder in self.clones:
            packages = (source.package, source.package and package_name(source.package)[1])
            if name in packages or any(_is_below(at, name) for at in _homes(source)):
                return folder
        return None if source.package or any(_homes(source)) else self.root


def _homes(source: Source) -> tuple[str, ...]:
    """Return the addresses below which the files of a source may be."""
    return tuple(address for address in (source.repo, source.url) if address)


def _is_below(url: str, name: str) -> bool:
    name = name.rstrip("/").removesuffix(".git")
    return "://" in name and (url.rstrip("/").removesuffix(".git") + "/").startswith(name + "/")


def find_commit(folder: Path, commit: str) -> str:
    """Return the full id of a commit, empty if a shallow clone may just not have it.

    Raises UnfoundError if it is not there, or is called by a name; ConfigError if the folder is in
    no repository.
    """
    if not succeeds(folder, "rev-parse", "--git-dir"):
        hint = "name a clone: --clone PACKAGE=DIR"
        raise ConfigError(f"git finds no repository in {folder}", hint)
    found = output_of(
        folder,
        *_OFFLINE,
        *("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"),
    ).strip()
    if not found and output_of(folder, "rev-parse", "--is-shallow-repository").strip() != "true":
        message = f"the clone has no commit {commit}"
        raise UnfoundError(message)
    if found and not found.startswith(commit.casefold()):
        message = f"{commit} is a name, which may lead elsewhere tomorrow: write {found[:12]}"
        raise UnfoundError(message)
    return found


def is_led_to(folder: Path, commit: str) -> bool:
    """Return whether a branch or tag of a clone leads to a commit: others get no other ones.

    Of a shallow clone nobody can tell, and it is believed.
    """
    if output_of(folder, "rev-parse", "--is-shallow-repository").strip() == "true":
        return True
    known = ("refs/heads", "refs/remotes", "refs/tags")
    asked = ("for-each-ref", "--count=1", "--contains", commit, *known)
    return bool(output_of(folder, *_OFFLINE, *asked).strip())


def read_artifact(folder: Path, file: str, commit: str, *, is_read: bool) -> bytes:
    """Return a file's bytes, at a commit if one is named; none of them unless it `is_read`.

    Raises UnfoundError if it is not there, UnfetchedError if a partial clone may just not have it.
    """
    if why := why_not_followed(file):
        raise UnfoundError(why)
    path = PurePosixPath(file)
    if commit:
        return _at_commit(folder, path, commit, is_read=is_read)
    return _on_disk(folder, path, is_read=is_read)


def _on_disk(folder: Path, path: PurePosixPath, *, is_read: bool) -> bytes:
    place = (folder / path).resolve()
    if not place.is_relative_to(folder.resolve()):
        message = f"{path} leads out of its folder"
        raise UnfoundError(message)
    if place != folder.resolve() and why_not_followed(str(place.relative_to(folder.resolve()))):
        message = f"{path} leads to a file or folder that is hidden"
        raise UnfoundError(message)
    try:
        if is_read:
            return read_ordinary(place, MAX_ARTIFACT)
        place.stat()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise UnfoundError(message) from None
    return b""


def _at_commit(folder: Path, path: PurePosixPath, commit: str, *, is_read: bool) -> bytes:
    name = f"{commit}:./{path}"
    size = output_of(folder, *_OFFLINE, "cat-file", "-s", name).strip()
    if not size:
        if output_of(folder, "config", "--get-regexp", r"^remote\..*\.promisor$").strip():
            message = f"the clone is partial and does not have {path} at its commit"
            raise UnfetchedError(message)
        message = f"{path} is not there at commit {commit[:12]}"
        raise UnfoundError(message)
    if not is_read:
        return b""
    if int(size) > MAX_ARTIFACT:
        message = f"{path} has {int(size):,} bytes, more than the {MAX_ARTIFACT:,} that are read"
        raise UnfoundError(message)
    content = bytes_of(folder, *_OFFLINE, "cat-file", "blob", name)
    named = output_of(folder, *_OFFLINE, "rev-parse", "--verify", "--end-of-options", name).strip()
    if _object_id(content, len(named)) != named:
        message = f"{path} is damaged in the clone: `git fsck` says more"
        raise UnfoundError(message)
    return content


def _object_id(content: bytes, digits: int) -> str:
    """Return git's name of a file's bytes: git does not look whether they are what it names."""
    digest = hashlib.sha1 if digits == _SHA1 else hashlib.sha256
    return digest(b"blob %d\0" % len(content) + content).hexdigest()


def blob_id(folder: Path, file: str, commit: str) -> str:
    """Return git's name of a file at a commit, a SHA-1; empty for a folder or another hash."""
    name = f"{commit}:./{PurePosixPath(file)}"
    if output_of(folder, *_OFFLINE, "cat-file", "-t", name).strip() != "blob":
        return ""
    found = output_of(folder, *_OFFLINE, "rev-parse", "--verify", "--end-of-options", name).strip()
    return found if len(found) == _SHA1 else ""
