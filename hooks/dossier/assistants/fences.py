"""Texts of files to lines that no reader takes for anything but data.

Each line has a bar before it, so that no text can begin a line, and with it close its fence. Signs
that nobody sees are left out: a machine would read them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from dossier.plain.patterns import pattern

_LINE_ENDS = pattern("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
"""Signs of no width that words of some scripts, and some pictures, are made with."""
_BLANK = pattern(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0d\uffa0"
    "\U0001d173-\U0001d17a\U000e0100-\U000e01ef]"
)
"""Signs that are letters or marks to Unicode and draw nothing."""
_IDLE = pattern(
    rf"(?<![^\x00-\u05ff])[{_JOINERS}]+|(?<=[\u200c\u200d\ufe0e])[{_JOINERS}]+"
    "|(?<=\ufe0f)(?!\u200d)[\u200c\ufe0e\ufe0f]+"
)
"""Joiners that join nothing: behind a letter that needs none, or behind another."""
BEGIN = "```data"
BEGIN_TEXT = "```text"
END = "```"


def visible(text: str) -> str:
    """Return a text without signs that are not seen, its lines ended one way."""
    lined = _BLANK.sub("", _LINE_ENDS.sub("\n", text))
    seen = "".join(sign for sign in lined if sign in f"\n{_JOINERS}" or _is_seen(sign))
    return _IDLE.sub("", seen)


def _is_seen(sign: str) -> bool:
    return sign == "\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cn", "Co", "Cs")


def on_one_line(text: str) -> str:
    """Return a text as one line, so that it can stand among others of ours."""
    return " ".join(visible(text).split())


def barred(text: str) -> str:
    """Return a text as the rest of a line of ours, behind a bar; empty if there is none."""
    line = on_one_line(text)
    return f"| {line}" if line else ""


def fenced(texts: Iterable[str], begin: str = BEGIN) -> Iterator[str]:
    """Yield texts as lines between two fences, none of which they can hold."""
    yield begin
    for text in texts:
        yield from (f"| {line}".rstrip() for line in visible(text).split("\n"))
    yield END
