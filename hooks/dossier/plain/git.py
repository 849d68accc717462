"""Git by its plumbing, in a repository of our own: the author's index and hooks are left alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dossier.plain.errors import ConfigError

IDENTITY = "dossier <dossier@publisher.invalid>"
"""Who every published commit is by: the author's name and address stay at home."""
MESSAGE = "Publish"
_OURS = re.compile(r"GIT_(SSH|ASKPASS|SSL|HTTP|PROXY|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)$)")
"""Variables of git that say how to reach others; the rest say which repository to touch."""
_REACH = r"^(credential|http|url|protocol)\.|^core\.sshcommand$"
"""Settings of the author's repository that say how to reach others."""
_PASSWORD = re.compile(r"(?<=://)[^/@\s]+@")
_REF = "refs/heads/publish"


@dataclass(frozen=True, slots=True)
class Destination:
    """A branch of a repository elsewhere."""

    url: str = field(repr=False)
    branch: str

    def __str__(self) -> str:
        return f"`{self.branch}` of {without_password(self.url)}"


@dataclass(frozen=True, slots=True)
class Present:
    """What a branch holds now."""

    commit: str = ""
    """Empty if there is no such branch."""
    blobs: Mapping[str, str] = field(default_factory=dict)
    """The ids of its files' contents, by path."""
    has_history: bool = False
    """Whether there are commits before this one."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """An empty bare repository that goes away again. Commands run in the project's root."""

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
        done = _run(self._command("cat-file", "blob", blob), self.root)
        return done.stdout

    def commit(self, files: Mapping[str, bytes], when: int) -> str:
        """Make a commit of these files without any before it, and return its id.

        `when` is in seconds since 1970. The contents are written as given: no filter is run.
        """
        stream = b"".join(_stream(files, when))
        self._git("fast-import", "--quiet", "--date-format=raw", feed=stream)
        return self._git("rev-parse", _REF).strip()

    def push(self, target: Destination, commit: str, expected: str) -> None:
        """Put a commit in place of a branch, if that still is at `expected` (empty: not there).

        Raises ConfigError if it is not, or cannot be reached.
        """
        ref = f"refs/heads/{target.branch}"
        lease = f"--force-with-lease={ref}:{expected}"
        self._reach(
            target, "push", "--quiet", "--no-verify", lease, "--", target.url, f"{commit}:{ref}"
        )

    def _reach(self, target: Destination, *arguments: str) -> str:
        done = _run(self._command(*arguments), self.root, settings=_reaching(self.root))
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
        raise ConfigError(
            f"{target} cannot be reached or refuses: {why.strip() or said or 'git gave no reason'}",
            "nothing was pushed; look at the address, the network and your rights",
        )

    def _git(self, *arguments: str, feed: bytes = b"") -> str:
        done = _run(self._command(*arguments), self.root, feed=feed)
        if done.returncode:
            raise ConfigError(f"git {arguments[0]} failed: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode("utf-8", "surrogateescape")

    def _command(self, *arguments: str) -> list[str]:
        quiet = ("core.hooksPath=/dev/null", "gc.auto=0", "push.gpgSign=false", "push.followTags=0")
        options = [part for setting in quiet for part in ("-c", setting)]
        return ["git", f"--git-dir={self.folder}", *options, *arguments]


@contextmanager
def workshop(root: Path) -> Iterator[Workshop]:
    """Yield an empty repository for the time of a publish. Raises ConfigError without git."""
    with tempfile.TemporaryDirectory(prefix="dossier-git-") as name:
        folder = Path(name) / "repository"
        done = _run(["git", "init", "--quiet", "--bare", "--template=", str(folder)], root)
        if done.returncode:
            raise ConfigError(f"git init failed: {done.stderr.decode(errors='replace')}")
        yield Workshop(folder, root)


def target_of(root: Path, remote: str, branch: str) -> Destination:
    """Return the branch that a remote's name, or an address, stands for. Raises ConfigError."""
    if remote.startswith("-") or not asks(root, "check-ref-format", f"refs/heads/{branch}"):
        message = f"`{branch}` of `{remote}` cannot be a branch"
        raise ConfigError(message, "name them: --remote NAME --branch gh-pages")
    addresses = answer(root, "remote", "get-url", "--push", "--all", remote).split("\n")
    urls = [address for address in addresses if address]
    if len(urls) > 1:
        message = f"the remote `{remote}` has {len(urls)} addresses to push to"
        raise ConfigError(message, "publishing goes to one place: name it with --remote")
    if urls:
        return Destination(urls[0], branch)
    if not re.search(r"[/:\\]", remote):
        hint = "add one with `git remote add`, or name an address: --remote git@…"
        raise ConfigError(f"this repository has no remote `{remote}`", hint)
    return Destination(remote, branch)


def asks(root: Path, *arguments: str) -> bool:
    """Return whether a git command succeeds in the author's repository."""
    return _run(["git", *arguments], root).returncode == 0


def answer(root: Path, *arguments: str) -> str:
    """Return what a git command that only reads says in the author's repository, if anything."""
    return answer_bytes(root, *arguments).decode("utf-8", "surrogateescape")


def answer_bytes(root: Path, *arguments: str, feed: bytes = b"") -> bytes:
    """Return the same as it is said; `feed` is what the command reads."""
    done = _run(["git", "-c", "core.quotePath=false", *arguments], root, feed=feed)
    return done.stdout if done.returncode == 0 else b""


def without_password(text: str) -> str:
    """Return a text without the names and passwords that stand in addresses."""
    return _PASSWORD.sub("", text)


def environment() -> dict[str, str]:
    """Return this process's variables without those that point git at a repository."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or _OURS.match(k)}
    asking = {} if sys.stdin and sys.stdin.isatty() else {"GIT_TERMINAL_PROMPT": "0"}
    # Never refresh the author's index; messages that we look into are in English.
    return kept | asking | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _run(
    command: list[str],
    root: Path,
    *,
    feed: bytes = b"",
    settings: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    variables = {**environment(), **(settings or {})}
    try:
        return subprocess.run(  # noqa: S603 - a list, without a shell
            command, cwd=root, env=variables, input=feed, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise ConfigError("git is not there", "install it: publishing is a push") from error


def _reaching(root: Path) -> dict[str, str]:
    """Return the author's local settings for reaching others, as variables for git."""
    said = answer(root, "config", "--local", "--includes", "--null", "--get-regexp", _REACH)
    pairs = [entry.partition("\n")[::2] for entry in said.split("\0") if entry]
    variables = {"GIT_CONFIG_COUNT": str(len(pairs))}
    for number, (key, value) in enumerate(pairs):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def _stream(files: Mapping[str, bytes], when: int) -> Iterator[bytes]:
    """Yield a commit as `git fast-import` reads it."""
    yield f"commit {_REF}\ncommitter {IDENTITY} {when} +0000\n".encode()
    yield f"data {len(MESSAGE)}\n{MESSAGE}\n".encode()
    for path, content in sorted(files.items()):
        quoted = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        yield f'M 100644 inline "{quoted}"\ndata {len(content)}\n'.encode()
        yield content + b"\n"
