"""Shares to what a terminal shows of them: a table, JSON, a code to photograph. No key is in it."""

from __future__ import annotations

import io
import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import asdict
from datetime import date

import segno

from dossier.model.library import Library
from dossier.model.sent_link import SentLink
from dossier.plain.frozen import frozen
from dossier.plain.terminal import inert_line
from dossier.sharing.keystore import Share

HEADINGS = ("share", "company", "role", "for", "created", "expires", "state")


@frozen
class Row:
    """What the author is told of a share."""

    uid: str
    application: str
    company: str | None
    """None if the dossier is not there any more."""
    role: str | None
    label: str
    created: str | None
    """None if its key is lost, and with it all else that is not known beside the keystore."""
    expires: str | None
    state: str
    """`active`, `expired`, `revoked`; `broken`: active, but it cannot be drawn; `lost`: it may be
    open, and its key is not here."""
    passphrase: bool
    standing: bool = False
    """Whether its page stood when this machine last published."""


def rows_of(
    shares: Iterable[Share],
    library: Library,
    broken: Iterable[str],
    today: date,
    *,
    standing: Container[str] = (),
) -> tuple[Row, ...]:
    """Return what is told of shares.

    `broken` are the uids of those that cannot be drawn, `standing` of those that have a page.
    """
    unfit = frozenset(broken)
    rows = []
    for share in shares:
        entry = library.applications.get(share.application)
        state = share.state(today)
        rows.append(
            Row(
                uid=share.uid,
                application=share.application,
                company=entry.application.company if entry else None,
                role=share.role,
                label=share.label,
                created=share.created.isoformat(),
                expires=share.expires.isoformat() if share.expires else None,
                state="broken" if state == "active" and share.uid in unfit else state,
                passphrase=share.has_passphrase,
                standing=share.uid in standing,
            )
        )
    return tuple(rows)


def row_without_key(
    link: SentLink, library: Library, today: date, *, standing: Container[str] = ()
) -> Row:
    """Return what is told of a link whose key is lost."""
    state = link.state(today)
    entry = library.applications.get(link.application)
    return Row(
        uid=link.uid,
        application=link.application,
        company=entry.application.company if entry else None,
        role=link.role,
        label=link.label,
        created=None,
        expires=link.expires.isoformat() if link.expires else None,
        state="lost" if state in ("active", "broken") else state,
        passphrase=False,
        standing=link.uid in standing,
    )


def as_table(rows: Sequence[Row]) -> str:
    """Return shares for people."""
    if not rows:
        return "No shares yet. `dossier share new APPLICATION` makes one.\n"
    lines = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )


def as_json(rows: Iterable[Row]) -> str:
    """Return shares for programs."""
    content = {"version": 1, "shares": [asdict(row) for row in rows]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def qr_code(link: str) -> str:
    """Return a link as a QR code, two of its points a sign."""
    drawn = io.StringIO()
    segno.make_qr(link, error="m").terminal(out=drawn, compact=True)
    return drawn.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    state = f"{row.state}, passphrase" if row.passphrase else row.state
    if row.state == "revoked" and row.standing:
        state += "; its page stands until a publish there"
    role, label = row.role or "all", row.label or "-"
    days = (row.created or "?", row.expires or "never")
    cells = (row.uid, row.company or "?", role, label, *days, state)
    return tuple(map(inert_line, cells))
