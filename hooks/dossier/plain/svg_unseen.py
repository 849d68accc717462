"""A cleaned drawing to what of it is drawn, and to the names that something refers to.

Whatever may be seen stays as it is: where a style sheet leaves it open, or something moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from dossier.plain.cached_property import cached_property
from dossier.plain.patterns import pattern
from dossier.plain.svg_drawn import ANY, RULE, Drawing, ends, local_name

_BY_REFERENCE = frozenset(
    {"defs", "symbol", "clipPath", "mask", "marker", "pattern", "filter"}
    | {"linearGradient", "radialGradient"}
)
"""What is drawn where something refers to it, and nowhere else."""
_SHAPES = frozenset({"circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect"})
_SIZES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("image", "rect", "svg"), ("width", "height")),
    "circle": ("r",),
    "ellipse": ("rx", "ry"),
}
"""What an element of no size is told by. Of `rect`, `rx` rounds the corners."""
_SAID = frozenset({"title", "desc"})
_WORDS = frozenset({"text", "title", "style"})
_ROOT_ALONE = frozenset({"aria-label", "aria-labelledby", "aria-hidden", "role"})
_LEADING = ("begin", "end", "aria-labelledby")
"""Attributes that name other elements without `#`."""
_NAME = pattern(r"[.#][\w-]+")
_ZERO = pattern(r"[+-]?(?:0+\.?0*|\.0+)(?:%|[a-z]+)?", re.IGNORECASE)
_UNSURE = ""
"""A value that may be another."""


class _Look(NamedTuple):
    """What an element has from those around it."""

    is_hidden: bool = False
    is_tiny: bool = False
    is_unfilled: bool = False
    is_unlined: bool = True

    @property
    def shows_words(self) -> bool:
        return not (self.is_hidden or self.is_tiny or (self.is_unfilled and self.is_unlined))


_REFERRED = _Look(is_unlined=False)
"""What is said where something refers to it may paint it."""


def without_unseen(root: ET.Element) -> None:
    """Take out what is not drawn, all words but the drawing's title, and names of nothing."""
    drawing = _Seen(root)
    kept = drawing.seen()
    _prune(root, kept, is_title=next((e for e in root if local_name(e) == "title"), None))
    _prune_names(root)


class _Seen(Drawing):
    """A drawing, looked through for what of it is seen."""

    def __init__(self, root: ET.Element) -> None:
        super().__init__(root, 0)

    def seen(self) -> set[ET.Element]:
        """Return what is drawn, and what it has to stand in."""
        found: set[ET.Element] = set()
        done: set[tuple[ET.Element, _Look]] = set()
        waiting = [(self.root, _Look())]
        while waiting:
            element, around = step = waiting.pop()
            if step in done:
                continue
            done.add(step)
            look = self._look(element, around)
            if not self._is_drawn(element, look):
                continue
            found.add(element)
            parts = (self.parts.get(name) for _, name in self.references(element))
            waiting += [(part, _REFERRED) for part in parts if part is not None]
            waiting += [(each, look) for each in element if local_name(each) not in _APART]
        above = {child: each for each in self.root.iter() for child in each}
        found |= {each for each in self.root.iter() if local_name(each) in ("style", "view")}
        for element in [*found]:
            parent = above.get(element)
            while parent is not None and parent not in found:
                found.add(parent)
                parent = above.get(parent)
        return found

    def _is_drawn(self, element: ET.Element, look: _Look) -> bool:
        kind = local_name(element)
        if kind not in _BY_REFERENCE and self._value(element, "display") == "none":
            return False
        if _is_zero(self._value(element, "opacity")):
            return False
        if any(_is_zero(self._value(element, size)) for size in _SIZES.get(kind, ())):
            return False
        return (
            self._says(element, look)
            if kind == "text"
            else not (kind in _SHAPES and look.is_hidden)
        )

    def _says(self, element: ET.Element, look: _Look) -> bool:
        """Return whether any of a text is seen. What is hidden in it takes room, and stays."""
        words = [element.text, *(child.tail for child in element)]
        return (look.shows_words and any(words)) or any(
            self._says(child, self._look(child, look)) for child in element
        )

    def _look(self, element: ET.Element, around: _Look) -> _Look:
        visible, size = self._value(element, "visibility"), self._value(element, "font-size")
        fill, line = self._value(element, "fill"), self._value(element, "stroke")
        return _Look(
            around.is_hidden if visible is None else visible in ("hidden", "collapse"),
            around.is_tiny if size is None else _is_zero(size),
            around.is_unfilled if fill is None else fill == "none",
            around.is_unlined if line is None else line == "none",
        )

    def _value(self, element: ET.Element, name: str) -> str | None:
        """Return what is said of an element, None for nothing."""
        inline = dict(each.split(":", 1) for each in _declarations(element.get("style", "")))
        ruled = self._ruled_values(element, name)
        if name in self._moved or "!" in inline.get(name, "") or _UNSURE in ruled:
            return _UNSURE
        if name in inline:
            return inline[name].strip()
        if ruled:
            return ruled.pop() if len(ruled) == 1 else _UNSURE
        value = element.get(name)
        return None if value is None else value.strip()

    def _ruled_values(self, element: ET.Element, name: str) -> set[str]:
        if not self._rules:
            return set()
        keys = [f".{each}" for each in element.get("class", "").split()]
        keys += [f"#{element.get('id')}", local_name(element), ANY]
        return {value for key in keys for value in self._rules.get((key, name), ())}

    @cached_property
    def _rules(self) -> Mapping[tuple[str, str], set[str]]:
        """What rules say, by what they may be about; unsure where that is not all they ask for."""
        found: dict[tuple[str, str], set[str]] = {}
        for selectors, declared in RULE.findall(self.sheet):
            for selector in selectors.split(","):
                for key in ends(selector.strip()):
                    for name, _, value in (e.partition(":") for e in _declarations(declared)):
                        is_sure = key == selector.strip() and "!" not in value
                        said = value.strip() if is_sure else _UNSURE
                        found.setdefault((key, name.strip()), set()).add(said)
        return found

    @cached_property
    def _moved(self) -> frozenset[str]:
        """What some animation changes."""
        return frozenset(each.get("attributeName", "") for each in self.root.iter())


