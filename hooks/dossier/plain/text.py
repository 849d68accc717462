"""Bytes to text: one encoding, one kind of line end, a limit on what is read."""

from __future__ import annotations

import re
from itertools import islice

from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem

MAX_BYTES = 1_000_000
"""The largest file that is read. A dossier of 60 pages is a fifth of this."""
MOST_SIGNS = 40_000
"""How many numbers and signs a file may have, for they are what takes time.

A dossier of 60 pages has some 16,000. The worst that was found takes 80 millionths of a second a
sign, plain words a hundredth of that.
"""
REORDERING = "\u202d\u202e"
"""Signs that override the direction of letters, which no language needs: `%10` is seen as `01%`."""
SIGN = pattern(r"[0-9]+|[^\w\s]|_")
_ISO_2022 = pattern(r"\x1b\$(?:[@AB]|[()*+][@-Z])")
"""What calls for a set of two bytes a letter: Japanese, Chinese and Korean mails have it."""
_UNMERGED = pattern(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def too_large(file: str, size: int) -> Problem:
    """Return the problem of a file of `size` bytes, more than what is read."""
    return Problem(
        "file-size",
        Place(file),
        f"the file has {size:,} bytes, more than the {MAX_BYTES:,} that are read",
        "split it, or move what is not prose to content/assets/",
    )


def too_heavy(file: str, text: str) -> Problem | None:
    """Return the problem of a text with more than `MOST_SIGNS`, at the first that is too many."""
    if len(text) <= MOST_SIGNS:
        return None
    found = next(islice(SIGN.finditer(text), MOST_SIGNS, None), None)
    if found is None:
        return None
    return Problem(
        "text-heavy",
        _end(file, text[: found.start()]),
        f"the file has more numbers and signs than the {MOST_SIGNS:,} that are read",
        "split it, or move what is not prose to content/assets/",
    )


def reordered(file: str, text: str) -> Problem | None:
    """Return the problem of a text that readers see in another order than it stands in."""
    found = re.search(f"[{REORDERING}]", text)
    return found and Problem(
        "file-encoding",
        _end(file, text[: found.start()]),
        f"U+{ord(found[0]):04X} shows what follows in another order than it is read",
        "delete it; Arabic and Hebrew need none",
    )


def unmerged(file: str, text: str) -> Problem | None:
    """Return the problem of a text in which a merge has left both versions, at its first mark."""
    found = _UNMERGED.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    return found and Problem(
        "merge-open",
        _end(file, text[: found.start()]),
        "two versions of the text stand here, as a merge left them",
        "keep one and delete the marks; put a blank before a mark that is meant as text",
    )


def decode(file: str, content: bytes) -> str | Problem:
    """Return the text of a file without byte-order mark, each line ended by a line feed."""
    if len(content) > MAX_BYTES:
        return too_large(file, len(content))
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = _plain(content[: error.start].decode(errors="replace"))
        return Problem(
            "file-encoding",
            _end(file, before),
            f"byte 0x{content[error.start]:02X} is not UTF-8",
            "save the file as UTF-8",
        )
    text = _plain(text)
    before, nul, _ = text.partition("\0")
    if nul:
        return Problem(
            "file-encoding",
            _end(file, before),
            "the file has a NUL character, so it is not text",
            "save the file as UTF-8",
        )
    if found := _ISO_2022.search(text):
        return Problem(
            "file-encoding",
            _end(file, text[: found.start()]),
            "the text is in ISO-2022, as mails from East Asia are, not in UTF-8",
            "save the file as UTF-8",
        )
    return text


def _plain(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _end(file: str, before: str) -> Place:
    """Return the place right after a text from the beginning of a file."""
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
