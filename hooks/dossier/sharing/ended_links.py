"""Links that ended, by their ids: `.dossier/ended.json`, beside the keystore.

They were withdrawn or replaced, or had expired when others were changed or published. An older
copy of the keystore, put back, knows nothing of them, and a clock that is set back lets them live:
by these alone such a link would open again. Only ids and days stand here, which are no secret.
What is in it stays in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary

FILE = ".dossier/ended.json"
MOST_BYTES = 10_000_000


def read_ended(root: Path) -> Mapping[str, date]:
    """Return since when each link is no more, by its id. Raises ConfigError."""
    try:
        kept = json.loads(read_ordinary(root / FILE, MOST_BYTES))["shares"]
        return {str(share_id): date.fromisoformat(day) for share_id, day in kept.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = (
            "put back a copy; if there is none, remove it: it is written anew, and then only an "
            "older copy of the keystore, put back, could open again what was withdrawn since"
        )
        raise ConfigError(f"{FILE} cannot be read", hint) from error


class Named(Protocol):
    """What an end is known by."""

    @property
    def uid(self) -> str:
        """What it is called. Of a link whose key was lost nothing else may be known."""

    @property
    def id(self) -> str:
        """The part of its address that nobody can guess."""


def ended_since(ended: Mapping[str, date], share: Named) -> date | None:
    """Return since when a share is no more, None if it is not known to have ended."""
    return ended.get(share.id) or ended.get(share.uid)


def spell_ended(ended: Mapping[str, date]) -> bytes:
    """Return the content of the file."""
    days = {share_id: day.isoformat() for share_id, day in sorted(ended.items())}
    return (json.dumps({"version": 1, "shares": days}, indent=1) + "\n").encode()
