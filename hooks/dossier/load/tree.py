"""A folder to parsed files, told apart by where they stand. Symbolic links are not followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from dossier.load.confirmations import FOLDER, Kept, read_confirmations
from dossier.load.front_matter import split
from dossier.load.late import keep_yaml, known_file
from dossier.load.misnamed_rules import misnamed_rules
from dossier.load.parsed_file import OF_YAML, ParsedFile
from dossier.load.recheck import recheck_kept
from dossier.load.saved_postings import read_side_files
from dossier.load.strays import folders_without_index, read_strays, stray_problems
from dossier.load.verdicts import read_verdicts
from dossier.load.walk import refuse, walk
from dossier.model import verdict
from dossier.model.document import Document, FileKind
from dossier.model.ids import ID_FORM
from dossier.model.lock import LOCK_FILE
from dossier.model.verdict import Verdict
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import KeptFacts
from dossier.plain.kept_readings import KeptReadings
from dossier.plain.problems import Place, Problem, warning
from dossier.plain.text import MAX_BYTES, decode, reordered, too_heavy, too_large, unmerged
from dossier.plain.yaml import construct_placed

GENERATED = (
    *("projects/index.md", "evidence/index.md", "applications/index.md"),
    *("problems.md", "design.md"),
)
"""Pages that are drawn from the data, so that nobody may write them."""
KNOWN_FILES = frozenset({"postings.lock", verdict.FILE})


@frozen
class Tree:
    """All of `content/`."""

    documents: tuple[ParsedFile, ...]
    files: frozenset[str]
    """Files that are not parsed, relative to `content/`."""
    problems: tuple[Problem, ...]
    """What is wrong with the tree itself. Private, like all that is not opened."""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    """What checking sources came to, by record id. Each goes where its record goes."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Saved postings by name. Private."""
    confirmations: Kept = field(default_factory=dict)
    """What persons signed, by file. Each goes where its record goes, and its signer agreed to."""
    strays: tuple[ParsedFile, ...] = ()
    """Dossiers that stand where none is read. Private."""


def read_tree(
    content: Path,
    root: Path,
    kept: KeptReadings | None = None,
    facts: KeptFacts | None = None,
) -> Tree:
    """Read and parse `content`, or take what was kept. Places are told relative to `root`.

    What `facts` tell is not parsed again. Raises ConfigError if there is no such folder.
    """
    if not content.is_dir():
        raise ConfigError(f"there is no folder `{content}`", "it holds what the author writes")
    kept = kept or KeptReadings()
    documents: list[ParsedFile] = []
    files: list[str] = []
    problems: list[Problem] = []

    def skip(folder: Path, error: OSError) -> None:
        problems.append(_unreadable(_relative(folder, root), "folder", error))

    below, start = _relative(content / "_", root)[:-1], len(str(content)) + 1
    for entry in walk(str(content), skip, kept):
        name = entry.path[start:]
        file = f"{below}{name}"
        refused = refuse(entry, name, file)
        if refused:
            problems.append(refused)
            continue
        kind, entry_id = classify(name)
        if kind is FileKind.OTHER:
            files.append(name)
            problems += _unplaced(name, file)
        else:
            documents.append(_read_again(kept, entry.path, (file, kind, entry_id), facts))
    dossiers = [document for document in documents if document.kind is FileKind.APPLICATION]
    named = {name for dossier in dossiers for name in dossier.postings}
    strays = read_strays(content, below, (f for f in files if f not in named), kept, parse)
    problems += stray_problems(strays)
    problems += folders_without_index(content, below, files, (*dossiers, *strays))
    verdicts: Mapping[str, Verdict] = {}
    if verdict.FILE in files:
        path = content / verdict.FILE
        read = partial(read_verdicts, path, _relative(path, root))
        verdicts, wrong = kept.read("verdicts", path, read)
        problems += wrong
    signed, wrong = read_confirmations(content, _relative(content, root), files)
    problems += wrong
    texts, unread = read_side_files(content, named, files, kept)
    evidence = ((d.id, d.source, d.raw) for d in documents if d.kind is FileKind.EVIDENCE)
    verdicts = recheck_kept(evidence, verdicts, root, content)
    found = (tuple(documents), frozenset(files), (*problems, *unread))
    return Tree(*found, verdicts, texts, signed, strays)


@lru_cache(maxsize=8192)
def classify(name: str) -> tuple[FileKind, str]:  # noqa: PLR0911 - one place a line
    """Return the kind and the id of a file by its path below `content/`."""
    parts = name.split("/")
    stem, suffix = os.path.splitext(parts[-1])  # noqa: PTH122 - a name, not a file
    match parts:
        case ["profile.yml"]:
            return FileKind.PROFILE, "profile"
        case [only] if only == LOCK_FILE:
            return FileKind.LOCK, LOCK_FILE
        case ["guardrails.yml"]:
            return FileKind.GUARDRAILS, "guardrails"
        case ["projects", _] if suffix == ".md" and name not in GENERATED:
            return FileKind.PROJECT, stem
        case ["stories", _] if suffix == ".md":
            return FileKind.STORY, stem
        case ["evidence", _] if suffix == ".yml":
            return FileKind.EVIDENCE, stem
        case ["applications", folder, "index.md"]:
            return FileKind.APPLICATION, folder
        case ["applications" | "assets" | "projects" | "evidence" | "stories", *_]:
            return FileKind.OTHER, name
        case _ if suffix == ".md" and name not in GENERATED:
            return FileKind.PAGE, name
    return FileKind.OTHER, name


