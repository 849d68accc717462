"""A patch tried from an assistant's seat: what it is told of it is told from what it sees alone.

Two projects that differ in what a seat does not see say the same. What its author's other texts
say against a patch, `dossier check` tells the author: two things of one name, a figure that a
private record has otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache

from dossier.assistants.patch_edits import FormError, Workbench
from dossier.assistants.patch_guards import changes, refusals, unseen
from dossier.assistants.patch_reading import ReadPatch
from dossier.assistants.trial import (
    Ground,
    Trial,
    added,
    edited,
    files_of,
    marks,
    texts_in,
    with_files,
)
from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.load.tree import Tree
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.problems import Place, Problem, Severity, in_order
from dossier.plain.yaml_writing import write_yaml

Cut = Callable[[Library], Library]
"""What an assistant may see of all dossiers to what its seat sees. Raises ConfigError for none."""


def try_from_seat(
    read: ReadPatch, ground: Ground, bytes_of: Callable[[str], bytes | None], cut: Cut
) -> Trial:
    """Return what a patch would come to. Raises ContentError if it cannot be applied at all.

    Raises FormError, whose words are the author's, where files are written so that it cannot be
    told for sure how.
    """
    application, texts, as_of = read.patch.application, texts_in(read), ground.as_of
    told, wrong = _told(ground, ground.tree)
    before = cut(told)
    if faults := _faults(read, ground.content, before.applications[application]):
        return Trial({}, (), faults, ground.tree)
    bench = Workbench(ground.content, before.applications[application], cache(bytes_of), before)
    tree = edited(ground, bench, read)
    told_then, wrong_then = _told(ground, tree)
    refused = [*marks(read)]
    try:
        after = _as_seen(told, before, told_then, cut(told_then))
    except ConfigError:
        refused.append(f"the dossier `{application}` could not be read")
    else:
        wrong, wrong_then = (*wrong, *lint(before, as_of)), (*wrong_then, *lint(after, as_of))
        refused += refusals(before, after, application, texts=texts, as_of=as_of)
    why = tuple(dict.fromkeys(refused))
    trial = Trial(files_of(bench), why, added(wrong, in_order(wrong_then)), tree)
    if not trial.is_refused:
        _refuse_harm(ground, tree, read, before)
    return trial


def _faults(read: ReadPatch, content: str, entry: ApplicationEntry) -> tuple[Problem, ...]:
    """Return what is wrong with what a patch writes, told of files that hold nothing else.

    What a seat does not see has no part in it, and a new file is one of these.
    """
    front = write_yaml({"company": entry.application.company})
    dossier = f"{content}/applications/{entry.id}/index.md"
    bench = Workbench(content, entry, {dossier: f"---\n{front}---\n".encode()}.get)
    for operation, raw in zip(read.patch.operations, read.operations, strict=True):
        # What cannot be put in at all is told where it is tried.
        with suppress(ContentError, ValueError):
            bench.apply(operation, raw)
    tree = with_files(Tree((), frozenset(), ()), bench.changed, content)
    found = assemble(tree, Audience.PRIVATE)[1]
    return tuple(
        replace(problem, where=Place(problem.where.file))
        for problem in found
        if problem.severity is Severity.ERROR
    )


def _told(ground: Ground, tree: Tree) -> tuple[Library, tuple[Problem, ...]]:
    library, found = assemble(tree, Audience.ASSISTANT)
    return ground.dress(library), found


def _as_seen(told: Library, before: Library, told_then: Library, after: Library) -> Library:
    """Return what a seat sees of its patch: no record more than before, but those that it adds.

    A record of another dossier becomes none of this one because an assistant cites it.
    """
    records = {
        name: entry
        for name, entry in told_then.records.items()
        if name in before.records or name not in told.records
    }
    return replace(after, records=records)


def _refuse_harm(ground: Ground, tree: Tree, read: ReadPatch, seen: Library) -> None:
    """Raise FormError for what became of the author's own texts, as no edit is meant to."""
    application = read.patch.application
    before, after = (assemble(each, Audience.PRIVATE)[0] for each in (ground.tree, tree))
    found = [*changes(before, after, application, texts=texts_in(read))]
    if found := found or [*unseen(before, after, application, seen)]:
        raise FormError("; ".join(found))
