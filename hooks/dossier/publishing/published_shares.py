"""Which shares this machine has published: `.dossier/published.json`.

It tells whether a link was ever published. Which pages may go it does not tell: that a key is here,
or that the link was withdrawn or replaced, does. Addresses are no secret, so this is no keystore.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, locked_folder, make_own_folder, replace_file

FILE = ".dossier/published.json"


def read_published(root: Path) -> frozenset[str]:
    """Return the ids of the shares that were published from here. Raises ConfigError."""
    path = root / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(share_id) for share_id in content["shares"])
    except FileNotFoundError:
        return frozenset()
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "remove it: what it knew is asked again"
        raise ConfigError(f"{FILE} cannot be read", hint) from error


def record_published(root: Path, share_ids: Iterable[str]) -> None:
    """Add the ids of shares that are about to be published, if there are any."""
    wanted = set(share_ids)
    if read_published(root) >= wanted:
        return
    path = root / FILE
    make_own_folder(path.parent)
    # Read again under the lock: another publish may have written meanwhile.
    with locked_folder(path.parent):
        content = {"version": 1, "shares": sorted({*read_published(root), *wanted})}
        replace_file(path, f"{json.dumps(content, indent=1)}\n".encode(), mode=OWNER_FILE)
