"""A page to its Content-Security-Policy: what may run, load and be sent from it.

Scripts and styles come from the site alone, or stand in the page's own frame, each by its hash;
a script that content brought with it has none, so that it would not run even if it got there.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from hashlib import sha256

from dossier.plain.patterns import pattern

_INLINE = pattern(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = pattern(r"\bsrc\s*=|\btype\s*=\s*[\"']?(?:application|text)/(?:ld\+)?(?:json|plain)")
_CHARSET = pattern(r'<meta charset="?utf-8"?>', re.IGNORECASE)

STANDALONE = (
    "default-src 'none'; style-src 'sha256-{style}'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""The policy of a page that holds all it shows, to be filled with the hash of its style."""


def with_policy(page: str, content: str = "", hosts: Iterable[str] = ()) -> str:
    """Return a page with its policy in its head.

    `content` is the part of it that somebody wrote, whose scripts get no hash; from `hosts` it may
    show what the author opened by name.
    """
    frame = page.replace(content, "") if content else page
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_of(frame, hosts)}">'
    # After the character set, which browsers look for in the first kilobyte.
    head = _CHARSET.search(page)
    if head is None:
        return page.replace("<head>", f"<head>{meta}", 1)
    return f"{page[: head.end()]}\n{meta}{page[head.end() :]}"


def policy_of(frame: str, hosts: Iterable[str] = ()) -> str:
    """Return the policy of a page whose frame, all but the content, is given."""
    found: dict[str, list[str]] = {"script": [], "style": []}
    for kind, attributes, text in _INLINE.findall(frame):
        if text.strip() and not _ELSEWHERE.search(attributes):
            found[kind.lower()].append(f"'sha256-{source_hash(text)}'")
    scripts, styles = (" ".join(dict.fromkeys(("'self'", *found[kind]))) for kind in found)
    shown = " ".join(("'self'", "data:", *hosts))
    framed = " ".join(hosts) or "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            f"img-src {shown}",
            f"media-src {shown}",
            f"frame-src {framed}",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def source_hash(text: str) -> str:
    """Return the SHA-256 by which a policy allows what stands in an element, in base64."""
    return base64.b64encode(sha256(text.encode()).digest()).decode()
