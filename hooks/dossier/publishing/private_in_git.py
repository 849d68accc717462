"""A repository to the private builds in it: as git has them, whatever lies in the folder now."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.plain.frozen import frozen
from dossier.plain.git import output_of
from dossier.plain.git_objects import contents_of, small_blobs
from dossier.plain.problems import Place, Problem
from dossier.plain.written_places import PRIVATE_MARKER
from dossier.publishing.guards import is_private_page
from dossier.publishing.places_in_git import indexed

_LARGEST = 5_000_000
_AT_ONCE = 200
_PAGES = (".html", ".htm")
_STAYS = "it stays in the history: never make that public"


@frozen
class _Tracked:
    """A file that git has."""

    name: str
    """Relative to the project."""
    blob: str
    is_staged: bool
    """Whether the next commit has it; else the last one."""


def private_problems(root: Path) -> Iterator[Problem]:
    """Yield each folder with a page, or the mark, of a private build that git tracks."""
    tracked = _tracked(root)
    pages = [each for each in tracked if each.name.lower().endswith(_PAGES)]
    private = _private_among(root, dict.fromkeys(each.blob for each in pages))
    held = {page for page in pages if page.blob in private}
    held |= {each for each in tracked if posixpath.basename(each.name) == PRIVATE_MARKER}
    told: set[str] = set()
    for each in sorted(held, key=lambda each: (not each.is_staged, each.name)):
        folder = posixpath.dirname(each.name)
        if told.isdisjoint((folder, *map(str, Path(folder).parents))):
            told.add(folder or each.name)
            yield _problem(each, folder or each.name)


def _problem(each: _Tracked, what: str) -> Problem:
    if each.is_staged:
        message = "git tracks a page, or the mark, of a private build"
        hint = f"`git rm -r --cached {what}`; {_STAYS}"
    else:
        message = "the last commit holds a page, or the mark, of a private build"
        hint = f"commit what you changed; {_STAYS}"
    return Problem("private-tracked", Place(each.name), message, hint)


def _tracked(root: Path) -> frozenset[_Tracked]:
    """Return the files in the index, and those of the last commit that are not as there."""
    staged = {(name, blob) for blob, names in indexed(root).items() for name in names}
    last = set(_committed(root)) - staged
    files = ((staged, True), (last, False))
    return frozenset(_Tracked(*each, is_there) for found, is_there in files for each in found)


def _committed(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name, relative to a folder, and the content's id of each file of HEAD."""
    here = output_of(root, "rev-parse", "--show-prefix").strip("\n") or "."
    listed = output_of(root, "ls-tree", "-r", "-z", "--full-tree", "HEAD")
    for entry in filter(None, listed.split("\0")):
        head, _, name = entry.partition("\t")
        yield posixpath.relpath(name, here), head.split()[2]


def _private_among(root: Path, blobs: Iterable[str]) -> frozenset[str]:
    """Return the contents that are pages of a private build."""
    small = list(small_blobs(root, blobs, _LARGEST))
    parts = (small[start : start + _AT_ONCE] for start in range(0, len(small), _AT_ONCE))
    contents = (contents_of(root, part).items() for part in parts)
    return frozenset(
        blob for part in contents for blob, content in part if is_private_page(content)
    )
