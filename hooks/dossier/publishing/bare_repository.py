"""Git by its plumbing, in a repository of our own: the author's index and hooks are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from subprocess import CompletedProcess

from dossier.plain import git
from dossier.plain.errors import ConfigError, RefusedError
from dossier.plain.frozen import frozen
from dossier.plain.git_addresses import SETTINGS, led_to, reaching
from dossier.plain.patterns import pattern
from dossier.plain.temporary import temporary_folder
from dossier.publishing.destination import Destination, without_password

IDENTITY = "dossier <dossier@publisher.invalid>"
"""Who every published commit is by: the author's name and address stay at home."""
MESSAGE = "Publish"
_NO_REASON = "git gave no reason"
_REFUSED = pattern(r"^ ! \[(?:remote )?rejected\]", re.MULTILINE)
"""What git says of a branch that stays as it was; the other side's words follow `remote:`."""
_NO_REPLACING = pattern(r"non-fast-forward|protected branch", re.IGNORECASE)
_REF = "refs/heads/publish"
_OPTIONS = tuple(
    part
    for setting in (
        "core.hooksPath=/dev/null",
        # Of fewer objects git would make files, and pack these again.
        "fastimport.unpackLimit=1",
        "fetch.unpackLimit=1",
        "gc.auto=0",
        "push.followTags=0",
        "push.gpgSign=false",
    )
    for part in ("-c", setting)
)


@frozen
class Present:
    """What a branch holds now."""

    commit: str = ""
    """Empty if there is no such branch."""
    blobs: Mapping[str, str] = field(default_factory=dict)
    """The ids of its files' contents, by path."""
    has_history: bool = False
    """Whether there are commits before this one."""


@frozen
class BareRepository:
    """An empty repository that goes away again. Commands run in the project's root."""

    folder: Path
    root: Path

    def fetch(self, target: Destination) -> Present:
        """Return what a branch holds. Raises ConfigError if it cannot be reached."""
        ref = f"refs/heads/{target.branch}"
        if not self._reach(target, "ls-remote", "--", target.url, ref).strip():
            return Present()
        self._reach(target, "fetch", "--quiet", "--no-tags", "--depth=1", "--", target.url, ref)
        commit = self._git("rev-parse", "FETCH_HEAD^{commit}").strip()
        raw = self._git("cat-file", "commit", commit)
        listed = self._git("ls-tree", "-r", "-z", "--full-tree", commit).split("\0")
        entries = (entry.partition("\t") for entry in listed if entry)
        blobs = {path: head.split()[2] for head, _, path in entries}
        return Present(commit, blobs, "\nparent " in raw.partition("\n\n")[0])

    def read(self, blob: str) -> bytes:
        """Return the content of a file that was fetched."""
        return self._run("cat-file", "blob", blob).stdout

    def commit(self, files: Mapping[str, bytes], when: int) -> str:
        """Make a commit of these files without any before it, and return its id.

        `when` is in seconds since 1970. The contents are written as given: no filter is run.
        """
        stream = b"".join(_stream(files, when))
        self._git("fast-import", "--quiet", "--date-format=raw", feed=stream)
        return self._git("rev-parse", _REF).strip()

    def push(self, target: Destination, commit: str, expected: str) -> None:
        """Put a commit in place of a branch, if that still is at `expected` (empty: not there).

        Raises RefusedError if the other side said no, ConfigError if the branch is at another
        commit, cannot be reached, or nobody knows what became of it.
        """
        ref = f"refs/heads/{target.branch}"
        lease = f"--force-with-lease={ref}:{expected}"
        self._reach(
            target, "push", "--quiet", "--no-verify", lease, "--", target.url, f"{commit}:{ref}"
        )

    def _reach(self, target: Destination, *arguments: str) -> str:
        variables = reaching(self.root)
        said = self._run(*SETTINGS, variables=variables).stdout.decode("utf-8", "surrogateescape")
        # What was looked at, and what is pushed to, are one place only if git follows no rule.
        if {*led_to(target.url, said)} != {target.url}:
            raise ConfigError(
                f"settings of git lead from {target} to another place; nothing was pushed",
                "look for `url.….insteadOf` and `pushInsteadOf`: git config --get-regexp '^url'",
            )
        done = self._run(*arguments, variables=variables)
        if done.returncode == 0:
            return done.stdout.decode(errors="replace")
        said = without_password(done.stderr.decode(errors="replace")).strip()
        if "stale info" in said or "fetch first" in said:
            raise ConfigError(
                f"{target} changed since it was shown; nothing was pushed", "run it again"
            )
        why = next(
            (line for line in said.splitlines() if "rejected" in line or "fatal" in line), ""
        )
        look = "look at the address, the network and your rights"
        message = f"{target} cannot be reached or refuses: {why.strip() or said or _NO_REASON}"
        if _REFUSED.search(said):
            replaces = f"every publish replaces the branch: let `{target.branch}` be force-pushed"
            hint = f"{replaces}, or name another with --branch"
            raise RefusedError(
                message, f"nothing was pushed; {hint if _NO_REPLACING.search(said) else look}"
            )
        # The other side may have taken it before the line broke.
        unknown = f"whether it was pushed is not known: run it again, which shows it; {look}"
        raise ConfigError(
            message, unknown if arguments[0] == "push" else f"nothing was pushed; {look}"
        )

    def _git(self, *arguments: str, feed: bytes = b"") -> str:
        done = self._run(*arguments, feed=feed)
        if done.returncode:
            raise ConfigError(f"git {arguments[0]} failed: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode("utf-8", "surrogateescape")

    def _run(
        self, *arguments: str, feed: bytes = b"", variables: Mapping[str, str] | None = None
    ) -> CompletedProcess[bytes]:
        return git.run(
            self.root,
            f"--git-dir={self.folder}",
            *_OPTIONS,
            *arguments,
            feed=feed,
            variables=variables,
        )


@contextmanager
def bare_repository(root: Path) -> Iterator[BareRepository]:
    """Yield an empty repository for the time of a publish. Raises ConfigError without git."""
    with temporary_folder("git") as parent:
        folder = parent / "repository"
        done = git.run(root, "init", "--quiet", "--bare", "--template=", str(folder))
        if done.returncode:
            raise ConfigError(f"git init failed: {done.stderr.decode(errors='replace')}")
        yield BareRepository(folder, root)


def _stream(files: Mapping[str, bytes], when: int) -> Iterator[bytes]:
    """Yield a commit as `git fast-import` reads it."""
    yield f"commit {_REF}\ncommitter {IDENTITY} {when} +0000\n".encode()
    yield f"data {len(MESSAGE)}\n{MESSAGE}\n".encode()
    for path, content in sorted(files.items()):
        quoted = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        yield f'M 100644 inline "{quoted}"\ndata {len(content)}\n'.encode()
        yield content + b"\n"
