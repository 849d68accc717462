"""A mail, or a page that a browser saved as one file, to the page or text in it.

Of several parts the first page counts, where there is none the first text. Attachments are left.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.errors import MessageError
from typing import TYPE_CHECKING

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem
from dossier.plain.text import decode

if TYPE_CHECKING:
    from email.message import MIMEPart

MAX_BYTES = 16_000_000
"""The largest file that is read: beside a page stand its pictures."""
_MOST_LINES = 500_000
_MOST_BOUNDARIES = 20
_LONGEST_HEADER = 2_000
"""What is longer takes the square of its length to read."""
_HEAD = pattern(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?(?:\n|\Z)")
_IS_MIME = pattern(
    rb"(?im)^(?:MIME-Version|Content-Transfer-Encoding|Content-Type:\s*(?:multipart|text)/\w+)"
)
_CONTENT_HEADER = pattern(rb"(?im)^content-[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*")
_BOUNDARY = pattern(rb"(?i)[;\s]boundary[*\d\s]*=")
_META = pattern(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)")
_WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1"})
"""Names that browsers, and so pages, use for the superset of them."""
_UNSAID = frozenset({"", "us-ascii", "ascii"})
_PAGE, _TEXT = "text/html", "text/plain"
_CURE = "save the page as HTML, or copy its text into a file ending in .md or .txt"


@frozen
class Unwrapped:
    """What stands in a mail or in a page that was saved as one file."""

    text: str
    left_out: int
    """How many other pages and attachments are in it."""


def unwrap(file: str, content: bytes) -> Unwrapped | Problem | None:
    """Return the page or text in MIME, or why it cannot be read; None for what is no MIME."""
    content = content.lstrip(b"\xef\xbb\xbf\r\n")
    head = _HEAD.match(content)
    if not head or not _IS_MIME.search(head[0]):
        return None
    if _is_too_much(content):
        return _refused(file, "it has more in it than one page or mail, and is not read")
    try:
        return _read(file, content)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        # What its readers raise for headers that break the rules is not documented.
        return _refused(file, "its headers cannot be read")


def _read(file: str, content: bytes) -> Unwrapped | Problem:
    from email import message_from_bytes  # noqa: PLC0415 - late: most inputs are none
    from email.policy import default  # noqa: PLC0415

    message = message_from_bytes(content, policy=default)
    parts = list(_parts(message))
    chosen = _first(parts, _PAGE) or _first(parts, _TEXT)
    if chosen is None:
        return _refused(file, "there is no page and no text in it")
    text = _decoded(file, chosen)
    # Only decoding finds what is wrong with a part.
    if defects := (*message.defects, *chosen.defects):
        return _refused(file, f"it is cut off or damaged ({type(defects[0]).__name__})")
    if isinstance(text, Problem):
        return text
    kinds = [part.get_content_type() for part in parts]
    others = sum(part.is_attachment() for part in parts) + max(kinds.count(_PAGE) - 1, 0)
    # A page in a mail may begin with any element.
    is_page = chosen.get_content_type() == _PAGE
    return Unwrapped(f"<!doctype html>{text}" if is_page else text, others)


def _is_too_much(content: bytes) -> bool:
    return (
        len(content) > MAX_BYTES
        or content.count(b"\n") > _MOST_LINES
        or len(_BOUNDARY.findall(content)) > _MOST_BOUNDARIES
        or any(len(found[0]) > _LONGEST_HEADER for found in _CONTENT_HEADER.finditer(content))
    )


def _refused(file: str, why: str) -> Problem:
    message = f"this is a mail or a page saved as one file, and {why}"
    return Problem("text-type", Place(file), message, _CURE)


def _parts(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield what a message holds: nothing of what is in an attachment."""
    if not message.is_multipart() or message.is_attachment():
        yield message
        return
    for part in message.iter_parts():
        yield from _parts(part)


def _first(parts: list[MIMEPart], kind: str) -> MIMEPart | None:
    return next((p for p in parts if p.get_content_type() == kind and not p.is_attachment()), None)


def _decoded(file: str, part: MIMEPart) -> str | Problem:
    """Return the text of a part, by the encoding that it says; a page may say it within."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = str(part.get_content_charset() or "").casefold()
    if charset in _UNSAID:
        said = _META.search(content[:4096])
        charset = said[1].decode().casefold() if said else ""
    charset = "cp1252" if charset in _WESTERN else charset
    try:
        text = content.decode(charset if charset not in _UNSAID else "utf-8")
    except (UnicodeDecodeError, LookupError):
        return _refused(file, f"its text is not in {charset or 'UTF-8'}, as it says")
    return decode(file, text.encode())
