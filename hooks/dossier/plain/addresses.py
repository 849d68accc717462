"""Addresses to their parts; what cannot be taken apart is none."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

LOCAL = ("localhost", "127.0.0.1")
"""Hosts on which browsers open sealed pages without https."""


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
