"""Which shares this machine has published: `.dossier/published.json`.

It tells whether a link was ever published, and which have a page in each place to which this
machine published. Which pages may go it does not tell: that a key is here, or that the link was
withdrawn or replaced, does. Addresses are no secret, so this is no keystore.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path

from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, locked_folder, make_own_folder, replace_file
from dossier.plain.frozen import frozen
from dossier.sharing.sent_links import read_links

FILE = ".dossier/published.json"
_SOMEWHERE = ""
"""Where an earlier version published to, which it did not write."""


@frozen
class Published:
    """What this machine has published."""

    shares: frozenset[str] = frozenset()
    """The ids of all shares that ever were."""
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The uids of the links that have a page, as far as is known, by where they were published."""

    @property
    def standing(self) -> frozenset[str]:
        """Return the uids of the links that have a page anywhere."""
        return frozenset().union(*self.places.values())


def read_published(root: Path) -> Published:
    """Return what was published from here. Raises ConfigError."""
    path = root / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        shares, places = content["shares"], content.get("standing", {})
        # An earlier version did not know, and one after it did not say where.
        named = places if isinstance(places, dict) else {_SOMEWHERE: places}
        kept = {str(where): frozenset(map(str, uids)) for where, uids in named.items()}
        there = {where: uids for where, uids in kept.items() if uids and not _is_gone(where)}
        return Published(frozenset(map(str, shares)), there)
    except FileNotFoundError:
        return Published()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "remove it: what it knew is asked again"
        raise ConfigError(f"{FILE} cannot be read", hint) from error


def read_sent(root: Path) -> tuple[SentLink, ...]:
    """Return the links of a project, each with whether it has a page. Raises ConfigError."""
    standing = read_published(root).standing
    return tuple(replace(link, is_standing=link.uid in standing) for link in read_links(root))


def record_published(root: Path, where: str, shares: Mapping[str, str]) -> Published:
    """Add shares that are about to be published, ids by uid. Returns what was known before."""
    ids, uids = frozenset(shares.values()), frozenset(shares)
    before = read_published(root)
    if before.shares >= ids and before.places.get(where, frozenset()) >= uids:
        return before
    make_own_folder((root / FILE).parent)
    # Read again under the lock: another publish may have written meanwhile.
    with locked_folder((root / FILE).parent):
        before = read_published(root)
        there = before.places.get(where, frozenset()) | uids
        _write(root, before.shares | ids, {**before.places, where: there})
    return before


def take_back(root: Path, where: str, shares: Mapping[str, str], before: Published) -> None:
    """Forget shares that were not published after all, but for what was known before."""
    stood = before.places.get(where, frozenset())
    if before.shares >= {*shares.values()} and stood >= {*shares}:
        return
    with locked_folder((root / FILE).parent):
        now = read_published(root)
        gone = frozenset(shares.values()) - before.shares
        there = now.places.get(where, frozenset()) - (frozenset(shares) - stood)
        _write(root, now.shares - gone, {**now.places, where: there})


def record_standing(root: Path, where: str, uids: Iterable[str]) -> None:
    """Keep which links have a page in a place, where a publish has replaced all others.

    What stands elsewhere stands: a folder to look at says nothing of the host.
    """
    known, standing = read_published(root).places, frozenset(uids)
    if known.get(where, frozenset()) == standing and _SOMEWHERE not in known:
        return
    with locked_folder((root / FILE).parent):
        now = read_published(root)
        others = {each: kept for each, kept in now.places.items() if each != _SOMEWHERE}
        _write(root, now.shares, {**others, where: standing})


def _is_gone(where: str) -> bool:
    """Return whether pages were published into a folder that is not there any more."""
    return Path(where).is_absolute() and not Path(where).exists()


def _write(root: Path, shares: frozenset[str], places: Mapping[str, frozenset[str]]) -> None:
    standing = {where: sorted(uids) for where, uids in sorted(places.items()) if uids}
    content = {"version": 1, "shares": sorted(shares), "standing": standing}
    replace_file(root / FILE, f"{json.dumps(content, indent=1)}\n".encode(), mode=OWNER_FILE)
