"""Records that say what their author has said already, confirmed by one look at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.columns import cut, sentence, shown
from dossier.cli.confirm_own import (
    STOPPED,
    Sitting,
    ask_each,
    ask_readers,
    figures_of,
    own_source,
    spelled,
    values_of,
    write_confirmed,
)
from dossier.cli.confirm_row import refuse_nobody
from dossier.cli.questions import SHOWS, STOP, ask_for_each, ask_line, chosen_numbers
from dossier.importing.figures import read_source

if TYPE_CHECKING:
    from dossier.model.library import RecordEntry

_EACH = "o"
_ASKED = "All right? Enter: yes. `2 5`: all but these. o: one by one. q: later"


def confirm_listed(root: Path, entries: Sequence[RecordEntry]) -> list[str]:
    """List records and ask for all at once. Writes what was answered; returns the confirmed ones.

    Those that are not right as they are printed are asked for one by one.
    """
    refuse_nobody("")
    number = f"{len(entries)} of your sentences" if len(entries) > 1 else "1 of your sentences"
    click.echo(f"{number}, which nobody else sees before you say that it is right:")
    metrics = {entry.id: figures_of(entry) for entry in entries}
    for position, entry in enumerate(entries, start=1):
        click.echo(f"{position:>3}  {_line(entry, metrics[entry.id])}")
    sitting = Sitting()
    try:
        others = _others(entries)
        if others is None:
            ask_readers(sitting)
            others = list(entries)
        agreed = [entry for entry in entries if entry not in others]
        _confirm(sitting, entries, agreed, metrics)
        if others:
            ask_each(sitting, others)
    except click.Abort:
        click.echo(STOPPED)
    write_confirmed(root, entries, sitting)
    return list(sitting.values)


def _line(entry: RecordEntry, metrics: Iterable[dict[str, Any]]) -> str:
    told = "; ".join(shown(spelled(metric)) for metric in metrics)
    claim = sentence(entry.record.claim)
    return f"{cut(claim)}{f'  [{told}]' if told else ''}"


def _others(entries: Sequence[RecordEntry]) -> list[RecordEntry] | None:
    """Ask which records are to be asked for one by one; None for all. Raises Abort for later."""
    while True:
        said = ask_line(_ASKED).casefold()
        if said == STOP:
            raise click.Abort
        if said == _EACH:
            return None
        numbers = chosen_numbers("" if said in ("y", "yes", "all") else said, len(entries))
        if numbers is not None:
            return [entries[number - 1] for number in numbers]
        click.echo(f"  Numbers from 1 to {len(entries)} with blanks between, Enter, o or q.")


def _confirm(
    sitting: Sitting,
    entries: Sequence[RecordEntry],
    agreed: Sequence[RecordEntry],
    metrics: Mapping[str, list[dict[str, Any]]],
) -> None:
    """Ask what shows the records that are right, and keep what they say."""

    def keep(entry: RecordEntry, source: dict[str, Any]) -> None:
        said = metrics[entry.id]
        sitting.values[entry.id] = values_of(sitting, entry, entry.record.claim, said, source)

    waiting = {number: e for number, e in enumerate(entries, start=1) if e in agreed}
    for number, entry in list(waiting.items()):
        if entry.record.source or own_source(entry):
            keep(waiting.pop(number), own_source(entry) if not entry.record.source else {})
    for number, said in ask_for_each(f"What shows %s? {SHOWS}", waiting):
        sitting.source = said
        keep(waiting[number], read_source(said) if said else {})
