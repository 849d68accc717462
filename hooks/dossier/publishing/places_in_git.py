"""Objects of a repository to where they stand: a file that is staged, a commit, a tag, nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dossier.plain.frozen import frozen
from dossier.plain.git import bytes_of, output_of, succeeds

_MOST_NAMED = 200
"""How many contents are looked for in the commits: one pass for all of them."""
_FIELDS = 5


@frozen
class Held:
    """Where an object stands."""

    commit: str
    """The newest commit that brought it, or the tag; empty if none is known."""
    path: str
    """The name of the file, if it is one."""
    by: str
    """What leads there, a branch, tag or stash; empty if git just has not deleted it yet."""


NOWHERE = Held("", "", "")


def indexed(root: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the files that are staged, relative to a folder, by their contents."""
    named: dict[str, tuple[str, ...]] = {}
    for entry in filter(None, output_of(root, "ls-files", "-z", "--stage", "--", ":/").split("\0")):
        head, _, name = entry.partition("\t")
        blob = head.split()[1]
        named[blob] = (*named.get(blob, ()), name)
    return named


def held_contents(root: Path, blobs: Iterable[str]) -> Mapping[str, tuple[Held, ...]]:
    """Return where contents of files stand in commits, the newest for each name."""
    brought: dict[str, dict[str, str]] = {}
    wanted = [f"--find-object={blob}" for blob in sorted(blobs)[:_MOST_NAMED]]
    for commit, blob, path in _brought(root, wanted) if wanted else ():
        brought.setdefault(blob, {}).setdefault(path, commit)
    commits = {commit for paths in brought.values() for commit in paths.values()}
    leading = {commit: _leading(root, commit) for commit in commits}
    return {
        blob: tuple(Held(commit, path, leading[commit]) for path, commit in paths.items())
        for blob, paths in brought.items()
    }


def held_message(root: Path, kind: str, name: str) -> Held:
    """Return what leads to a commit or to a tag with a message."""
    if kind == "commit":
        return Held(name, "", _leading(root, name))
    form = "--format=%(objectname) %(refname:short)"
    tags = (line.split(" ", 1) for line in output_of(root, "for-each-ref", form).splitlines())
    return Held(name, "", next((tag for each, tag in tags if each == name), ""))


def _brought(root: Path, wanted: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield commits with the contents and names of the files that each brought, newest first."""
    # Whatever is not here is not fetched.
    asked = ("-c", "protocol.allow=never", "log", "--all", "--reflog", "-m", "--no-renames")
    said = bytes_of(root, *asked, "--raw", "--no-abbrev", "--format=%x00%H", *wanted)
    for told in said.decode("utf-8", "surrogateescape").split("\0"):
        commit, _, lines = told.partition("\n")
        for line in lines.splitlines():
            head, _, path = line.partition("\t")
            fields = head.split()
            if len(fields) == _FIELDS and fields[-1] != "D":
                yield commit, fields[3], path


def _leading(root: Path, commit: str) -> str:
    form = "--format=%(refname:short)"
    said = output_of(root, "for-each-ref", "--count=1", form, "--contains", commit).strip()
    return said or ("HEAD" if succeeds(root, "merge-base", "--is-ancestor", commit, "HEAD") else "")
