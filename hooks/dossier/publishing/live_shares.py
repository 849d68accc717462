"""Live shares to what stops or surrounds their publishing; their keys are of no interest here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from dossier.load.tree import Tree
from dossier.match.coverage import expiry
from dossier.model.library import Library
from dossier.plain.dates import spell_date
from dossier.plain.problems import Place, Problem, did_you_mean
from dossier.publishing.legal_forms import is_same_company
from dossier.sharing.ended_links import ended_since
from dossier.sharing.keys_json import FILE as KEYSTORE


class LiveShare(Protocol):
    """What is asked of a share of the keystore."""

    @property
    def uid(self) -> str:
        """What its author calls it."""

    @property
    def id(self) -> str:
        """The part of its address that nobody can guess."""

    @property
    def label(self) -> str:
        """Who it is for, in the author's words."""

    @property
    def application(self) -> str:
        """The id of its dossier."""

    @property
    def role(self) -> str | None:
        """The id of the role it is for, if not for all."""

    @property
    def company(self) -> str | None:
        """The company that its dossier was of when it was made, if that was kept."""

    @property
    def expires(self) -> date | None:
        """The last day on which it opens."""

    @property
    def created(self) -> date:
        """The day on which it was made."""

    @property
    def day(self) -> date | None:
        """The day that it shows: when it became what it is."""


def clock_problems(shares: Iterable[LiveShare], today: date) -> Iterator[Problem]:
    """Yield an error if today is before days of live shares: by it an expired link lives."""
    days = {share.uid: max(share.created, share.day or share.created) for share in shares}
    if ahead := {uid: day for uid, day in days.items() if day > today}:
        said, known = (spell_date(day.isoformat()) for day in (today, max(ahead.values())))
        message = f"the clock says {said}, and a link was made or published on {known}"
        hint = (
            "set it: by it links expire; if it is right now, and was ahead then, withdraw what it "
            f"dated, `dossier share revoke {' '.join(ahead)}`, or replace a link that should live, "
            f"`dossier share rotate {next(iter(ahead))}`"
        )
        yield Problem("share-broken", Place(KEYSTORE), message, hint)


def term_problems(shared: Library, as_of: date, today: date) -> Iterator[Problem]:
    """Yield each record that has expired today, and had not on the day that it is judged by.

    `shared` is what recipients may see: what is sent to them is dated today.
    """
    for entry in shared.records.values():
        last = expiry(entry.record)
        if last and as_of <= last < today:
            term = "valid_until" if entry.record.valid_until else "review_every"
            said, over = (spell_date(day.isoformat()) for day in (as_of, last))
            message = f"`{entry.id}` was good until {over}, and goes out as if it were {said}"
            hint = "unset SOURCE_DATE_EPOCH, which says that day: it is for builds to compare"
            where = entry.source.locate((*entry.path, term))
            yield Problem("evidence-stale", where, message, hint)


def share_problems(
    shares: Iterable[LiveShare], shared: Library, tree: Tree, ended: Mapping[str, date]
) -> Iterator[Problem]:
    """Yield each live share that can no longer be drawn, or that must not be sealed again.

    `shared` is what recipients may see, `ended` since when links are no more, by their ids;
    by its uid one that was withdrawn when its key was lost.
    """
    unread = {document.id: document for document in tree.documents if document.problems}
    for share in shares:
        where = Place(f"content/applications/{share.application}/index.md")
        entry = shared.applications.get(share.application)
        name = f"the share for `{share.label}`"
        keep = "or withdraw it: `dossier share revoke`"
        if since := ended_since(ended, share):
            yield _ended(share, since)
        elif share.application in unread:
            why = unread[share.application].problems[0]
            message = f"{name} cannot be drawn, because its application cannot be read"
            yield Problem("share-broken", why.where, message, f"{why.message}; mend it, {keep}")
        elif entry is None:
            message = f"{name} has no application `{share.application}` that can be shared"
            guess = did_you_mean(share.application, shared.applications)
            hint = f"bring the folder back under its name, {keep}"
            yield Problem("share-broken", where, message, f"{guess} {hint}".strip())
        elif share.role and share.role not in {role.id for role in entry.application.roles}:
            message = f"{name} is for the role `{share.role}`, which its application has no more"
            yield Problem("share-broken", where, message, f"bring the role back, {keep}")
        elif share.company and not is_same_company(share.company, entry.application.company):
            message = (
                f"{name} was made for {share.company}, and its application is now for "
                f"{entry.application.company}"
            )
            other = "`dossier share rotate` makes another link to what is there now"
            hint = f"bring the folder back under its name, {keep}; {other}"
            yield Problem("share-broken", where, message, hint)


def _ended(share: LiveShare, day: date) -> Problem:
    since = spell_date(day.isoformat())
    message = (
        f"the share for `{share.label}` had ended on {since}, and it lives again: an older copy of "
        "the keystore was put back, or the clock is behind now, or it was ahead then"
    )
    hint = (
        "set the clock if it is wrong, or bring the newest copy here (`dossier share backup` makes "
        f"them); else it stays ended: withdraw it, `dossier share revoke {share.uid}`, and make "
        f"another, `dossier share new {share.application}`"
    )
    return Problem("share-broken", Place(KEYSTORE), message, hint)


def next_due(shares: Iterable[LiveShare]) -> date | None:
    """Return the last day of the share that expires first."""
    return min((share.expires for share in shares if share.expires), default=None)
