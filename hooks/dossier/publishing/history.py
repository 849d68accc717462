"""A branch's past to the private text in it: what was pushed once can be fetched for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dossier.plain.git import answer, answer_bytes
from dossier.plain.problems import Place, Problem, in_order, warning
from dossier.publishing.canaries import Canaries
from dossier.publishing.guards import name_problems, word_problems
from dossier.publishing.manifest import PUBLISHED
from dossier.publishing.private_names import PrivateNames

MOST_FILES = 20_000
"""Versions of files that are searched, the newest first."""
LARGEST = 5_000_000
_AT_ONCE = 200
HINT = "start the branch anew: `dossier publish` pushes one commit without history; then ask the "
HINT += "host to delete what is left, and take it as known"


def history_problems(
    root: Path,
    refs: Iterable[str],
    search: Callable[[Mapping[str, bytes]], Iterable[Problem]],
    progress: Callable[[int, int], None],
) -> Iterator[Problem]:
    """Yield what a search finds in any version of any file of the branches that are here.

    `progress` is told how many versions are done, of how many.
    """
    known = [ref for ref in refs if answer(root, "rev-parse", "--verify", "--quiet", ref)]
    versions = list(_versions(root, known)) if known else []
    branch = known[0] if known else ""
    searched = versions[:MOST_FILES]
    for start in range(0, len(searched), _AT_ONCE):
        part = searched[start : start + _AT_ONCE]
        contents = _contents(root, [blob for blob, _ in part])
        # Folders of their own, because one path may stand there in many versions.
        files = {f"{blob}/{path}": contents[blob] for blob, path in part}
        told = set()
        for problem in search(files):
            path = problem.where.file.removeprefix(f"{PUBLISHED}/").partition("/")[2]
            where = Place(f"{branch}:{path}")
            told.add(replace(problem, code="history-private", where=where, hint=HINT))
        yield from in_order(told)
        progress(start + len(part), len(searched))
    if len(versions) > MOST_FILES:
        message = f"only the newest {MOST_FILES:,} of {len(versions):,} versions were searched"
        yield warning("history-unread", Place(branch), message, "start the branch anew")


def search_for(
    canaries: Canaries, names: PrivateNames
) -> Callable[[Mapping[str, bytes]], Iterator[Problem]]:
    """Return a search for private words and companies in files by path."""

    def search(files: Mapping[str, bytes]) -> Iterator[Problem]:
        yield from word_problems(files, canaries, names.own)
        yield from name_problems(files, names)

    return search


def _contents(root: Path, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """Return what versions hold, by id, asked of one process."""
    said = answer_bytes(root, "cat-file", "--batch", feed="\n".join(blobs).encode())
    contents: dict[str, bytes] = {}
    position = 0
    while position < len(said):
        end = said.index(b"\n", position)
        blob, _, size = said[position:end].split()
        contents[blob.decode()] = said[end + 1 : end + 1 + int(size)]
        position = end + 2 + int(size)
    return contents


def _versions(root: Path, refs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every content that the branches ever held, with its path, the newest first."""
    listed = answer(root, "rev-list", "--objects", *refs).splitlines()
    named = dict(line.partition(" ")[::2] for line in listed if " " in line)
    fed = "\n".join(named).encode()
    checked = answer_bytes(root, "cat-file", "--batch-check", feed=fed).decode().splitlines()
    for line in checked:
        blob, kind, size = [*line.split(), "", ""][:3]
        if kind == "blob" and int(size) <= LARGEST:
            yield blob, named[blob]
