"""Pages of links that are no more, where this machine once published them: by their addresses.

A site that moves leaves its pages where they were, and who has a link to one of them opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from shlex import quote

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place as FilePlace
from dossier.plain.problems import Problem, warning
from dossier.plain.terminal import inert_line
from dossier.publishing.published_shares import FILE, Place, read_published
from dossier.sharing.ended_links import read_ended
from dossier.sharing.sent_links import read_links

_BRANCH = pattern(r"`(?P<branch>[^`]*)` of (?P<url>.+)", re.DOTALL)


@frozen
class StandingPage:
    """A page that may still stand, and whose link was withdrawn, replaced or has expired."""

    uid: str
    page: str
    """Its id, or the uid of its share where an earlier version did not write the id."""
    place: Place

    @property
    def address(self) -> str:
        """Return where it stands; where it was published, if nobody wrote down the address."""
        if self.page == self.uid or not self.place.address:
            return inert_line(self.place.where)
        return inert_line(f"{self.place.address.rstrip('/')}/s/{self.page}/")

    @property
    def command(self) -> str:
        """Return the command that takes it away, empty if the place is not known."""
        if self.place.is_folder:
            return f"dossier publish --to {quote(inert_line(self.place.where))}"
        found = _BRANCH.fullmatch(self.place.where)
        if not found:
            return "dossier publish"
        url, branch = (quote(inert_line(found[name])) for name in ("url", "branch"))
        return f"dossier publish --remote {url} --branch {branch}"

    def cure(self, site_url: str) -> str:
        """Return what takes it away, now that the site's address is `site_url`."""
        if not self.place.is_folder:
            return f"publish there once more, `{self.command}`, or delete it there"
        if self.place.address in ("", site_url):
            return f"`{self.command}` and upload it, or delete the page at the host"
        return "delete it at the host"


def ended_pages_standing(root: Path, today: date) -> Iterator[StandingPage]:
    """Yield each page that may still stand and whose link is no more. Raises ConfigError."""
    ended = read_ended(root)
    links = {link.uid: link for link in read_links(root)}
    for place, pages in read_published(root).places.items():
        for page, uid in pages.items():
            link = links.get(uid)
            if page in ended or (link and link.state(today) != "active"):
                yield StandingPage(uid, page, place)


def spell_standing(page: StandingPage, site_url: str) -> str:
    """Say where a page may still stand, and what takes it away."""
    at = f" at {page.address}" if page.address else ""
    return f"{page.uid}: its page may still stand{at}; {page.cure(site_url)}"


def spell_withdrawn(pages: Sequence[StandingPage], site_url: str) -> str:
    """Say what takes away the pages of a link that has just been withdrawn."""
    others = [page for page in pages if page.place.address not in ("", site_url)]
    if len(pages) <= 1 and not others:
        return "Its page goes with the next `dossier publish`."
    listed = (spell_standing(page, site_url) for page in pages)
    return "\n".join(("Its page goes from each place by itself:", *listed))


def spell_replaced(pages: Sequence[StandingPage], site_url: str) -> str:
    """Say where a link that was just replaced still opens its page, and what ends that."""
    if not pages:
        return "the old link was not published from here, and opens nothing"
    at = (f"  {page.address or 'a place not known'}: {page.cure(site_url)}" for page in pages)
    return "\n".join(("the old link opens its page until that goes from each place:", *at))


def standing_problems(root: Path, today: date, site_url: str) -> Iterator[Problem]:
    """Yield a warning for each page that may still stand and whose link is no more."""
    for page in ended_pages_standing(root, today):
        at = f" at {page.address}" if page.address else ""
        message = f"the link {page.uid} is no more, and its page may still stand{at}"
        hint = f"{page.cure(site_url)} (and from this file); `rotate` does not help there"
        yield warning("share-standing", FilePlace(FILE), message, hint)