def parse(
    kind: FileKind,
    entry_id: str,
    file: str,
    content: bytes,
    known: Callable[[Document], ParsedFile | None] = lambda _: None,
) -> ParsedFile:
    """Parse one file: a pure function of its bytes and its place.

    `known` returns what the YAML of a text was parsed to, so that it is not parsed again.
    """
    text = decode(file, content)
    if isinstance(text, Problem):
        return ParsedFile(kind, entry_id, Document(file), None, (text,))
    # A lock is written by the tool, and never read as prose.
    heavy = None if kind is FileKind.LOCK else too_heavy(file, text)
    if unread := reordered(file, text) or unmerged(file, text) or heavy:
        return ParsedFile(kind, entry_id, Document(file), None, (unread,))
    if kind in OF_YAML:
        source, problem = Document(file, text, yaml=text), None
    else:
        source, problem = split(file, text)
    if problem:
        return ParsedFile(kind, entry_id, source, None, (problem,))
    if parsed := known(source):
        return parsed
    raw, problems, places = construct_placed(source.yaml, file, first_line=source.yaml_line)
    source = replace(source, places=places)
    if not problems:
        problems = _form(kind, entry_id, source, raw)
    return ParsedFile(kind, entry_id, source, {} if raw is None else raw, tuple(problems))


def _has_same_yaml(one: Document, other: Document) -> bool:
    at = (one.file, one.yaml_line)
    return at == (other.file, other.yaml_line) and one.yaml == other.yaml


def _form(kind: FileKind, entry_id: str, source: Document, raw: Any) -> list[Problem]:
    where = source.locate()
    if kind not in (FileKind.PAGE, FileKind.LOCK) and not ID_FORM.fullmatch(entry_id):
        named = "folder" if kind is FileKind.APPLICATION else "file"
        message = f"`{entry_id}` is not an id, and ids come from {named} names"
        hint = "rename it to lower-case words joined by hyphens"
        return [Problem("id-form", Place(source.file), message, hint)]
    if raw is None and kind in (FileKind.PROJECT, FileKind.APPLICATION, FileKind.STORY):
        hint = "begin with `---`, keys and values, `---`"
        message = f"this {kind} has no front matter"
        return [Problem("front-matter-missing", Place(source.file), message, hint)]
    if kind is FileKind.GUARDRAILS:
        hint = "begin each with a hyphen: `- {pattern: …, why: …}`"
        wrong = Problem("text-type", where, "a list of forbidden claims is expected", hint)
        return [] if raw is None or isinstance(raw, list) else [wrong]
    if raw is not None and not isinstance(raw, dict):
        return [Problem("text-type", where, "keys and values are expected", "write `key: value`")]
    return []


def _read_again(
    kept: KeptReadings, path: str, place: tuple[str, FileKind, str], facts: KeptFacts | None
) -> ParsedFile:
    known_now = kept.known("document", path)
    if isinstance(known_now, ParsedFile):
        return known_now
    before = kept.before("document", path)
    last = before if isinstance(before, ParsedFile) else None

    def parse_again(content: bytes) -> ParsedFile:
        (file, kind, entry_id), text = place, decode(place[0], content)
        found = known_file(facts, place, text) if facts and isinstance(text, str) else None
        return found or parse(kind, entry_id, file, content, known)

    def known(source: Document) -> ParsedFile | None:
        if last and not last.problems and _has_same_yaml(last.source, source):
            return replace(last, source=replace(source, places=last.source.places))
        return None

    def read() -> ParsedFile:
        found = _read(Path(path), place, parse_again)
        if facts:
            keep_yaml(facts, found)
        is_same = last and (last.source, last.problems) == (found.source, found.problems)
        return last if last and is_same else found  # saved as it was: the same object

    return kept.read("document", path, read)


def _read(
    path: Path,
    place: tuple[str, FileKind, str],
    parse_again: Callable[[bytes], ParsedFile],
) -> ParsedFile:
    file, kind, entry_id = place
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            message, hint = "this is no ordinary file", "put one here that can be opened and read"
            problem = Problem("file-unreadable", Place(file), message, hint)
        elif status.st_size > MAX_BYTES:
            problem = too_large(file, status.st_size)
        else:
            return parse_again(path.read_bytes())
    except OSError as error:
        problem = _unreadable(file, "file", error)
    return ParsedFile(kind, entry_id, Document(file), None, (problem,))


def _unreadable(file: str, thing: str, error: OSError) -> Problem:
    message = f"the {thing} cannot be read: {error.strerror or error}"
    return Problem("file-unreadable", Place(file), message)


@lru_cache(maxsize=8192)
def _unplaced(name: str, file: str) -> tuple[Problem, ...]:
    if misnamed := misnamed_rules(name, file):
        return (misnamed,)
    top, _, below = name.partition("/")
    is_beside = (
        top == "assets" or name.startswith(FOLDER) or (top == "applications" and "/" in below)
    )
    if (is_beside and name not in GENERATED) or name in KNOWN_FILES:
        return ()
    if name in GENERATED:
        message, hint = "this page is drawn from the data", "give yours another name"
    elif name.endswith(".yaml"):
        message, hint = "a file of no known kind", f"rename it to `{Path(name).stem}.yml`"
    elif top == "applications":
        message = "a file of no known kind"
        hint = "a dossier is a folder: applications/<company>/index.md"
    else:
        message, hint = "a file of no known kind", "files that pages show go to content/assets/"
    return (warning("file-unplaced", Place(file), message, hint),)


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
