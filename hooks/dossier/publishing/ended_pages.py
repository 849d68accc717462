"""Pages of links that opened something once, emptied where what is there is only overwritten.

An upload puts files in place of others and deletes none, so that a page which a folder has no more
stays at the host, and its link opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.publishing.guards import SHARES

EMPTY = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow,noarchive,nosnippet">
<meta name="referrer" content="no-referrer">
<title>Shared document</title>
<p>There is no document at this address any more.</p>
"""


def ended_pages(present: Iterable[str], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return an empty page for each share's page that is there, and is not among new files."""
    pages = (name for name in present if name.startswith(SHARES) and name not in files)
    return dict.fromkeys(sorted(pages), EMPTY)
