"""Dossiers that are none of the author's library: what they name is guarded all the same.

They stand where none is read, are called otherwise, or are wrong. Of whichever nobody can tell
what it names, nothing is published.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dossier.load.assemble import assemble
from dossier.load.parsed_file import ParsedFile
from dossier.load.strays import FOLDER, stray_pages
from dossier.load.tree import Tree
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.problems import Place, Problem, Severity


def with_unread(tree: Tree, private: Library) -> Library:
    """Return the author's library with the dossiers that are not in it, as far as they are told."""
    known = private.applications
    folders = {_folder(entry) for entry in known.values()}
    unread = (each for each in _dossiers(tree) if each.id not in known)
    found = [entry for entry in (_entry(each, folders) for each in unread) if entry]
    if not found:
        return private
    openly = (each for each in known.values() if each.audience is Audience.PUBLIC)
    opened = {name for each in openly for name in each.names}
    entries = (_opened(each) if opened & {*each.names} else each for each in found)
    applications = {**known, **{entry.id: entry for entry in entries}}
    # As a page, what its recipients may read would be private, too.
    pages = {id_: page for id_, page in private.pages.items() if id_ not in applications}
    return replace(private, applications=applications, pages=pages)


def unread_pages(tree: Tree) -> Iterator[Problem]:
    """Yield why files beside dossiers cannot be read, whoever may see them, or are passed over.

    A file of forbidden claims that is called otherwise forbids nothing.
    """
    spared = (FileKind.APPLICATION, FileKind.LOCK, FileKind.STORY)
    read = (each for each in tree.documents if each.kind not in spared)
    found = [problem for each in read for problem in each.problems]
    found += (problem for problem in tree.problems if not _is_dossier_s(problem))
    yield from (problem for problem in found if problem.severity is Severity.ERROR)


def unguarded(tree: Tree, guarded: Library, wrong: Iterable[Problem]) -> Iterator[Problem]:
    """Yield why dossiers cannot be read, of which nobody can tell what they name.

    `guarded` has all others, `wrong` is what was wrong while the author's library was read.
    """
    told = [problem for problem in wrong if problem.severity is Severity.ERROR]
    read = {each.source.file for each in tree.documents if each.kind is FileKind.APPLICATION}
    nameless = read.intersection(_without_aliases(guarded))
    for document in _dossiers(tree):
        file = document.source.file
        is_known = document.id in guarded.applications and file not in nameless
        # A dossier is told by its name alone if nothing but that is wrong.
        if not (is_known and {p.code for p in document.problems} <= {"id-form"}):
            own = [problem for problem in told if problem.where.file == file]
            yield from own or document.problems or (_nameless(file),)
    yield from (p for p in tree.problems if _is_dossier_s(p) and p in told)


def _is_dossier_s(problem: Problem) -> bool:
    return f"/{FOLDER}" in f"{problem.where.file}/"


def _dossiers(tree: Tree) -> Iterator[ParsedFile]:
    yield from tree.strays
    yield from stray_pages(tree.documents)
    yield from (each for each in tree.documents if each.kind is FileKind.APPLICATION)


def _opened(entry: ApplicationEntry) -> ApplicationEntry:
    """Return a dossier as an open one: it is a copy of such, whose company all may know."""
    opened = entry.application.model_copy(update={"audience": Audience.PUBLIC})
    return replace(entry, application=opened)


def _entry(document: ParsedFile, folders: Container[str]) -> ApplicationEntry | None:
    """Return a dossier as its author would see it, or as little of it as tells what it names.

    In one of the `folders` it is a copy of the dossier there, whose sentences have moved since.
    """
    if not isinstance(document.raw, Mapping):
        return None
    names = {key: document.raw[key] for key in ("company", "aliases") if key in document.raw}
    alone = replace(document.source, body="")
    if _folder(document) in folders:
        return _read(replace(document, source=alone), names)
    return _read(document, document.raw) or _read(document, names)


def _folder(document: ParsedFile | ApplicationEntry) -> str:
    return document.source.file.rpartition("/")[0]


def _read(document: ParsedFile, raw: Mapping[str, Any]) -> ApplicationEntry | None:
    alone = replace(document, raw=raw, problems=())
    library, _ = assemble(Tree((alone,), frozenset(), ()), Audience.PRIVATE)
    return None if [*_without_aliases(library)] else library.applications.get(document.id)


def _without_aliases(library: Library) -> Iterator[str]:
    """Yield the files of dossiers whose other names are not as they must be, and are left out."""
    yield from (file for file, path in library.left_out if path[:1] == ("aliases",))


def _nameless(file: str) -> Problem:
    message = "a dossier stands here of which nobody can tell how its company is called"
    hint = "write `company: …`, `aliases: […]` if it has other names, or remove it"
    return Problem("file-unplaced", Place(file), message, hint)
