"""A branch's past to the private text in it: what was pushed once can be fetched for ever."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dossier.plain.git import output_of
from dossier.plain.git_objects import contents_of, small_blobs
from dossier.plain.problems import Place, Problem, warning
from dossier.publishing.canaries import Canaries
from dossier.publishing.guards import key_problems, name_problems, word_problems
from dossier.publishing.manifest import PUBLISHED
from dossier.publishing.private_names import PrivateNames

MOST_FILES = 20_000
"""Versions of files that are searched, the newest first."""
LARGEST = 5_000_000
_AT_ONCE = 200
_ANEW = "`dossier publish` puts one commit without history in its place; then ask the host to "
_ANEW += "delete what is left, and take it as known"
PAST = f"start the branch anew: {_ANEW}"
NOW = f"it is on the site now: see what `dossier check --publish` says, then {_ANEW}"
_MOST_NAMED = 3


def history_problems(
    root: Path,
    refs: Iterable[str],
    search: Callable[[Mapping[str, bytes]], Iterable[Problem]],
    progress: Callable[[int, int], None],
) -> Iterator[Problem]:
    """Yield each file that a search finds something in, in any version on the branches here.

    `progress` is told how many versions are done, of how many.
    """
    known = [ref for ref in refs if output_of(root, "rev-parse", "--verify", "--quiet", ref)]
    versions = list(_versions(root, known)) if known else []
    branch = re.sub(r"^refs/(heads|remotes)/", "", known[0]) if known else ""
    searched = versions[:MOST_FILES]
    found: dict[str, list[Problem]] = {}
    today = _present(root, known)
    for start in range(0, len(searched), _AT_ONCE):
        part = searched[start : start + _AT_ONCE]
        contents = contents_of(root, [blob for blob, _ in part])
        # Folders of their own, because one path may stand there in many versions.
        files = {f"{blob}/{path}": contents[blob] for blob, path in part}
        for problem in search(files):
            blob, _, path = problem.where.file.removeprefix(f"{PUBLISHED}/").partition("/")
            hint = NOW if blob in today else PAST
            where = Place(f"{branch}:{path}")
            told = replace(problem, code="history-private", where=where, hint=hint)
            found.setdefault(path, []).append(told)
        progress(start + len(part), len(searched))
    yield from (_as_one(problems) for _, problems in sorted(found.items()))
    if len(versions) > MOST_FILES:
        message = f"only the newest {MOST_FILES:,} of {len(versions):,} versions were searched"
        yield warning("history-unread", Place(branch), message, "start the branch anew")


def _as_one(problems: Sequence[Problem]) -> Problem:
    """Return all that was found in the versions of one file as one problem."""
    first = next((p for p in problems if p.hint == NOW), problems[0])
    said = list(dict.fromkeys(re.findall("`([^`]*)`", p.message)[0] for p in problems))
    named = ", ".join(f"`{words}`" for words in said[:_MOST_NAMED])
    rest = f" and {len(said) - _MOST_NAMED} more" if len(said) > _MOST_NAMED else ""
    is_now = "holds" if first.hint == NOW else "once held"
    return replace(first, message=f"the branch {is_now} what is private: {named}{rest}")


def _present(root: Path, refs: Iterable[str]) -> frozenset[str]:
    """Return the ids of the contents that the branches hold now."""
    listed = (output_of(root, "ls-tree", "-r", "-z", ref).split("\0") for ref in refs)
    return frozenset(line.split()[2] for lines in listed for line in lines if line)


def search_for(
    canaries: Canaries, names: PrivateNames
) -> Callable[[Mapping[str, bytes]], Iterator[Problem]]:
    """Return a search for private words, companies and keys in files by path."""

    def search(files: Mapping[str, bytes]) -> Iterator[Problem]:
        yield from word_problems(files, canaries, names.own)
        yield from name_problems(files, names)
        for problem in key_problems(files):
            kind = problem.message.removeprefix("the file holds ")
            yield replace(problem, message=f"`{kind}`")

    return search


def _versions(root: Path, refs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Return every content that the branches ever held, with its path, the newest first."""
    listed = output_of(root, "rev-list", "--objects", *refs).splitlines()
    named = dict(line.partition(" ")[::2] for line in listed if " " in line)
    return ((blob, named[blob]) for blob in small_blobs(root, named, LARGEST))
