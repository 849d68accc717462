"""A repository to what it gives away, or could. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dossier.plain.git import output_of
from dossier.plain.problems import Place, Problem, warning
from dossier.publishing.destination import without_password
from dossier.publishing.guards import BACKUP
from dossier.publishing.manifest import walk
from dossier.publishing.private_in_git import private_problems


def tracked_problems(root: Path, site: Path) -> Iterator[Problem]:
    """Yield the built site, and each private build, that git tracks."""
    below = site.relative_to(root).as_posix() if site.is_relative_to(root) else "site"
    built = [
        name
        for name in output_of(root, "ls-files", "-z", "--", f":(literal){below}/").split("\0")
        if name
    ]
    if built:
        message = f"git tracks the built site ({len(built)} files)"
        hint = f"`git rm -r --cached {below}`, and add /{below}/ to .gitignore"
        yield Problem("site-tracked", Place(f"{below}/"), message, hint)
    yield from private_problems(root)


def content_problems(root: Path, content: Path) -> Iterator[Problem]:
    """Yield each link, and each copy that an editor left, among the author's files."""
    for name, path in walk(content):
        if ".git" in path.parts:
            continue  # Git's own, if content/ is a repository.
        where = Place((content / name).relative_to(root).as_posix())
        if path.is_symlink():
            message = "a symbolic link inside content/ is not followed"
            hint = "put the file itself there"
            yield warning("file-symlink", where, message, hint)
        elif BACKUP.search(path.name):
            message = "a copy that an editor or the system left behind"
            yield warning(
                "backup-file", where, message, "remove it; other engines would publish it"
            )


def source_problems(root: Path, remote: str, branch: str) -> Iterator[Problem]:
    """Yield a warning if the site goes where the source is, which others may then read."""
    url = _address(output_of(root, "remote", "get-url", "--push", remote).strip() or remote)
    for name in output_of(root, "remote").split():
        if _address(output_of(root, "remote", "get-url", name).strip()) != url:
            continue
        refs = output_of(
            root, "for-each-ref", "--format=%(refname:lstrip=3)", f"refs/remotes/{name}"
        )
        others = [ref for ref in refs.split() if ref not in (branch, "HEAD")]
        if others:
            yield warning(
                "source-public",
                Place("mkdocs.yml"),
                f"the site goes to {without_password(url)}, which also holds the source "
                f"(`{others[0]}`); whether others can read it cannot be known from here",
                "publish to a repository of its own: --remote; on free plans a site's repository "
                "is public",
            )
            return


def _address(url: str) -> str:
    """Return an address in the form in which two that mean one repository are mostly alike."""
    plain = without_password(url).removesuffix("/").removesuffix(".git")
    bare = plain.partition("://")[2] or plain.replace(":", "/", 1)
    return bare.rpartition("@")[2].casefold()
