"""The branch to publish to: what it holds now, and what must not be lost there."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.git import output_of
from dossier.plain.problems import Place, Problem
from dossier.publishing.bare_repository import Present, bare_repository
from dossier.publishing.destination import destination_of
from dossier.publishing.guards import SHARES
from dossier.publishing.source_branches import is_checked_out, source_among, source_in

_PUBLISH = "publish with `dossier publish`, which "


@frozen
class Changes:
    """What a publish changes in a branch, as paths in order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def changes(files: Mapping[str, bytes], present: Present) -> Changes:
    """Compare a tree with what a branch holds."""
    ids = {name: blob_id(content) for name, content in files.items()}
    before = present.blobs
    return Changes(
        tuple(sorted(ids.keys() - before.keys())),
        tuple(sorted(name for name in ids.keys() & before.keys() if ids[name] != before[name])),
        tuple(sorted(before.keys() - ids.keys())),
    )


def blob_id(content: bytes) -> str:
    """Return the id that git gives to a file's content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324 - git's


def share_ids(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the shares whose pages are among paths, in order."""
    return tuple(sorted({path.split("/")[1] for path in paths if path.startswith(SHARES)}))


def target_problems(
    present: Present, branch: str, known: Collection[str] | None
) -> Iterator[Problem]:
    """Yield what a branch holds that a publish must not erase.

    `known` are the ids of all shares whose key is here, or that were withdrawn or replaced here;
    None if it was not asked.
    """
    source = next(filter(None, map(source_among, sorted(present.blobs))), "")
    if source:
        message = f"the branch `{branch}` holds a project's source: {source}"
        hint = "publish to a branch, better a repository, of its own: --remote, --branch"
        yield Problem("branch-source", Place(branch), message, hint)
    if known is None:
        return
    for share_id in share_ids(present.blobs):
        if share_id not in known:
            yield Problem(
                "share-unknown",
                Place(f"{branch}/{SHARES}{share_id}/"),
                "the branch holds a share that this machine has no key of; its link would die",
                "publish from the machine that made it, or bring here the newest copy of its "
                "keystore. If nobody has its key any more: --erase-unknown-shares",
            )


def refuse_deployment(root: Path, remote: str, branch: str) -> None:
    """Raise ConfigError if a branch holds shares or a source, or if that cannot be found out.

    For `mkdocs gh-deploy`, which would erase shares, pushes the past of the branch of that name
    here along, and takes an address for a remote's name too. The keystore is not asked.
    """
    if not output_of(root, "rev-parse", "--git-dir"):
        return  # gh-deploy will say so itself.
    target = destination_of(root, remote, branch)
    _refuse_own_past(root, remote, branch)
    with bare_repository(root) as repository:
        present = repository.fetch(target)
    for problem in target_problems(present, branch, None):
        raise ConfigError(f"{problem.message}, at {target}", problem.hint)
    if ids := share_ids(present.blobs):
        raise ConfigError(
            f"{target} holds {len(ids)} sealed shares, whose links would die",
            f"{_PUBLISH}takes them along",
        )


def _refuse_own_past(root: Path, remote: str, branch: str) -> None:
    """Raise ConfigError if gh-deploy would push on top of anything but built sites."""
    cure = f"{_PUBLISH}pushes one commit with nothing before it"
    if is_checked_out(root, branch):
        message = f"`{branch}` is checked out here: gh-deploy would put the site in its place"
        raise ConfigError(f"{message} and push all that was ever committed to it", cure)
    # As git looks for the names that gh-deploy gives it: tags come before branches.
    for name in (f"refs/heads/{branch}", branch, f"{remote}/{branch}"):
        if held := source_in(root, name):
            message = f"`{name.removeprefix('refs/heads/')}` is more than built sites here"
            raise ConfigError(f"{message} ({held}): gh-deploy would push all of its past", cure)


def refuse_leftovers(site: Path) -> None:
    """Raise ConfigError if a folder that is cleared for a build still holds files.

    For `mkdocs gh-deploy`, which pushes all that is there; MkDocs clears no hidden ones away.
    """
    found = sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_symlink() or not path.is_dir()
    )
    if found:
        more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise ConfigError(
            f"{site.name}/ holds files that no build has written, and that would be pushed: "
            f"{', '.join(found[:_LISTED])}{more}",
            "remove them, or publish with `dossier publish`, which sends what the build wrote",
        )


_LISTED = 10
