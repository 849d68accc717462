"""A repository to the keys in it: in what is staged, in what it ever held, in what it would take.

What is staged, and what lies in the folder, holds no key of whatever share; of the past are told
the keys of links that open, which `dossier share rotate` ends, for nobody can take it back.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path

from dossier.plain.frozen import frozen
from dossier.plain.git import output_of
from dossier.plain.git_objects import GitObject, count_objects, objects_of
from dossier.plain.packed import packed
from dossier.plain.problems import Place, Problem, warning
from dossier.plain.secrets import PRIVATE_KEY, secret_in
from dossier.publishing.places_in_git import (
    NOWHERE,
    Held,
    held_contents,
    held_message,
    indexed,
)
from dossier.sharing.spelled_keys import LiveKeys

_LARGEST = 5_000_000
_TOLD_AFTER = 10_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SHORT = 10
"""How many signs of a commit's name are told."""


@frozen
class Secret:
    """What was found in bytes."""

    kind: str
    """In words."""
    uid: str = ""
    """The share that it opens, if that is live."""

    @property
    def cure(self) -> str:
        """Return what ends it, wherever copies of it are."""
        if self.uid:
            return f"`dossier share rotate {self.uid}` and `dossier publish` end the key"
        return "whoever has the commits has it, so make another"


def key_problems(
    root: Path, live: LiveKeys | None, progress: Callable[[int, int], None]
) -> Iterator[Problem]:
    """Yield each place with a key in it that git has, or would take with the next `git add`.

    `live` finds those of the keystore, if there is one; `progress` is told how many objects are
    done, of about how many.
    """
    staged = indexed(root)
    found = _searched(root, live, staged, progress)
    held = held_contents(root, [name for name, (kind, _) in found.items() if kind == "blob"])
    told = {path for name in found for path in staged.get(name, ())}
    past: dict[tuple[str, Secret], Problem] = {}
    for name, (kind, secret) in found.items():
        in_commits = held.get(name, ())
        yield from (_staged(path, secret, in_commits) for path in staged.get(name, ()))
        if name in staged:
            continue
        places = in_commits if kind == "blob" else (held_message(root, kind, name),)
        for each in places or (NOWHERE,):
            # Of the versions of a file, one is enough.
            past.setdefault((each.path or each.commit or name, secret), _past(each, secret, name))
    yield from past.values()
    yield from _named_refs(root, live)
    yield from _untaken(root, live, told)


def _searched(
    root: Path, live: LiveKeys | None, staged: Container[str], progress: Callable[[int, int], None]
) -> Mapping[str, tuple[str, Secret]]:
    """Return the objects with a key in them, by name, each with its kind."""
    found: dict[str, tuple[str, Secret]] = {}
    about, done = count_objects(root), 0
    for each in objects_of(root):
        done += 1
        if done % _TOLD_AFTER == 0:
            progress(done, max(about, done))
        if each.kind == "tree":
            continue
        layers = _layers(each)
        look = _any_key if each.id in staged else _key_of_past
        if secret := next(filter(None, (look(layer, live) for layer in layers)), None):
            found.setdefault(each.id, (each.kind, secret))
    return found


def _layers(each: GitObject) -> Iterable[bytes]:
    return _texts(each.content) if each.is_whole and each.kind == "blob" else (each.content,)


def _texts(content: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file, with what is packed in it, and UTF-16 without its zeros."""
    yield from (layer for _, layer in packed(content))
    if content.startswith(_UTF_16):
        yield content.replace(b"\0", b"")


def _any_key(content: bytes, live: LiveKeys | None) -> Secret | None:
    uid = live.share_in(content) if live else ""
    kind = secret_in(content) or ("a key of your shares" if uid else "")
    return Secret(kind, uid) if kind else None


def _key_of_past(content: bytes, live: LiveKeys | None) -> Secret | None:
    """Return what is found that still opens something, as far as is known."""
    if live is None:
        kind = secret_in(content)
        return Secret(kind) if kind else None
    if uid := live.share_in(content):
        return Secret("the key of a link that opens", uid)
    kind = secret_in(content, (PRIVATE_KEY,))
    return Secret(kind) if kind else None


def _staged(path: str, secret: Secret, held: Iterable[Held]) -> Problem:
    message = f"git tracks a file that holds {secret.kind}, so that it goes wherever you push"
    hint = f"take it out and `git add` the file anew, or `git rm --cached {path}`"
    if at := next((each for each in held if each.by), None):
        hint += (
            f"; it stays in the history (commit {at.commit[:_SHORT]} of `{at.by}`): {secret.cure}"
        )
    elif secret.uid:
        hint += f"; once it is committed, {secret.cure}"
    return Problem("keystore-tracked", Place(path), message, hint)


def _past(held: Held, secret: Secret, name: str) -> Problem:
    """Return what is wrong with what git has and the author sees no more."""
    commit = (held.commit or name)[:_SHORT]
    where = Place(f"{commit}:{held.path}" if held.path else commit)
    if not held.by:
        message = f"git still has an object that holds {secret.kind}, to which nothing leads"
        hint = "no push takes it; `git gc --prune=now` deletes it, once no reflog has it"
        hint += f", or {secret.cure}" if secret.uid else ""
        return warning("keystore-tracked", where, message, hint)
    what = "a file in the history" if held.path else "the message of a commit or tag"
    message = f"{what} (`{held.by}`) holds {secret.kind}, so that it goes wherever you push that"
    hint = f"to remove the file leaves it there: {secret.cure}"
    if secret.uid:
        return Problem("keystore-tracked", where, message, hint)
    # It may be of no use any more, which nobody can tell from here.
    return warning("keystore-tracked", where, message, hint)


def _named_refs(root: Path, live: LiveKeys | None) -> Iterator[Problem]:
    for ref in output_of(root, "for-each-ref", "--format=%(refname)").split():
        if uid := live.share_in(ref.encode("utf-8", "surrogateescape")) if live else "":
            message = "the name of a branch or tag holds the key of a link that opens"
            yield Problem("keystore-tracked", Place(ref), message, Secret("", uid).cure)


def _untaken(root: Path, live: LiveKeys | None, told: Container[str]) -> Iterator[Problem]:
    """Yield what the next `git add` would take: as it lies on the disk, and not as it is staged."""
    asked = ("ls-files", "-z", "--others", "--modified", "--exclude-standard")
    for name in dict.fromkeys(filter(None, output_of(root, *asked).split("\0"))):
        path = root / name
        if name in told or path.is_symlink() or not path.is_file():
            continue
        if path.stat().st_size > _LARGEST:
            continue
        looked = (_any_key(layer, live) for layer in _texts(path.read_bytes()))
        if secret := next(filter(None, looked), None):
            message = f"git would take a file that holds {secret.kind}, so that it would go "
            message += "wherever you push"
            hint = "take it out, or move it out of here"
            yield Problem("keystore-tracked", Place(name), message, hint)
