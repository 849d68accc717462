"""Bytes to the kind of secret that they hold, told by its shape, wherever it stands in them."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.plain.patterns import pattern

_QUOTE = rb"(?:[\"']|&quot;|&#(?:34|39);|\\\\?\")?"
PRIVATE_KEY = "a private key"
"""The kind that has nothing to do with shares."""
# What stands before a word is looked at behind it: Python looks for letters ten times as fast.
_SHAPES = {
    "keys of shares": (
        (b"key",),
        pattern(
            rb"key(?<=\bkey)"
            + _QUOTE
            + rb"\s*[:=]\s*"
            + _QUOTE
            + rb"[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])"
        ),
    ),
    "a share's link with its key": (
        (b"k1",),
        pattern(rb"(?i)(?:#|%23|&#35;)k1[a-z2-7]{56}(?![a-z2-7])"),
    ),
    # In one case: texts of all 64 signs of base64 would have it by chance else.
    "the key of a share": (
        (b"k1",),
        pattern(
            rb"k1(?<![A-Za-z0-9+/]k1)[a-z2-7]{56}(?![A-Za-z0-9+/])"
            rb"|K1(?<![A-Za-z0-9+/]K1)[A-Z2-7]{56}(?![A-Za-z0-9+/])"
        ),
    ),
    # The first line alone is what manuals print.
    PRIVATE_KEY: (
        (b"private key", b"putty-user-key", b"age-secret-key"),
        pattern(
            rb"(?s)-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
            rb"(?:\s|\\n|<br ?/?>|[\w-]+: [^\n]{0,200}\n)*[A-Za-z0-9+/]{40}"
            rb"|PuTTY-(?<=\bPuTTY-)User-Key-File-\d+:.{0,2000}?Private-Lines:"
            rb"|AGE-(?<=\bAGE-)SECRET-KEY-1[0-9A-Z]{58}\b"
        ),
    ),
}
"""By kind: words in lower case of which one is in every secret of the kind, and what finds it."""


def secret_in(content: bytes, kinds: Iterable[str] = tuple(_SHAPES)) -> str:
    """Return what kind of secret bytes hold, of some kinds, empty for none."""
    lower = content.lower()
    maybe = (kind for kind in kinds if any(word in lower for word in _SHAPES[kind][0]))
    return next((kind for kind in maybe if _SHAPES[kind][1].search(content)), "")
