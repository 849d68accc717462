"""Who was sent a link, and until when: `.dossier/links.json`, for the author's own pages.

It holds neither key nor address, so that private builds may read it, which never open the
keystore. Whatever changes the keystore writes it anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary

FILE = ".dossier/links.json"
MOST_BYTES = 10_000_000


def read_links(root: Path) -> tuple[SentLink, ...]:
    """Return the links of a project in the order in which they were made. Raises ConfigError."""
    try:
        raw = json.loads(read_ordinary(root / FILE, MOST_BYTES))
        return tuple(map(_read, raw["links"]))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "`dossier share list` writes it anew"
        raise ConfigError(f"{FILE} cannot be read", hint) from error


def _read(raw: dict[str, str | None]) -> SentLink:
    role, expires, revoked = raw["role"], raw["expires"], raw["revoked"]
    return SentLink(
        uid=str(raw["uid"]),
        application=str(raw["application"]),
        role=None if role is None else str(role),
        label=str(raw["label"]),
        expires=date.fromisoformat(expires) if expires else None,
        revoked=date.fromisoformat(revoked) if revoked else None,
    )


def spell_links(links: Iterable[SentLink]) -> bytes:
    """Return the content of the file."""
    spelled = [
        {
            "uid": link.uid,
            "application": link.application,
            "role": link.role,
            "label": link.label,
            "expires": link.expires.isoformat() if link.expires else None,
            "revoked": link.revoked.isoformat() if link.revoked else None,
        }
        for link in links
    ]
    content = {"version": 1, "links": spelled}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