_APART = _BY_REFERENCE | _SAID


def _declarations(text: str) -> Iterator[str]:
    return (each for each in text.split(";") if ":" in each)


def _is_zero(value: str | None) -> bool:
    return bool(value and _ZERO.fullmatch(value))


def _prune(root: ET.Element, kept: set[ET.Element], *, is_title: ET.Element | None) -> None:
    """Take out elements that are not kept, and words that stand nowhere."""
    waiting = [(root, False)]
    while waiting:
        element, in_words = waiting.pop()
        in_words = in_words or local_name(element) in _WORDS
        if not in_words and element.text and not element.text.isspace():
            element.text = None
        before: ET.Element | None = None
        for child in [*element]:
            tail = child.tail if in_words or not child.tail or child.tail.isspace() else None
            if child in kept or child is is_title:
                child.tail, before = tail, child
                waiting.append((child, in_words))
                continue
            element.remove(child)
            if in_words and tail and before is None:
                element.text = (element.text or "") + tail
            elif in_words and tail and before is not None:
                before.tail = (before.tail or "") + tail


def _prune_names(root: ET.Element) -> None:
    """Take out the names and classes that nothing in the drawing refers to, and rules of none."""
    drawing = Drawing(root, 0)
    sheet = drawing.sheet
    if "[" not in sheet and "\\" not in sheet:
        selectors = " ".join(selector for selector, _ in RULE.findall(sheet))
        asked = frozenset(_NAME.findall(selectors))
        led = {name for each in root.iter() for _, name in drawing.references(each)}
        for name in _LEADING:
            for each in root.iter():
                led |= {*re.split(r"[\s;.]+", each.get(name, ""))}
        for each in root.iter():
            _keep_names(each, asked, led)
        _keep_rules(root)
    for each in root.iter():
        for name in _ROOT_ALONE if each is not root else ():
            each.attrib.pop(name, None)


def _keep_rules(root: ET.Element) -> None:
    """Take out selectors of what is not there, and rules of none."""
    there = {f".{name}" for each in root.iter() for name in each.get("class", "").split()}
    there |= {f"#{each.get('id')}" for each in root.iter()}
    for style in (each for each in root.iter() if local_name(each) == "style"):
        rules = []
        for selectors, declared in RULE.findall(style.text or ""):
            each = (selectors,) if "(" in selectors else selectors.split(",")
            kept = [
                selector.strip() for selector in each if there.issuperset(_NAME.findall(selector))
            ]
            if kept or "(" in selectors:
                rules.append(f"{','.join(kept) or selectors.strip()}{{{declared}}}")
        style.text = "\n".join(rules)


def _keep_names(element: ET.Element, asked: frozenset[str], led: set[str]) -> None:
    classes = element.get("class", "").split()
    if left := [each for each in classes if f".{each}" in asked]:
        element.set("class", " ".join(left))
    else:
        element.attrib.pop("class", None)
    name = element.get("id", "")
    if name not in led and f"#{name}" not in asked and local_name(element) != "view":
        element.attrib.pop("id", None)
