"""Which shares this machine has published: `.dossier/published.json`.

It tells whether a link was ever published, and which have a page in each place to which this
machine published. Which pages may go it does not tell: that a key is here, or that the link was
withdrawn or replaced, does. Addresses are no secret, so this is no keystore.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from dossier.model.sent_link import SentLink
from dossier.plain.addresses import is_local
from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, replace_file
from dossier.plain.frozen import frozen
from dossier.sharing.keyfile import locked
from dossier.sharing.sent_links import read_links

FILE = ".dossier/published.json"


@frozen
class Place:
    """Where this machine published to, and the address that the site had then."""

    where: str
    """A branch of a repository, or a folder. Empty where an earlier version did not write it."""
    address: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, from which somebody uploads."""
        return Path(self.where).is_absolute()

    @property
    def is_gone(self) -> bool:
        """Whether it is a folder that is not there any more, and that led nowhere else."""
        is_here = not self.address or is_local(self.address)
        return self.is_folder and is_here and not Path(self.where).exists()

    def takes_over(self, other: Place) -> bool:
        """Return whether a publish here replaces what was published there.

        What one folder is uploaded to under another address is another host.
        """
        is_same = not self.is_folder or other.address in ("", self.address)
        return not other.where or (self.where == other.where and is_same)


Pages = Mapping[str, str]
"""The uid of each share by the id of its page; by its uid where an earlier version wrote no id."""


@frozen
class Published:
    """What this machine has published."""

    shares: frozenset[str] = frozenset()
    """The ids of all shares that ever were."""
    places: Mapping[Place, Pages] = field(default_factory=dict)
    """The pages of links that stand, as far as is known, by where they were published."""

    @property
    def standing(self) -> frozenset[str]:
        """Return the uids of the links that have a page anywhere."""
        return frozenset(uid for pages in self.places.values() for uid in pages.values())

    def pages_of(self, place: Place) -> Pages:
        """Return the pages that stand where a publish to a place would replace them."""
        known = (pages for each, pages in self.places.items() if _is_at(place, each))
        return {page: uid for pages in known for page, uid in pages.items()}


def read_published(root: Path) -> Published:
    """Return what was published from here. Raises ConfigError."""
    path = root / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        places = _places(content.get("standing", []))
        there = {place: pages for place, pages in places.items() if pages and not place.is_gone}
        return Published(frozenset(map(str, content["shares"])), there)
    except FileNotFoundError:
        return Published()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "remove it: what it knew is asked again"
        raise ConfigError(f"{FILE} cannot be read", hint) from error


def _places(standing: Any) -> dict[Place, dict[str, str]]:  # noqa: ANN401 - as it was written
    """Return where pages stand, as this version writes it or an earlier one did."""
    if isinstance(standing, list) and all(isinstance(each, dict) for each in standing):
        return {
            Place(str(each["where"]), str(each["address"])): {
                str(page): str(uid) for page, uid in each["pages"].items()
            }
            for each in standing
        }
    named = standing if isinstance(standing, dict) else {"": standing}
    return {Place(str(where)): {str(uid): str(uid) for uid in named[where]} for where in named}


def read_sent(root: Path) -> tuple[SentLink, ...]:
    """Return the links of a project, each with whether it has a page. Raises ConfigError."""
    standing = read_published(root).standing
    return tuple(replace(link, is_standing=link.uid in standing) for link in read_links(root))


def record_published(root: Path, place: Place, shares: Mapping[str, str]) -> Published:
    """Add shares that are about to be published, ids by uid. Returns what was known before."""
    pages = {page: uid for uid, page in shares.items()}
    before = read_published(root)
    if before.shares >= pages.keys() and before.places.get(place, {}).items() >= pages.items():
        return before
    # Read again under the lock: another publish may have written meanwhile.
    with locked((root / FILE).parent):
        before = read_published(root)
        _write(root, before.shares | pages.keys(), _put(before, place, pages, is_more=True))
    return before


def take_back(root: Path, place: Place, shares: Mapping[str, str], before: Published) -> None:
    """Forget shares that were not published after all, but for what was known before."""
    pages, stood = frozenset(shares.values()), before.pages_of(place)
    if before.shares >= pages and stood.keys() >= pages:
        return
    with locked((root / FILE).parent):
        now = read_published(root)
        gone = pages - stood.keys()
        kept = {page: uid for page, uid in now.pages_of(place).items() if page not in gone}
        _write(root, now.shares - (pages - before.shares), _put(now, place, kept))


def record_standing(root: Path, place: Place, shares: Mapping[str, str]) -> None:
    """Keep which links have a page in a place, where a publish has replaced all others.

    `shares` are ids by uid. What stands elsewhere stands: a folder to look at says nothing of the
    host.
    """
    pages = {page: uid for uid, page in shares.items()}
    known = read_published(root).places
    replaced = [each for each in known if place.takes_over(each)]
    if known.get(place, {}) == pages and replaced in ([], [place]):
        return
    with locked((root / FILE).parent):
        now = read_published(root)
        others = {each: kept for each, kept in now.places.items() if not place.takes_over(each)}
        _write(root, now.shares, {**others, place: pages})


def _put(
    known: Published, place: Place, pages: Pages, *, is_more: bool = False
) -> dict[Place, Pages]:
    """Return places with pages at one of them, `is_more` of them beside those known."""
    others = {each: kept for each, kept in known.places.items() if not _is_at(place, each)}
    return {**others, place: {**known.pages_of(place), **pages} if is_more else pages}


def _is_at(place: Place, other: Place) -> bool:
    return bool(other.where) and place.takes_over(other)


def _write(root: Path, shares: frozenset[str], places: Mapping[Place, Pages]) -> None:
    known = sorted(places.items(), key=lambda each: (each[0].where, each[0].address))
    standing = [
        {"where": place.where, "address": place.address, "pages": dict(sorted(pages.items()))}
        for place, pages in known
        if pages
    ]
    content = {"version": 1, "shares": sorted(shares), "standing": standing}
    replace_file(root / FILE, f"{json.dumps(content, indent=1)}\n".encode(), mode=OWNER_FILE)
