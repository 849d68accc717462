"""What will go out, in words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from dossier.model.sent_link import DAYS_TO_END
from dossier.plain.dates import days_after
from dossier.plain.terminal import inert_line
from dossier.publishing.destination import Destination
from dossier.publishing.heavy_pages import MOST, spell_wait
from dossier.publishing.live_shares import LiveShare, next_due
from dossier.publishing.target import Changes

MOST_NAMED = 12
_AGAIN = "it had gone out before, and is not there now; did you withdraw it?"


def spell_plan(
    target: Destination | Path,
    files: Mapping[str, bytes],
    difference: Changes,
    shares: Iterable[LiveShare],
    gone: Iterable[tuple[LiveShare, str, str]] = (),
) -> str:
    """Say what goes where, and how it differs from what is there.

    `gone` are the shares whose pages are there and will not be, each with why, and what its link
    does then.
    """
    size = sum(len(content) for content in files.values())
    how = ", as one commit without history" * isinstance(target, Destination)
    lines = [f"To {target}: {len(files)} files, {size / 1e6:.1f} MB{how}."]
    for word, names in (("added", difference.added), ("changed", difference.changed)):
        told = str(len(names)) if len(names) == len(files) else _files(names)
        lines += [f"  {word:8} {told}"] if names else []
    lines += _lost(difference.removed)
    live = sorted(shares, key=lambda share: (share.label.casefold(), share.id))
    lines += [f"  {'share':8} {_share(share, files)}" for share in live]
    named_gone = sorted(gone, key=lambda each: (each[0].label.casefold(), each[0].id))
    lines += [
        f"  {why:8} {_whom(share)}: its page goes, and the link {opens}"
        for share, why, opens in named_gone
    ]
    return "\n".join(map(inert_line, lines))


def spell_again(
    difference: Changes, shares: Iterable[LiveShare], published: Container[str]
) -> Iterator[str]:
    """Name the shares that are `published` no more, and would be again.

    Who puts a whole project back from a copy has links again that were withdrawn, and nothing else
    tells.
    """
    for share in shares:
        if share.id in published and _page(share) in difference.added:
            yield inert_line(f"  {'again':8} {_whom(share)}: {_AGAIN}")


def spell_due(shares: Iterable[LiveShare]) -> str:
    """Say by when to publish again, if a share expires."""
    last = next_due(shares)
    if last is None:
        return ""
    over = days_after(last.isoformat(), DAYS_TO_END)
    return (
        f"A link opens until {last.isoformat()}. Publish again from {over.isoformat()} on, when "
        "that day is over everywhere: its page stays where it is until you do."
    )


def _lost(names: tuple[str, ...]) -> list[str]:
    """Name every file that will be gone: nobody can look it up later."""
    if len(names) > MOST_NAMED:
        return [f"  {'removed':8} {len(names)}:", *(f"    {name}" for name in names)]
    return [f"  {'removed':8} {_files(names)}"] if names else []


def _files(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    rest = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"{len(names)}: {shown}{rest}"


def _share(share: LiveShare, files: Mapping[str, bytes]) -> str:
    size = len(files.get(_page(share), b""))
    day = f", as of {_day(share.day)}" if share.day else ""
    wait = f": a phone loads it in {spell_wait(size)}" if size > MOST else ""
    return f"{_whom(share)}, {size / 1000:.0f} kB{day}{wait}"


def _page(share: LiveShare) -> str:
    return f"s/{share.id}/index.html"


def _whom(share: LiveShare) -> str:
    part = f"{share.application}, role {share.role}" if share.role else share.application
    until = f", until {_day(share.expires)}" if share.expires else ""
    return f"for {share.label} ({part}{until})"


def _day(day: date) -> str:
    return day.isoformat()
