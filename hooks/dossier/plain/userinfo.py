"""Addresses with a name or password before their host: a secret, or another host than it seems."""

from __future__ import annotations

import re

from dossier.plain.patterns import pattern

_USERINFO = pattern(r"^\s*https?:[\s/\\]*[^/\\?#]*@", re.IGNORECASE)
_WITHIN = pattern(
    r"https?:[/\\]+[^\s/\\?#\"'<>]*@|[a-z][a-z0-9+.-]*://[^\s/\\?#\"'<>:@]*:[^\s/\\?#\"'<>]*@",
    re.IGNORECASE,
)
"""Of other schemes (`ssh://git@…`) a name alone is how one gets there."""


def holds_userinfo(text: str) -> bool:
    """Return whether such an address, of whatever scheme, stands anywhere in a text."""
    return bool(_WITHIN.search(text))


def has_userinfo(address: str) -> bool:
    """Return whether something stands before the host of a web address, as browsers read it."""
    return bool(_USERINFO.match(re.sub(r"[\t\n\r]", "", address)))
