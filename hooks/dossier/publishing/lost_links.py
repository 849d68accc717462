"""Links that are out and whose keys are not here any more: what stands beside the keystore tells.

Without its key a link can be neither shown again nor drawn anew, and what is published of it stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem
from dossier.plain.terminal import inert_line
from dossier.publishing.published_shares import read_published
from dossier.publishing.standing_pages import StandingPage
from dossier.sharing.ended_links import read_ended
from dossier.sharing.keys_json import FILE as KEYSTORE
from dossier.sharing.keystore import Share, read_keys
from dossier.sharing.sent_links import read_links

_BACK = "put the keystore back from a copy, as `dossier share backup` makes them. Without one"


@frozen
class LostLink:
    """A link that may open, and whose key is not here."""

    link: SentLink
    pages: tuple[StandingPage, ...]
    """Those that were published of it and that no key is known for."""
    is_kept: bool
    """Whether the keystore has an older link of the same name."""

    @property
    def uid(self) -> str:
        """What it is called on the command line."""
        return self.link.uid


def lost_links(root: Path, shares: Mapping[str, Share], today: date) -> tuple[LostLink, ...]:
    """Return the links that may open and that a keystore of these shares has no key of.

    Raises ConfigError.
    """
    known = {link.uid: link for link in read_links(root)}
    pages = _unknown_pages(root, shares)
    open_uids = (uid for uid in known if uid not in shares)
    found = []
    for uid in dict.fromkeys((*open_uids, *pages)):
        link = known.get(uid) or SentLink(uid, uid.rpartition("-")[0], None, "")
        if link.state(today) in ("active", "broken"):
            found.append(LostLink(link, tuple(pages.get(uid, ())), uid in shares))
    return tuple(found)


def known_uids(root: Path) -> frozenset[str]:
    """Return what links are or were called, whether their keys are here or not."""
    named = (link.uid for link in read_links(root))
    published = (pages.values() for pages in read_published(root).places.values())
    return frozenset((*named, *read_ended(root), *chain(*published)))


def _unknown_pages(root: Path, shares: Mapping[str, Share]) -> Mapping[str, list[StandingPage]]:
    """Return the pages that were published and have neither a key nor an end, by share."""
    ended, ids = read_ended(root), {share.id for share in shares.values()}
    pages: dict[str, list[StandingPage]] = defaultdict(list)
    for place, standing in read_published(root).places.items():
        for page, uid in standing.items():
            # An earlier version wrote the uid in place of the id.
            is_known = uid in shares if page == uid else page in ids
            if not (is_known or page in ended):
                pages[uid].append(StandingPage(uid, page, place))
    return pages


def lost_problems(links: Iterable[LostLink]) -> Iterator[Problem]:
    """Yield an error for each link whose key is not here."""
    for lost in links:
        label = f" for {lost.link.label}" if lost.link.label else ""
        at = ", ".join(dict.fromkeys(page.address for page in lost.pages if page.address))
        where = f"its page stands at {at}" if at else "no page of it is known to stand"
        message = inert_line(f"the key of the link {lost.uid}{label} is gone, and {where}")
        goes = ", and the next publish takes its page away" if lost.pages else ""
        hint = (
            f"{_BACK} this link can be neither shown again nor drawn anew: `dossier share revoke "
            f"{lost.uid}` ends it{goes}"
        )
        yield Problem("share-lost", Place(KEYSTORE), message, hint)


def keys_problems(root: Path, today: date) -> Iterator[Problem]:
    """Yield an error if the keystore cannot be read, or for each link whose key it has lost."""
    try:
        shares = read_keys(root)
    except ConfigError as error:
        why = error.message.removeprefix(KEYSTORE).lstrip(": ")
        message = f"the keystore cannot be read: {why}"
        yield Problem("keystore-unread", Place(KEYSTORE), message, error.hint)
        return
    yield from lost_problems(lost_links(root, shares, today))
