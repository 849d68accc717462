"""Addresses to their parts; what cannot be taken apart is none."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, parse_qsl, urlsplit

from dossier.plain.patterns import pattern
from dossier.plain.secrets import ACCESS, secret_in

LOCAL = ("localhost", "127.0.0.1")
"""Hosts on which browsers open sealed pages without https."""

_OWN_ENDINGS = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".corp")
"""Of names that no public server knows."""
_DOTS = "xn--rvg"
"""Three dots in one sign, as links have it that Markdown has read."""
_ACCESS = pattern(
    r"(?:access|auth|refresh|id|private|security|x-amz-security)[_-]?token|(?:client[_-]?)?secret"
    r"|api[_-]?key|x-(?:amz|goog)-signature|passw(?:or)?d|pwd"
)
_MAYBE_ACCESS = pattern(r"token|sig|signature|key|auth")
_LIKE_A_KEY = pattern(r"(?=\D*\d)\S{8,}")


def split_address(address: str) -> SplitResult | None:
    """Return the parts of an address, None for what is none, as `http://[::1/`.

    `urlsplit` raises for it, wherever somebody wrote it.
    """
    try:
        return urlsplit(address)
    except ValueError:
        return None


def is_local(url: str) -> bool:
    """Return whether an address leads to the machine that opens it."""
    parts = split_address(url)
    return parts is not None and parts.hostname in LOCAL


def is_of_own_network(url: str) -> bool:
    """Return whether a web address opens on a machine, or within a network, alone."""
    parts = split_address(url)
    if parts is None or parts.scheme not in ("http", "https", ""):
        return False
    host = (parts.hostname or "").rstrip(".")
    try:
        return not ipaddress.ip_address(host.partition("%")[0]).is_global
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_OWN_ENDINGS))


def is_placeholder(url: str) -> bool:
    """Return whether an address has dots where its host would stand, as `https://…`."""
    parts = split_address(url)
    host = (parts.hostname or "") if parts else ""
    return bool(parts and parts.netloc and (host == _DOTS or not re.search(r"\w", host)))


def access_in(url: str) -> str:
    """Return what lets whoever has an address in, by the name of its part, empty for nothing."""
    parts = split_address(url)
    if parts is None or not parts.netloc:
        return ""
    if secret_in(url.encode("utf-8", "replace"), (ACCESS,)):
        return "path"
    for name, value in (*parse_qsl(parts.query), *parse_qsl(parts.fragment)):
        is_sure = _ACCESS.fullmatch(name.lower())
        if is_sure or (_MAYBE_ACCESS.fullmatch(name.lower()) and _LIKE_A_KEY.fullmatch(value)):
            return name
    return ""
