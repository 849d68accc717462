"""Which shares this machine has published: `.dossier/published.json`.

A share that is rotated gets another address, and its old page may go. One that this machine
never published may not. Addresses are no secret, so this is not the keystore.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, OWNER_FOLDER, replace_file

FILE = ".dossier/published.json"


def read_published(root: Path) -> frozenset[str]:
    """Return the ids of the shares that were published from here. Raises ConfigError."""
    path = root / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(share_id) for share_id in content["shares"])
    except FileNotFoundError:
        return frozenset()
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "remove it: what it knew is asked again"
        raise ConfigError(f"{FILE} cannot be read", hint) from error


def record_published(root: Path, share_ids: Iterable[str]) -> None:
    """Add the ids of shares that are about to be published, if there are any."""
    known = read_published(root)
    if known >= set(share_ids):
        return
    path = root / FILE
    path.parent.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    content = {"version": 1, "shares": sorted({*known, *share_ids})}
    replace_file(path, f"{json.dumps(content, indent=1)}\n".encode(), mode=OWNER_FILE)
