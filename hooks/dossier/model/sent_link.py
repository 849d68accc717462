"""What the author may be shown of a link that was sent: for whom, and until when. Never its key."""

from __future__ import annotations

from datetime import date

from dossier.plain.frozen import frozen

DAYS_TO_END = 2
"""How many days after its last day, by UTC, a link has ended wherever it is read."""


@frozen
class SentLink:
    """A link that somebody was sent, or may be."""

    uid: str
    """What it is called on the command line: `acme-1`."""
    application: str
    role: str | None
    label: str
    """Whom it is for, in the author's words."""
    expires: date | None = None
    revoked: date | None = None
    ended: date | None = None
    """When this machine noted that it is no more, whatever its other days say."""
    is_standing: bool = False
    """Whether its page stood when this machine last published."""

    @property
    def recipient(self) -> str:
        """Whom it is for, by its uid if nobody is named."""
        return self.label or self.uid

    def state(self, today: date) -> str:
        """Return `active`, `expired`, `revoked` or `broken` on a day of UTC.

        A page goes by its reader's calendar, so that no link ends before its last day has
        ended everywhere, which is when UTC is within the day after it. Broken is one that would
        open by its days, and has ended: by a clock that was ahead, or before a copy was put back.
        """
        if self.revoked:
            return "revoked"
        is_over = self.expires is not None and (today - self.expires).days >= DAYS_TO_END
        if is_over:
            return "expired"
        return "broken" if self.ended else "active"
