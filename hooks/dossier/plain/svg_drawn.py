"""A stripped drawing to how many elements are drawn of it: a part counts wherever it is used.

Ten parts that each use the one before ten times are a page of text, and ten thousand million
elements. What a style sheet says counts for whatever has a class, id or name that its rule ends in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from dossier.plain.cached_property import cached_property
from dossier.plain.patterns import pattern

MOST_DRAWN = 20_000
"""Elements that are drawn of any drawing. For ten times as many Chromium takes half a minute."""
MOST_OF_EACH = 10
"""Elements that are drawn for each that a larger drawing has."""
_ADDRESS = pattern(r"url\(\s*[\"']?\s*#([^\"')]*)", re.IGNORECASE)
_ESCAPE = pattern(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
RULE = pattern(r"([^{}]*)\{([^{}]*)\}")
_STEP = pattern(r"[\s>+~]+")
_NAMED = pattern(r"[.#]?[\w-]+")
_NUMBER = pattern(r"[0-9]+(?:\.[0-9]*)?")
ANY = "*"
_LAST_SIGN = 0x10FFFF
_ONCE = frozenset({"clip-path", "mask", "filter"})
"""What is done to a group as a whole. All else passes to each element in it."""
_COLOURS = frozenset({"linearGradient", "radialGradient"})

Reference = tuple[str, str]
"""The property by which a part is referred to, `href` for the part itself, and the part's id."""


class _Size(NamedTuple):
    elements: int
    points: int
    """At which markers may be drawn."""


def draws_too_much(root: ET.Element) -> bool:
    """Return whether more is drawn than a browser can be asked for."""
    most = max(MOST_DRAWN, MOST_OF_EACH * sum(1 for _ in root.iter()))
    return Drawing(root, most).size(root).elements > most


@dataclass
class Drawing:
    """A drawing, and how much of it is known. Not slotted: what it reads is kept."""

    root: ET.Element
    most: int
    """Beyond which nothing is counted."""
    known: dict[ET.Element, _Size] = field(default_factory=dict)

    def size(self, element: ET.Element) -> _Size:
        """Return what an element comes to, with all that it refers to."""
        if element not in self.known:
            self.known[element] = _Size(0, 0)  # Of one that draws itself, which no browser does.
            within = [self.size(child) for child in element]
            if local_name(element) in _COLOURS:
                self.known[element] = _Size(1, 0)
                return self.known[element]
            references = [*self.references(element)]
            within += [self._part(name) for how, name in references if how == "href"]
            elements = 1 + sum(size.elements for size in within)
            points = self._points(element) + sum(size.points for size in within)
            for how, name in references:
                times = 1 if how in _ONCE else points if how.startswith("marker") else elements
                elements += times * self._part(name).elements if how != "href" else 0
                elements = min(elements, self.most + 1)
            self.known[element] = _Size(elements, min(points, self.most + 1))
        return self.known[element]

    def _part(self, name: str) -> _Size:
        part = self.parts.get(name)
        return _Size(0, 0) if part is None else self.size(part)

    @cached_property
    def parts(self) -> dict[str, ET.Element]:
        """The elements that can be referred to, by id."""
        return {name: each for each in self.root.iter() if (name := each.get("id"))}

    @cached_property
    def sheet(self) -> str:
        """All that its style sheets say."""
        return "\n".join(
            each.text or "" for each in self.root.iter() if local_name(each) == "style"
        )

    @cached_property
    def _ruled(self) -> dict[str, list[Reference]]:
        """What rules refer to, by the class, id or name that they end in."""
        found: dict[str, list[Reference]] = {}
        for selectors, declared in RULE.findall(self.sheet):
            references = [*_declared(declared)]
            for selector in selectors.split(",") if references else ():
                for key in ends(selector.strip()):
                    found.setdefault(key, []).extend(references)
        return found

    def references(self, element: ET.Element) -> Iterator[Reference]:
        """Yield what an element refers to, or may by a style sheet."""
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] == "href":
                yield "href", unquote(value.removeprefix("#"))
            else:
                yield from _declared(value if name == "style" else f"{name}:{value}")
        if self._ruled:
            keys = [f".{name}" for name in element.get("class", "").split()]
            for key in (*keys, f"#{element.get('id')}", local_name(element), ANY):
                yield from self._ruled.get(key, ())

    def _points(self, element: ET.Element) -> int:
        said = [element.get(name, "") for name in ("d", "points", "style")]
        said.append(self.sheet if "path(" in self.sheet else "")
        numbers = sum(len(_NUMBER.findall(text)) for text in said)
        # What has its points from elsewhere, such as a line, has two.
        return max(numbers // 2, 2)


def local_name(element: ET.Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _declared(text: str) -> Iterator[Reference]:
    """Yield what declarations refer to, by their properties."""
    plain = _ESCAPE.sub(_sign, text) if "\\" in text else text
    for declaration in plain.split(";") if "(" in plain else ():
        how, _, value = declaration.partition(":")
        for name in _ADDRESS.findall(value):
            yield how.strip().lower(), unquote(name.strip())


def _sign(found: re.Match[str]) -> str:
    number = int(found[1] or "0", 16)
    return chr(number) if 0 < number <= _LAST_SIGN else found[2] or ""


def ends(selector: str) -> list[str]:
    """Return what an element needs one of to be what a selector ends in; anything if in doubt."""
    last = _STEP.split(selector)[-1]
    named = _NAMED.findall(last)
    if not named or "".join(named) != last:
        return [ANY]
    return [key for key in named if key[0] in ".#"] or named
