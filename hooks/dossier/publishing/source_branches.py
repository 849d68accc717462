"""A revision to what its past holds that no built site does: whoever pushes it pushes that, too."""

from __future__ import annotations

from pathlib import Path

from dossier.plain.git import output_of, succeeds

SOURCES = ("mkdocs.yml", "pyproject.toml", "content/", "hooks/", ".dossier/")
"""What a project's source has and a site never."""


def source_among(path: str) -> str:
    """Return which of a source's files or folders a path is or lies in, empty for none."""
    held = (s for s in SOURCES if (path.startswith(s) if s.endswith("/") else path == s))
    return next(held, "").rstrip("/")


def source_in(root: Path, revision: str) -> str:
    """Say what of a source a revision's past holds; empty if it is a site's, or not there."""
    if is_of_source(root, revision):
        return "the past of what is checked out"
    commit = _commit(root, revision)
    listed = output_of(root, "rev-list", "--objects", commit) if commit else ""
    paths = (line.partition(" ")[2] for line in listed.splitlines())
    # A page's text in a folder below is of a source, too.
    return next((p for p in paths if source_among(p) or p.endswith((".md", "/mkdocs.yml"))), "")


def is_of_source(root: Path, revision: str) -> bool:
    """Return whether a revision has commits in common with what is checked out."""
    commit = _commit(root, revision)
    return bool(commit) and succeeds(root, "merge-base", "HEAD", commit)


def is_checked_out(root: Path, branch: str) -> bool:
    """Return whether a branch is checked out, even if nothing was committed yet."""
    return output_of(root, "symbolic-ref", "--quiet", "HEAD").strip() == f"refs/heads/{branch}"


def _commit(root: Path, revision: str) -> str:
    return output_of(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
