"""Bytes to the kind of secret that they hold, told by its shape, wherever it stands in them."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.plain.patterns import pattern

_QUOTE = rb"(?:[\"']|&quot;|&#(?:34|39);|\\\\?\")?"
PRIVATE_KEY = "a private key"
"""The kind that has nothing to do with shares."""
ACCESS = "an access token"
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
    # As those who give them out have marked them, for searches like this one. No single sign fills
    # them, as in instructions.
    ACCESS: (
        (
            *(b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_", b"github_pat_", b"glpat-", b"npm_"),
            *(b"pypi-", b"xoxa-", b"xoxb-", b"xoxp-", b"xoxr-", b"xoxs-", b"k_live_", b"aiza"),
            *(b"hooks.slack.com/", b"/api/webhooks/"),
        ),
        pattern(
            rb"(?:gh[oprsu]_|npm_|[rs]k_live_)(?!([A-Za-z0-9])\1{6})[A-Za-z0-9]{24,255}(?!\w)"
            rb"|(?:github_pat_|glpat-|pypi-|xox[abprs]-)(?!([\w-])\2{6})[\w-]{20,255}"
            rb"|AIza[\w-]{35}(?![\w-])"
            rb"|hooks\.slack\.com/(?:services|workflows)/[\w/]{20,255}"
            rb"|discord(?:app)?\.com/api/webhooks/\d{6,30}/[\w-]{40,255}"
        ),
    ),
}
"""By kind: words in lower case of which one is in every secret of the kind, and what finds it."""


def secret_in(content: bytes, kinds: Iterable[str] = tuple(_SHAPES)) -> str:
    """Return what kind of secret bytes hold, of some kinds, empty for none."""
    lower = content.lower()
    maybe = (kind for kind in kinds if any(word in lower for word in _SHAPES[kind][0]))
    return next((kind for kind in maybe if _SHAPES[kind][1].search(content)), "")
