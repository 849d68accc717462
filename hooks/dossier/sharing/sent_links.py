"""Who was sent a link, and until when: `.dossier/links.json`, for the author's own pages.

It holds neither key nor address, so that private builds may read it, which never open the
keystore. Whatever changes the keystore writes it anew, and keeps what it says of links whose keys
are not there any more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from dossier.model.sent_link import SentLink
from dossier.plain import dates
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.terminal import inert_line
from dossier.sharing.keys_json import FILE as KEYSTORE

FILE = ".dossier/links.json"
MOST_BYTES = 10_000_000
_KEY_SIGNS = 44
"""How long a key is in base64: a keystore is longer than its keys."""
_NAMED = 12


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
    ended = raw.get("ended")  # An earlier version did not write it.
    return SentLink(
        uid=str(raw["uid"]),
        application=str(raw["application"]),
        role=None if role is None else str(role),
        label=str(raw["label"]),
        expires=date.fromisoformat(expires) if expires else None,
        revoked=date.fromisoformat(revoked) if revoked else None,
        ended=date.fromisoformat(ended) if ended else None,
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
            "ended": link.ended.isoformat() if link.ended else None,
        }
        for link in links
    ]
    content = {"version": 1, "links": spelled}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def spell_unheld(root: Path, today: date) -> str:
    """Say if the keystore cannot hold the keys of the links that open, empty if it may.

    It is not opened: whether it is there, and how large it is, tells. Raises ConfigError.
    """
    live = [link for link in read_links(root) if link.state(today) == "active"]
    path = root / KEYSTORE
    if not live:
        return ""
    if not path.is_file():
        why = "is not there"
    elif path.stat().st_size < _KEY_SIGNS * len(live):
        why = "is too small to hold the keys of all links"
    elif not os.access(path, os.R_OK):
        why = "cannot be read"
    else:
        return ""
    cure = "`dossier share list` says what to do"
    return f"{KEYSTORE} {why}, and links are out: {_names(live)}. {cure}."


def spell_open(root: Path) -> str:
    """Name the links that open, for the end of a sentence; empty if nothing is known of them."""
    try:
        links = read_links(root)
    except ConfigError:
        return ""
    live = [link for link in links if link.state(dates.current_day()) == "active"]
    return f". Links that are out: {_names(live)}" if live else ""


def _names(links: Sequence[SentLink]) -> str:
    named = [link.uid + (f" for {link.label}" if link.label else "") for link in links]
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return inert_line(", ".join(named[:_NAMED])) + more
