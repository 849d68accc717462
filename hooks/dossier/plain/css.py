"""CSS to the part of it that only says how something looks, and stays inside its file.

What is kept is listed: properties, functions, and addresses that begin with `#`. All at-rules go.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import tinycss2  # type: ignore[import-untyped]

_PROPERTIES = """
alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
color-interpolation-filters color-rendering cursor cx cy d direction display dominant-baseline fill
fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings
font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight height
image-rendering isolation letter-spacing lighting-color line-height marker marker-end marker-mid
marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events r rx ry
shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor
text-decoration text-overflow text-rendering text-transform transform transform-box
transform-origin unicode-bidi vector-effect visibility white-space width word-spacing
writing-mode x y
"""
PROPERTIES = frozenset(_PROPERTIES.split())
"""What may be said of how something looks: the properties of SVG 2, and those of text in it."""
_FUNCTIONS = """
blur brightness calc circle clamp color contrast cubic-bezier drop-shadow ellipse grayscale hsl
hsla hue-rotate hwb inset invert lab lch matrix matrix3d max min oklab oklch opacity path
perspective polygon rgb rgba rotate rotate3d rotatex rotatey rotatez saturate scale scale3d scalex
scaley sepia skew skewx skewy steps translate translate3d translatex translatey
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
"""Functions that compute from what they are given. `url()` is apart: it may name a part."""
_DEEPEST = 20
_MOST_OPENED = 5_000


def safe_declarations(text: str) -> str:
    """Return the declarations of a `style` attribute that are safe."""
    return "" if _is_a_trap(text) else _declarations(text)


def safe_stylesheet(text: str) -> str:
    """Return the rules of a style sheet, each with its safe declarations."""
    if _is_a_trap(text):
        return ""
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return "\n".join(
        f"{tinycss2.serialize(rule.prelude).strip()}{{{_declarations(rule.content)}}}"
        for rule in rules
        if rule.type == "qualified-rule"
    )


def is_safe_value(text: str) -> bool:
    """Return whether an attribute's value, read as CSS, stays inside its file."""
    return not _is_a_trap(text) and _are_safe(
        tinycss2.parse_component_value_list(text, skip_comments=True)
    )


def _is_a_trap(text: str) -> bool:
    """Return whether a text opens more than any drawing does: deep nesting takes long to read."""
    return any(text.count(sign) > _MOST_OPENED for sign in "([{")


def _declarations(source: Any) -> str:  # noqa: ANN401 - the parser's nodes have no types
    """Write the safe ones of declarations; each as it stood."""
    nodes = tinycss2.parse_declaration_list(source, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{node.lower_name}:{tinycss2.serialize(node.value).strip()}"
        + "!important" * bool(node.important)
        for node in nodes
        if node.type == "declaration" and node.lower_name in PROPERTIES and _are_safe(node.value)
    )


def _are_safe(nodes: Iterable[Any], depth: int = 0) -> bool:
    """Return whether values neither lead out of the file nor are of a kind that nobody knows."""
    return depth < _DEEPEST and all(_is_safe(node, depth) for node in nodes)


def _is_safe(node: Any, depth: int) -> bool:  # noqa: ANN401 - the parser's nodes have no types
    if node.type == "url":
        return bool(node.value.startswith("#"))
    if node.type == "function" and node.lower_name == "url":
        strings = [each.value for each in node.arguments if each.type == "string"]
        return len(strings) == 1 and strings[0].startswith("#")
    if node.type == "function":
        return node.lower_name in FUNCTIONS and _are_safe(node.arguments, depth + 1)
    if node.type in ("() block", "[] block"):
        return _are_safe(node.content, depth + 1)
    return node.type in _PLAIN


_PLAIN = frozenset(
    {"dimension", "hash", "ident", "literal", "number", "percentage", "string", "whitespace"}
)
