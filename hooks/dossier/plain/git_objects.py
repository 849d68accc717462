"""A repository to all that git keeps of it, whatever leads there, read from one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dossier.plain.frozen import frozen
from dossier.plain.git import bytes_of, output_of, stream_of

PIECE = 4_000_000
"""How much of an object is in memory at once, in bytes."""
OVERLAP = 4_000
"""How much of the piece before a piece begins with: what is looked for may be cut else."""


@frozen
class GitObject:
    """An object, or a piece of a large one."""

    id: str
    kind: str
    """`blob`, `commit`, `tag` or `tree`."""
    content: bytes = b""
    is_whole: bool = True


_HERE = ("-c", "protocol.allow=never", "cat-file")
"""What is not here is not fetched."""


def small_blobs(folder: Path, ids: Iterable[str], limit: int) -> Iterator[str]:
    """Yield those of objects, in their order, that hold a file of at most so many bytes."""
    fed = "\n".join(ids).encode()
    for line in bytes_of(folder, *_HERE, "--batch-check", feed=fed).decode().splitlines():
        name, kind, size = [*line.split(), "", ""][:3]
        if kind == "blob" and int(size) <= limit:
            yield name


def contents_of(folder: Path, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """Return what files hold, by id, asked of one process. All must be here."""
    said = bytes_of(folder, *_HERE, "--batch", feed="\n".join(blobs).encode())
    contents: dict[str, bytes] = {}
    position = 0
    while position < len(said):
        end = said.index(b"\n", position)
        blob, _, size = said[position:end].split()
        contents[blob.decode()] = said[end + 1 : end + 1 + int(size)]
        position = end + 2 + int(size)
    return contents


def count_objects(folder: Path) -> int:
    """Return about how many objects there are: one may be stored twice."""
    said = output_of(folder, "count-objects", "-v").splitlines()
    counts = dict(line.split(": ", 1) for line in said)
    return int(counts.get("count", 0)) + int(counts.get("in-pack", 0))


def objects_of(folder: Path) -> Iterator[GitObject]:
    """Yield every object, in the order of its storage. None is fetched that is not here."""
    batch = ("cat-file", "--batch", "--batch-all-objects", "--unordered", "--buffer")
    with stream_of(folder, *batch) as said:
        while head := said.readline().split():
            name, kind, size = head
            yield from _pieces(said, GitObject(name.decode(), kind.decode()), int(size))
            said.read(1)  # the line's end behind it


def _pieces(said: BinaryIO, of: GitObject, size: int) -> Iterator[GitObject]:
    before, left = b"", size
    while True:
        piece = said.read(min(left, PIECE))
        left -= len(piece)
        yield replace(of, content=before + piece, is_whole=len(piece) == size)
        before = piece[-OVERLAP:]
        if not (piece and left):
            return
