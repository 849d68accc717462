"""Dossiers that stand where none is read: in a folder below another, or under another name.

Nothing is drawn of them. What they say of a company is as private as it was.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from dossier.load.parsed_file import ParsedFile
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.plain.kept_readings import KeptReadings
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, Severity, warning
from dossier.plain.text import MAX_BYTES, too_large

FOLDER = "applications/"
_OF_DATA = (".yml", ".yaml", ".json")
"""Files that may begin with `---` and have no front matter."""
_ELSEWHERE_TOO = {"company", "title", "audience"}
"""Fields that notes of another kind have as well."""
_OF_DOSSIERS = Application.model_fields.keys() - _ELSEWHERE_TOO
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
"""What may stand before front matter and is not seen."""
_FOLDERS = {FileKind.PROJECT: "projects", FileKind.STORY: "stories"}
_LOOKED_AT = 64
_COMPANY = pattern(r"^company[ \t]*:", re.MULTILINE)

Parse = Callable[[FileKind, str, str, bytes], ParsedFile]
"""A function of the kind, the id, the file's name for problems, and its content."""


def is_like_dossier(name: str, raw: Any) -> bool:
    """Return whether a file is a dossier: it names a company, and what dossiers alone have."""
    if not isinstance(raw, dict) or "company" not in raw:
        return False
    is_called_so = name.rpartition("/")[2].casefold() == "index.md"
    return is_called_so or bool(_OF_DOSSIERS & raw.keys())


def read_strays(
    content: Path, below: str, files: Iterable[str], kept: KeptReadings, parse: Parse
) -> tuple[ParsedFile, ...]:
    """Return the dossiers among files that are no dossier's `index.md`.

    One with problems may be a dossier, and cannot be read. `below` is told before each name.
    """
    folder, found = str(content), []
    for name in (*filter(_may_be_one, files), *_hidden(f"{folder}/{FOLDER}")):
        path = f"{folder}/{name}"
        found.append(kept.read("stray", path, partial(_read, path, below, name, parse)))
    return tuple(filter(None, found))


def stray_problems(strays: Iterable[ParsedFile]) -> Iterator[Problem]:
    """Yield what is wrong with dossiers that stand where none is read."""
    for stray in strays:
        yield from stray.problems
        message = "a dossier stands here, where none is read: its rows and events count nowhere"
        hint = (
            "move its folder to content/applications/, and call the file `index.md`; `status: "
            "closed` closes a dossier where it is. What it names stays private meanwhile"
        )
        yield warning("file-unplaced", Place(stray.source.file), message, hint)


def stray_pages(documents: Iterable[ParsedFile]) -> Iterator[ParsedFile]:
    """Yield the pages, projects and stories that are dossiers, in a folder beside the others."""
    kinds = (FileKind.PAGE, *_FOLDERS)
    for document in documents:
        is_page = document.kind in kinds and document.stated is not Audience.PUBLIC
        # Most pages are told without a look at their values.
        is_named = is_page and "company" in document.source.yaml
        if is_named and is_like_dossier(document.id, document.raw):
            yield _as_dossier(document)


def folders_without_index(
    content: Path, below: str, files: Iterable[str], known: Iterable[ParsedFile]
) -> Iterator[Problem]:
    """Find folders of applications that have files and no dossier. `below` is told before each."""
    begun = {
        document.source.file.removeprefix(f"{below}{FOLDER}").split("/")[0] for document in known
    }
    folders: dict[str, list[str]] = {}
    for name in files:
        folder, _, rest = name.removeprefix(FOLDER).partition("/")
        if name.startswith(FOLDER) and rest and folder not in begun:
            folders.setdefault(folder, []).append(name)
    for folder, names in folders.items():
        if (content / FOLDER / folder / "index.md").exists():
            continue
        texts = [name for name in names if name.endswith(".md")]
        begin = f"`dossier new application {folder}` begins one"
        hint = f"rename it to `index.md` if it is one; {begin}" if len(texts) == 1 else begin
        message = f"the folder `applications/{folder}` has no `index.md`, so it is no dossier"
        yield warning("file-unplaced", Place(f"{below}{(texts or names)[0]}"), message, hint)


def _hidden(applications: str) -> Iterator[str]:
    """Yield what may be dossiers in folders that are not looked into: hidden ones and copies."""
    try:
        with os.scandir(applications) as entries:
            folders = [each.name for each in entries if each.is_dir(follow_symlinks=False)]
    except OSError:
        return
    for folder in sorted(folders):
        if folder.startswith(".") or folder.endswith("~"):
            yield f"{FOLDER}{folder}/index.md"


def _may_be_one(name: str) -> bool:
    lower = name.lower()
    return ".md" in lower or (name.startswith(FOLDER) and not lower.endswith(_OF_DATA))


def _read(path: str, below: str, name: str, parse: Parse) -> ParsedFile | None:
    file = f"{below}{name}"
    try:
        size, content = _content(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        if not _is_index(name):
            return None
        message = f"the file cannot be read: {error.strerror or error}"
        return _unread(name, Problem("file-unreadable", Place(file), message))
    if not content:
        return None
    if size > MAX_BYTES:
        document = _unread(name, too_large(file, size))
    else:
        document = parse(FileKind.PAGE, name, file, content)
    if document.problems:
        # Without the zeros of UTF-16.
        is_one = bool(_COMPANY.search(content.replace(b"\0", b"").decode("utf-8", "replace")))
    else:
        is_one = is_like_dossier(name, document.raw)
    return _as_dossier(document) if is_one else None


def _content(path: str) -> tuple[int, bytes]:
    """Return the size of a file and what is read of it, nothing if no front matter begins it.

    Raises OSError.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - it is open already
        begin = file.read(_LOOKED_AT) or b""
        # Most are saved postings, which have none.
        if not begin.replace(b"\0", b"").lstrip(_MARKS).startswith(b"---"):
            return 0, b""
        return os.fstat(descriptor).st_size, begin + file.read(MAX_BYTES)


def _unread(name: str, problem: Problem) -> ParsedFile:
    file = problem.where.file
    return _as_dossier(ParsedFile(FileKind.PAGE, name, Document(file), None, (problem,)))


def _is_index(name: str) -> bool:
    return name.rpartition("/")[2].casefold() == "index.md"


def _as_dossier(document: ParsedFile) -> ParsedFile:
    """Return a file as a dossier's, with an id that no dossier has which is read."""
    name = document.id
    if name.startswith(FOLDER):
        name = name.removeprefix(FOLDER).removesuffix("/index.md")
    elif folder := _FOLDERS.get(document.kind):
        name = f"{folder}/{name}.md"
    wrong = tuple(p for p in document.problems if p.severity is Severity.ERROR)
    return replace(document, kind=FileKind.APPLICATION, id=name, problems=wrong)
