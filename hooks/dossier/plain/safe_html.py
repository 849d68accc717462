"""HTML that somebody wrote to HTML that shows and does nothing else.

What may stand is listed; all else goes. Elements that an author opened by name stay too. The list
holds what Markdown and the theme's extensions write: tables, notes, tabs, task lists, icons.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import nh3

from dossier.plain.addresses import split_address
from dossier.plain.hidden_html import without_hidden
from dossier.plain.html_reader import HTMLReader
from dossier.plain.patterns import pattern
from dossier.plain.userinfo import has_userinfo

_TEXT = """
a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp
section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
aside header footer article nav main
"""
_DRAWN = "svg g path circle ellipse line polygon polyline rect title desc"
_CHOSEN = "input label"
TAGS = frozenset(f"{_TEXT} {_DRAWN} {_CHOSEN}".split())
"""Elements that may stand."""
_SHAPE = frozenset(
    [
        "cx",
        "cy",
        "d",
        "fill",
        "fill-opacity",
        "fill-rule",
        "clip-rule",
        "height",
        "opacity",
        "points",
        "r",
        "rx",
        "ry",
        "stroke",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-width",
        "transform",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
    ]
)
ANYWHERE = frozenset(
    [
        "align",
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "class",
        "dir",
        "hidden",
        "id",
        "lang",
        "role",
        "title",
        "translate",
    ]
)
"""Attributes that any element may have."""
ATTRIBUTES = {
    "a": frozenset({"href", "hreflang", "name", "rel", "target", "download"}),
    "abbr": frozenset({"title"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "div": frozenset({"data-tabs"}),
    "img": frozenset({"alt", "height", "loading", "src", "width"}),
    "input": frozenset({"checked", "disabled", "name", "type"}),
    "ins": frozenset({"cite", "datetime"}),
    "label": frozenset({"for"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "q": frozenset({"cite"}),
    "source": frozenset({"media", "srcset", "type"}),
    "svg": frozenset({"viewbox", "viewBox", "xmlns", *_SHAPE}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
    **dict.fromkeys(set(_DRAWN.split()) - {"svg"}, _SHAPE),
}
"""Attributes that single elements may have besides."""
SCHEMES = frozenset({"http", "https", "mailto", "tel", "evidence", "project", "proof", "figure"})
"""Schemes of addresses. References are among them, because what is left of them is told later."""
ADDRESSES = frozenset({"href", "src", "cite", "srcset"})
EMPTIED = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "dialog", "datalist"}
    | {"noembed", "noframes", "canvas"}
)
"""Elements that go with all that stands in them, which nobody would see."""
_KINDS = frozenset({"checkbox", "radio"})
# Python-Markdown aligns cells so; an inline style would need a hole in the pages' policy.
_ALIGNED = pattern(r'<(t[dh]) style="text-align: ?(left|right|center);?"')
_OF_THEME = pattern(r"__(?!tabbed_)")
"""Ids by which the theme's scripts find their own elements: `__config` holds what they load."""


def sanitize(html: str, opened: Collection[str] = ()) -> str:
    """Return HTML without anything that runs, loads, sends, or is hidden by its style.

    `opened` are elements that stay.
    """
    aligned = _ALIGNED.sub(r'<\1 align="\2"', without_hidden(html))
    return _cleaner(frozenset(opened)).clean(aligned)


def active_parts(html: str, opened: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Yield what `sanitize` takes out of HTML: the line, counted from 0, and what it is."""
    reader = _Reader(frozenset(opened))
    reader.read(_ALIGNED.sub(r'<\1 align="\2"', html))
    yield from reader.found


def may_have(tag: str, name: str, value: str) -> bool:
    """Return whether an element may have an attribute of that value."""
    if name not in ANYWHERE and name not in ATTRIBUTES.get(tag, frozenset()):
        return False
    if name in ADDRESSES and not _is_safe(value):
        return False
    return _kept(tag, name, value) is not None


_cleaners: dict[frozenset[str], nh3.Cleaner] = {}


def _cleaner(opened: frozenset[str]) -> nh3.Cleaner:
    if opened not in _cleaners:
        attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
        for tag in opened:
            attributes.setdefault(tag, set()).update(_OPENED_ATTRIBUTES)
        _cleaners[opened] = nh3.Cleaner(
            tags=set(TAGS | opened),
            clean_content_tags=set(EMPTIED - opened),
            attributes={**attributes, "*": set(ANYWHERE)},
            attribute_filter=_kept,
            url_schemes=set(SCHEMES),
            link_rel=None,
        )
    return _cleaners[opened]


_OPENED_ATTRIBUTES = frozenset(
    {
        "allowfullscreen",
        "controls",
        "height",
        "loading",
        "poster",
        "preload",
        "src",
        "type",
        "width",
    }
)
"""What an element may have that an author opened by name. Nothing of it runs."""


def _kept(tag: str, name: str, value: str) -> str | None:
    """Return the value that an attribute keeps, None if it goes."""
    if name in ("id", "name", "for") and _OF_THEME.match(value):
        return None
    if tag == "input" and name == "type" and value.lower() not in _KINDS:
        return None
    if name in ADDRESSES and has_userinfo(value):
        return None
    if name == "srcset" and not all(map(_is_safe, value.split(","))):
        return None
    return value


def _is_safe(address: str) -> bool:
    # Browsers pass over tabs, line ends and control characters in a scheme.
    plain = re.sub(r"[\x00-\x20\x7f-\x9f]+", "", address)
    parts = split_address(plain)
    return parts is not None and (not parts.scheme or parts.scheme.lower() in SCHEMES)


class _Reader(HTMLReader):
    """Finds what a sanitizer takes out."""

    def __init__(self, opened: frozenset[str]) -> None:
        super().__init__()
        self.opened = opened
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0] - 1
        if tag in self.opened:
            return
        if tag not in TAGS:
            self.found.append((line, f"<{tag}>"))
            return
        for name, value in attrs:
            # `markdown` is for Markdown, which takes it away.
            if name != "markdown" and not may_have(tag, name, value or ""):
                self.found.append((line, f"`{name}` of <{tag}>"))
