"""A remote's name, or an address, to the branch of another repository that it stands for."""

from __future__ import annotations

import re
from dataclasses import field
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.git import output_of
from dossier.plain.git_addresses import pushed_to
from dossier.plain.patterns import pattern

_PASSWORD = pattern(r"(?<=://)[^/@\s]+@")

_KINDS = ("heads", "remotes", "tags")
"""What git looks below, in `refs/`, before it looks for a branch."""


@frozen
class Destination:
    """A branch of a repository elsewhere."""

    url: str = field(repr=False)
    branch: str

    def __str__(self) -> str:
        return f"`{self.branch}` of {without_password(self.url)}"


def destination_of(root: Path, remote: str, branch: str) -> Destination:
    """Return the branch that a remote's name, or an address, stands for. Raises ConfigError."""
    if remote.startswith("-"):
        raise ConfigError(f"`{remote}` cannot be a remote", "name one: --remote NAME")
    refuse_branch(root, branch)
    addresses = output_of(root, "remote", "get-url", "--push", "--all", remote).split("\n")
    urls = [address for address in addresses if address]
    if len(urls) > 1:
        message = f"the remote `{remote}` has {len(urls)} addresses to push to"
        raise ConfigError(message, "publishing goes to one place: name it with --remote")
    if urls:
        return Destination(urls[0], branch)
    if not re.search(r"[/:\\]", remote):
        hint = "add one with `git remote add`, or name an address: --remote git@…"
        raise ConfigError(f"this repository has no remote `{remote}`", hint)
    return Destination(pushed_to(root, remote), branch)


def refuse_branch(root: Path, branch: str) -> None:
    """Raise ConfigError for what cannot be a branch's name, or what git reads as another's.

    Below `refs/heads/`, where we put it, `refs/heads/main` would be a second `main`.
    """
    kind, _, rest = branch.removeprefix("refs/").partition("/")
    is_full = branch.startswith("refs/") or (rest and kind in _KINDS)
    if not is_full and output_of(root, "check-ref-format", "--branch", branch) == f"{branch}\n":
        return
    name = rest if is_full and kind == "heads" else "gh-pages"
    message = f"`{branch}` cannot be a branch's name"
    raise ConfigError(
        message, f"name the branch alone: --branch {name}, or `remote_branch: {name}`"
    )


def without_password(text: str) -> str:
    """Return a text without the names and passwords that stand in addresses."""
    return _PASSWORD.sub("", text)
