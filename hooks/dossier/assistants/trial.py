"""A patch tried: what it would write, and why it may not, before anything is written."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from dossier.assistants.patch_edits import FormError, Workbench
from dossier.assistants.patch_guards import refusals
from dossier.assistants.patch_reading import ReadPatch
from dossier.lint import lint
from dossier.lint.silence import marks_of
from dossier.load.assemble import assemble
from dossier.load.parsed_file import ParsedFile
from dossier.load.tree import Tree, classify, parse
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.patch import AnswerChange, SectionChange
from dossier.plain.errors import ContentError
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem, Severity, did_you_mean, in_order

CLAIMING = frozenset(
    {
        *("caveat-missing", "figure-doubled", "figure-drift", "figure-unbacked", "guardrail"),
        *("part-drift", "quote-missing", "reach-unbacked", "status-drift", "strength-capped"),
        *("asset-remote", "comment-hidden", "comment-open", "html-active", "link-unsafe"),
    }
)
"""Codes of warnings that a patch may not add either: they are about what is claimed, or hidden."""
_PLACE = pattern(r":\d+(?::\d+)?|\bline \d+")


@frozen
class Trial:
    """What a patch comes to."""

    files: Mapping[str, tuple[bytes | None, bytes]]
    """The files that it changes, by name: as they are, and as they would be."""
    refused: tuple[str, ...]
    """What it may not do."""
    added: tuple[Problem, ...]
    """What would be wrong that is not now."""
    tree: Tree
    """All of `content/` as it would be."""

    @property
    def is_refused(self) -> bool:
        """Whether it may not be written."""
        return bool(self.refused or any(map(is_grave, self.added)))

    @property
    def diff(self) -> str:
        """The change, line by line, as `diff -u` prints it."""
        return "".join(
            line
            for name, (old, new) in sorted(self.files.items())
            for line in difflib.unified_diff(_lines(old or b""), _lines(new), name, name)
        )


def is_grave(problem: Problem) -> bool:
    """Return whether a patch may not add a problem."""
    return problem.severity is Severity.ERROR or problem.code in CLAIMING


def _lines(content: bytes) -> list[str]:
    return [f"{line}\n" for line in content.decode(errors="replace").splitlines()]


@frozen
class Ground:
    """What a patch is tried on: content that was read once."""

    tree: Tree
    content: str
    """The name of its folder."""
    as_of: date
    dress: Callable[[Library], Library]
    """Adds to a library what stands in no file."""

    def library(self, tree: Tree) -> tuple[Library, tuple[Problem, ...]]:
        """Return all that a tree holds, and all that is wrong with it, silenced or not."""
        read, found = assemble(tree, Audience.PRIVATE)
        library = self.dress(read)
        return library, in_order((*found, *lint(library, self.as_of)))

    def read(self, file: str) -> ParsedFile | None:
        """Return a file by its name below the root."""
        return next((d for d in self.tree.documents if d.source.file == file), None)


def try_patch(read: ReadPatch, ground: Ground, bytes_of: Callable[[str], bytes | None]) -> Trial:
    """Return what a patch would come to, told to the author of all that it is tried on.

    `bytes_of` reads a file. Raises ContentError if it cannot be applied at all.
    """
    # What is saved while this is tried is no part of it, and must not be taken for what was read.
    bytes_of = cache(bytes_of)
    application = read.patch.application
    before, wrong = ground.library(ground.tree)
    entry = before.applications.get(application)
    if entry is None:
        hint = did_you_mean(application, before.applications)
        message = f"there is no application `{application}` that can be read"
        raise ContentError(f"{message}\n  hint: {hint}" if hint else message)
    bench = Workbench(ground.content, entry, bytes_of)
    tree = edited(ground, bench, read)
    after, wrong_then = ground.library(tree)
    refused = [
        *marks(read),
        *refusals(before, after, application, texts=texts_in(read), as_of=ground.as_of),
    ]
    return Trial(files_of(bench), tuple(dict.fromkeys(refused)), added(wrong, wrong_then), tree)


def edited(ground: Ground, bench: Workbench, read: ReadPatch) -> Tree:
    """Make the changes of a patch on a bench, and return all of `content/` as it would be."""
    for number, operation in enumerate(read.patch.operations):
        try:
            bench.apply(operation, read.operations[number])
        except FormError:
            raise
        except (ContentError, ValueError) as error:
            message = f"operations[{number}]: {error}"
            raise ContentError(message) from None
    return with_files(ground.tree, bench.changed, ground.content)


def files_of(bench: Workbench) -> Mapping[str, tuple[bytes | None, bytes]]:
    """Return the files that a bench has changed, as they are and as they would be."""
    files = {name: (bench.read(name), new) for name, new in bench.changed.items()}
    return {name: pair for name, pair in files.items() if pair[0] != pair[1]}


def texts_in(read: ReadPatch) -> int:
    """Return how many texts a patch is to change."""
    return sum(isinstance(o, SectionChange | AnswerChange) for o in read.patch.operations)


def with_files(tree: Tree, changed: Mapping[str, bytes], content: str) -> Tree:
    """Return a tree in which some files are others, as if it had been read from disk."""
    known = {document.source.file: document for document in tree.documents}
    for file, raw in changed.items():
        kind, entry_id = classify(file.removeprefix(f"{content}/"))
        known[file] = parse(kind, entry_id, file, raw)
    return replace(tree, documents=tuple(known[file] for file in sorted(known)))


def marks(read: ReadPatch) -> Iterator[str]:
    """Refuse words that would silence a problem."""
    for number, raw in enumerate(read.operations):
        if any(marks_of(text) and any(marks_of(text).values()) for text in _texts(raw)):
            yield f"operations[{number}] silences a problem, which is its author's to do"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else ():
        yield from _texts(part)
    for part in value if isinstance(value, list) else ():
        yield from _texts(part)


def added(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems that are new, wherever their lines stand now."""
    known = Counter(map(_without_place, before))
    new = []
    for problem in after:
        known[_without_place(problem)] -= 1
        new += [problem] if known[_without_place(problem)] < 0 else []
    return tuple(new)


def _without_place(problem: Problem) -> tuple[str, str, str, str]:
    message = _PLACE.sub("", problem.message)
    return problem.code, problem.severity.value, problem.where.file, message
