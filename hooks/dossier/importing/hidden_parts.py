"""A page without what it hides from whoever looks at it: by its elements' own attributes.

Rules of style sheets are not read: which of them holds depends on scripts and sizes of windows,
and a panel that is folded away by a class is often the one that stands open. Nor is a
colour alone: what it stands on is told elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from dossier.importing.words import words
from dossier.plain.html_reader import VOID, HTMLReader
from dossier.plain.patterns import pattern

_CLOSED_BY: dict[str, set[str]] = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "p": {"p"},
    **{tag: {"p"} for tag in ("div", "ul", "ol", "table", "section", "h1", "h2", "h3", "h4")},
}
"""Elements that end without a tag of their own, where another one begins."""
_NOTHING = r"(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?"
_HIDING = pattern(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
    rf"|opacity:{_NOTHING}|font-size:(?:{_NOTHING}|[01](?:\.\d+)?px)|color:transparent"
    r"|(?:left|right|top|bottom|text-indent|margin-left|margin-top):-(?:\d{4,}|[5-9]\d\d)[\w.%]*"
    r"|transform:scale[xy3d]{0,2}\(0[,)0]*|clip:rect\([01](?:px)?(?:[ ,][01](?:px)?){3}\)"
    r"|clip-path:inset\((?:50|100)%\))(?:!important)?(?=;|$)"
)
"""Declarations by which nothing is seen, without needless blanks and in lower case."""
_NO_ROOM = pattern(rf"(?:^|;)(?:max-)?(?:height|width):{_NOTHING}(?:!important)?(?=;|$)")
_COLOUR = pattern(r"(?:^|;)(color|background(?:-color)?):([^;!]+)")
_READ_ALOUD = pattern(
    r"(?i)(?<![a-z])(?:sr-only|visually-?hidden|screen-reader(?:-text)?)(?![a-z])"
)
"""What style sheets everywhere call text that is only heard."""


class _Reader(HTMLReader):
    """Writes a page again as far as it is seen, and what is hidden beside."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.hidden: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """Elements that are open, and whether what is in them is hidden."""
        self._depths: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self._open and self._open[-1][0] in _CLOSED_BY.get(tag, ()):
            self._close()
        is_hidden = self._is_hidden or hides(attrs)
        if tag not in VOID:
            self._open.append((tag, is_hidden))
            self._depths[tag] += 1
        (self.hidden if is_hidden else self.seen).append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if not self._depths[tag]:
            return
        while True:
            other, is_hidden = self._close()
            if other == tag:
                break
        (self.hidden if is_hidden else self.seen).append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._keep(data if self.cdata_elem else escape(data, quote=False))

    @property
    def _is_hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _close(self) -> tuple[str, bool]:
        self._depths[self._open[-1][0]] -= 1
        return self._open.pop()

    def _keep(self, markup: str) -> None:
        (self.hidden if self._is_hidden else self.seen).append(markup)


def without_hidden(page: str) -> tuple[str, int]:
    """Return a page without what it hides, and how many words these are."""
    reader = _Reader()
    reader.read(page)
    told = re.sub(r"<[^>]*>", " ", "".join(reader.hidden))
    return "".join(reader.seen), len(words(told))


def hides(attributes: list[tuple[str, str | None]]) -> bool:
    """Return whether an element with these attributes shows nothing of what is in it."""
    told = {name: value or "" for name, value in attributes}
    if "hidden" in told or _READ_ALOUD.search(told.get("class", "")):
        return True
    style = re.sub(r"/\*.*?\*/", "", told.get("style", "").casefold(), flags=re.DOTALL)
    style = re.sub(r"\s*([:;,()!])\s*", r"\1", " ".join(style.split()))
    if _HIDING.search(style):
        return True
    if "overflow:hidden" in style and _NO_ROOM.search(style):
        return True
    colours = _COLOUR.findall(style)
    ink = {value for name, value in colours if name == "color"}
    return any(value in ink for name, value in colours if name != "color")
