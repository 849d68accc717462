"""Shares to the files that are published: each a page of its own, which only its key opens."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dossier.render.share import ShareDocument
from dossier.sharing.document import SharedView
from dossier.sharing.keystore import Share
from dossier.sharing.seal import Sealed, seal_stretched
from dossier.sharing.shell import shell_page
from dossier.templates import Templates


def share_pages(
    view: SharedView, shares: Iterable[Share], templates: Templates
) -> Iterator[tuple[str, bytes]]:
    """Yield the file of each share by its path below the site.

    Raises ConfigError for a dossier or role that is not there.
    """
    for share in shares:
        yield f"s/{share.id}/index.html", shell_page(seal_share(view, share), templates)


def seal_share(view: SharedView, share: Share) -> Sealed:
    """Seal what the recipient of a share may see. Raises ConfigError as `share_pages` does."""
    return seal_stretched(
        _plain(draw(view, share)),
        share_id=share.id,
        key=share.key,
        expires=share.expires,
        stretched=share.stretched,
    )


def draw(view: SharedView, share: Share, *, page: str = "") -> ShareDocument:
    """Draw what the recipient of a share may see, at its address or another."""
    page = page or f"s/{share.id}/index.md"
    return view.document(share.application, share.role, page=page, day=share.day)


def dated(view: SharedView, share: Share, today: date) -> Share:
    """Return a share with the day on which what it shows became what it is.

    It stays as long as the same is sealed, so that the same content gives the same bytes.
    """
    share = replace(share, company=share.company or view.company(share.application))
    if share.day and share.digest == _digest(draw(view, share)):
        return share
    changed = replace(share, day=today)
    return replace(changed, digest=_digest(draw(view, changed)))


def _plain(document: ShareDocument) -> dict[str, str]:
    return {
        "title": document.title,
        "lang": document.lang,
        "css": document.css,
        "html": str(document.html),
    }


def _digest(document: ShareDocument) -> str:
    plain = json.dumps(_plain(document), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()
