"""A saved page to the part of it that is a posting: by its elements and roles, never by its words.

Menus, banners, footers and buttons go. Where little would be left, less is taken away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape

from dossier.importing.hidden_parts import without_hidden
from dossier.importing.words import words
from dossier.plain.frozen import frozen
from dossier.plain.html_reader import VOID, HTMLReader
from dossier.plain.html_text import spell_html
from dossier.plain.patterns import pattern

_AROUND = frozenset({"nav", "footer", "aside", "dialog", "button", "select", "textarea", "head"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"}
    | {"dialog", "alertdialog", "alert"}
)
_NAMES = pattern(
    r"(?i)(?<![a-z])(cookies?|consent|gdpr|onetrust|newsletter|breadcrumbs?|skip-?(?:link|nav)\w*"
    r"|social|(?:related|similar|other)[-_]?jobs?)(?![a-z])"
)
"""What boxes around a posting are called in `id` and `class`."""
_NAMED = frozenset({"div", "section", "ul", "ol", "p", "a", "span"})
_ENOUGH = 40
"""With as many words a part may be a whole posting."""
Attributes = Mapping[str, str]


@frozen
class PagePart:
    """The posting of a page."""

    text: str
    is_marked: bool
    """Whether an element says that it is the page's content."""
    left_out: int
    """How many words stand around it."""
    hidden: int = 0
    """How many words the page shows nobody."""


@dataclass(slots=True)
class _Open:
    """An element whose end is awaited."""

    tag: str
    depth: int
    start: int = 0
    rank: int = 0


@dataclass(slots=True)
class _Found:
    """What a page has, in the order of its source."""

    parts: list[str] = field(default_factory=list)
    roots: list[tuple[int, int, int]] = field(default_factory=list)
    """Elements that hold the content: how surely, from and to which part."""

    def root(self) -> tuple[int, int] | None:
        """Return where the content stands: the surest element, of alike ones the longest."""
        best = max(self.roots, key=lambda r: (r[0], r[2] - r[1]), default=None)
        return best[1:] if best else None


class _Reader(HTMLReader):
    """Takes the page apart; what stands in elements around a posting is not kept."""

    def __init__(self, *, by_name: bool) -> None:
        super().__init__()
        self.found = _Found()
        self._by_name = by_name
        self._depths: Counter[str] = Counter()
        self._skipped: _Open | None = None
        self._roots: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._keep(f"<{tag}>")
            return
        self._depths[tag] += 1
        if self._skipped:
            return
        told = {name: value or "" for name, value in attrs}
        here = _Open(tag, self._depths[tag], len(self.found.parts), _rank(tag, told))
        if here.rank:
            self._roots.append(here)
        elif _is_around(tag, told, by_name=self._by_name):
            self._skipped = here
            return
        self._keep(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        depth = self._depths[tag]
        self._depths[tag] = max(depth - 1, 0)
        if self._skipped:
            if (self._skipped.tag, self._skipped.depth) == (tag, depth):
                self._skipped = None
            return
        self._keep(f"</{tag}>")
        if self._roots and (self._roots[-1].tag, self._roots[-1].depth) == (tag, depth):
            root = self._roots.pop()
            self.found.roots.append((root.rank, root.start, len(self.found.parts)))

    def handle_data(self, data: str) -> None:
        self._keep(data if self.cdata_elem else escape(data))

    def _keep(self, markup: str) -> None:
        if not self._skipped:
            self.found.parts.append(markup)


def _rank(tag: str, told: Attributes) -> int:
    """Return how surely an element holds the content, 0 for not."""
    if told.get("itemtype", "").rstrip("/").endswith("JobPosting"):
        return 3
    if tag == "main" or told.get("role") == "main":
        return 2
    return int(tag == "article" or told.get("role") == "article")


def _is_around(tag: str, told: Attributes, *, by_name: bool) -> bool:
    """Return whether an element stands around the content."""
    if tag in _AROUND or told.get("role") in _ROLES:
        return True
    if tag in ("html", "body"):
        return False
    if "hidden" in told or told.get("aria-hidden") == "true" or told.get("aria-modal") == "true":
        return True
    names = f"{told.get('id', '')} {told.get('class', '')}"
    return by_name and tag in _NAMED and _NAMES.search(names) is not None


def posting_part(page: str) -> PagePart:
    """Return the posting of a saved page, or all of the page where nothing tells it apart."""
    shown, hidden = without_hidden(page)
    part = _part_of(shown)
    # A page that a script has yet to show hides all of it.
    return replace(part, hidden=hidden) if words(part.text) else _part_of(page)


def _part_of(page: str) -> PagePart:
    whole = _spelled(page)
    most = len(words(whole))
    for by_name in (True, False):
        reader = _Reader(by_name=by_name)
        reader.read(page)
        found = reader.found
        root = found.root()
        tries = [found.parts[slice(*root)]] if root else []
        for parts in (*tries, found.parts):
            text = _spelled("".join(parts))
            count = len(words(text))
            if count >= min(_ENOUGH, most / 2):
                is_marked = bool(root) and parts is not found.parts
                text = _with_heading("".join(found.parts), text) if is_marked else text
                return PagePart(text, is_marked, max(most - len(words(text)), 0))
    return PagePart(whole, is_marked=False, left_out=0)


def _with_heading(page: str, text: str) -> str:
    """Return a part with the page's first heading, if that stands before it."""
    headings = re.findall(r"<h1>(.*?)</h1>", page, re.DOTALL)
    heading = _spelled(f"<h1>{headings[0]}</h1>") if len(headings) == 1 else ""
    return text if not heading or heading in text else f"{heading}\n\n{text}"


def _spelled(html: str) -> str:
    body = re.sub(r"(?is)<head\b.*?</head>|<title\b.*?</title>", "", html)
    return re.sub(r"\n\s*\n", "\n\n", re.sub(r"[ \t]+\n", "\n", spell_html(body))).strip()
