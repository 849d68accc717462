"""Links that were sent, in words for their author: for whom, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dossier.model.sent_link import SentLink
from dossier.plain.dates import spell_date
from dossier.plain.frozen import frozen


@frozen
class LinkView:
    """A link that was sent."""

    recipient: str
    until: str
    """`until 31 Jan 2027`, `without an end`, `expired 31 Jan 2026`, `withdrawn 1 Mar 2026`,
    or what says why it does not open."""


def link_views(links: Iterable[SentLink], today: date) -> tuple[LinkView, ...]:
    """Return links in words, those that open first."""
    known = sorted(links, key=lambda link: link.state(today) != "active")
    return tuple(LinkView(link.recipient, spell_until(link, today)) for link in known)


def live_links(links: Iterable[SentLink], today: date, role: str | None) -> tuple[LinkView, ...]:
    """Return those in words that open and show a role."""
    live = (link for link in links if link.state(today) == "active")
    return link_views((link for link in live if link.role in (None, role)), today)


def spell_until(link: SentLink, today: date) -> str:
    """Say until when a link opens, or since when it does not."""
    if link.revoked:
        withdrawn = f"withdrawn {spell_date(link.revoked.isoformat())}"
        return (
            f"{withdrawn}; its page stands until a publish there" if link.is_standing else withdrawn
        )
    state = link.state(today)
    if state == "broken":
        return "opens no more: `dossier share list` says why"
    if link.expires is None:
        return "without an end"
    day = spell_date(link.expires.isoformat())
    return f"until {day}" if state == "active" else f"expired {day}"
