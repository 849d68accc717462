"""Shares to the files that are published: each a page of its own, which only its key opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.sharing.document import SharedView
from dossier.sharing.keystore import Share
from dossier.sharing.seal import Sealed, seal_stretched
from dossier.sharing.shell import shell_page


def share_pages(
    view: SharedView, shares: Iterable[Share], templates: Path
) -> Iterator[tuple[str, bytes]]:
    """Yield the file of each share by its path below the site.

    Raises ConfigError for a dossier or role that is not there.
    """
    for share in shares:
        yield f"s/{share.id}/index.html", shell_page(seal_share(view, share), templates)


def seal_share(view: SharedView, share: Share) -> Sealed:
    """Seal what the recipient of a share may see. Raises ConfigError as `share_pages` does."""
    page = f"s/{share.id}/index.md"
    document = view.document(share.application, share.role, page=page)
    plain = {
        "title": document.title,
        "lang": document.lang,
        "css": document.css,
        "html": str(document.html),
    }
    return seal_stretched(
        plain,
        share_id=share.id,
        key=share.key,
        expires=share.expires,
        stretched=share.stretched,
    )
