"""Which shares this machine has published: `.dossier/published.json`.

It tells whether a link was ever published, and which had a page when this machine last published.
Which pages may go it does not tell: that a key is here, or that the link was withdrawn or replaced,
does. Addresses are no secret, so this is no keystore.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, locked_folder, make_own_folder, replace_file
from dossier.plain.frozen import frozen
from dossier.sharing.sent_links import read_links

FILE = ".dossier/published.json"


@frozen
class Published:
    """What this machine has published."""

    shares: frozenset[str] = frozenset()
    """The ids of all shares that ever were."""
    standing: frozenset[str] = frozenset()
    """The uids of the links that have a page, as far as is known."""


def read_published(root: Path) -> Published:
    """Return what was published from here. Raises ConfigError."""
    path = root / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        # A version that wrote no `standing` did not know.
        found = (content["shares"], content.get("standing", []))
        return Published(*(frozenset(map(str, names)) for names in found))
    except FileNotFoundError:
        return Published()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "remove it: what it knew is asked again"
        raise ConfigError(f"{FILE} cannot be read", hint) from error


def read_sent(root: Path) -> tuple[SentLink, ...]:
    """Return the links of a project, each with whether it has a page. Raises ConfigError."""
    standing = read_published(root).standing
    return tuple(replace(link, is_standing=link.uid in standing) for link in read_links(root))


def record_published(root: Path, shares: Mapping[str, str]) -> Published:
    """Add shares that are about to be published, ids by uid. Returns what was known before."""
    added = Published(frozenset(shares.values()), frozenset(shares))
    before = read_published(root)
    if before.shares >= added.shares and before.standing >= added.standing:
        return before
    make_own_folder((root / FILE).parent)
    # Read again under the lock: another publish may have written meanwhile.
    with locked_folder((root / FILE).parent):
        before = read_published(root)
        _write(root, before.shares | added.shares, before.standing | added.standing)
    return before


def take_back(root: Path, shares: Mapping[str, str], before: Published) -> None:
    """Forget shares that were not published after all, but for what was known before."""
    if before.shares >= {*shares.values()} and before.standing >= {*shares}:
        return
    with locked_folder((root / FILE).parent):
        now = read_published(root)
        gone = frozenset(shares.values()) - before.shares
        _write(root, now.shares - gone, now.standing - (frozenset(shares) - before.standing))


def record_standing(root: Path, uids: Iterable[str]) -> None:
    """Keep which links have a page, now that a publish has replaced all others."""
    standing = frozenset(uids)
    if read_published(root).standing == standing:
        return
    with locked_folder((root / FILE).parent):
        _write(root, read_published(root).shares, standing)


def _write(root: Path, shares: frozenset[str], standing: frozenset[str]) -> None:
    content = {"version": 1, "shares": sorted(shares), "standing": sorted(standing)}
    replace_file(root / FILE, f"{json.dumps(content, indent=1)}\n".encode(), mode=OWNER_FILE)
