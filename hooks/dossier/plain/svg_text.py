"""A drawing to the texts that are read in it, each as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

_WHOLE = frozenset({"desc", "text", "title"})


def svg_texts(content: bytes) -> tuple[str, ...]:
    """Return the texts of a stripped drawing, in their order; none of what is no drawing.

    What is set in parts is one text, a blank between its parts.
    """
    try:
        root = ET.fromstring(content)  # noqa: S314 - stripped: it has no entities
    except (ET.ParseError, RecursionError, ValueError):
        return ()
    return tuple(filter(None, _texts(root)))


def _texts(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        if str(element.tag).rpartition("}")[2] in _WHOLE:
            yield " ".join(" ".join(element.itertext()).split())
