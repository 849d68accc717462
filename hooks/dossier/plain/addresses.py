"""Addresses to their parts; what cannot be taken apart is none."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def split_address(address: str) -> SplitResult | None:
    """Return the parts of an address, None for what is none, as `http://[::1/`.

    `urlsplit` raises for it, wherever somebody wrote it.
    """
    try:
        return urlsplit(address)
    except ValueError:
        return None
