"""Records that say what their author has said already, confirmed by one look at all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.columns import sentence, shown
from dossier.cli.confirm_figures import (
    Metrics,
    add_said,
    correct,
    each_said,
    is_readable,
    named_in,
    spelled,
    tells_value,
)
from dossier.cli.confirm_own import (
    STOPPED,
    Sitting,
    ask_each,
    ask_readers,
    own_source,
    propose_figures,
    values_of,
    write_confirmed,
)
from dossier.cli.confirm_row import refuse_nobody
from dossier.cli.questions import STOP, ask_line, ask_what_shows, chosen_numbers, spell_numbers
from dossier.importing.figures import read_source
from dossier.importing.unnamed_figures import unnamed_figures
from dossier.model.evidence import EvidenceKind
from dossier.plain.shortening import first_words

if TYPE_CHECKING:
    from dossier.model.library import Library, RecordEntry

Shows = Callable[[Iterable[int]], Iterator[tuple[int, str]]]
"""Asks what shows the sentences of these numbers, one text for each."""
_EACH = "o"
_LINE, _AROUND, _LEAST = 80, 9, 32
"""How wide a line is, what of it is numbers and brackets, and how long a sentence is at least."""
_ASKED = (
    "All right? Enter: yes. `2 5`: not these. `left = guests who left`, `left = about 8`: another "
    "name, value. q: later"
)
_AGAIN = "All right? Enter: yes"
_UNNAMED = "?"
"""What stands before a figure that nothing names."""


def ask_at_first(numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Ask what shows sentences, which nobody may have asked for yet: a posting asks again."""
    left = list(numbers)
    try:
        for number, said in ask_what_shows(tuple(left), enter="later, when a posting asks"):
            left.remove(number)
            yield number, said
    except click.Abort:
        yield from ((number, "") for number in left)


def confirm_listed(
    root: Path,
    library: Library,
    entries: Sequence[RecordEntry],
    shows: Shows,
    *,
    are_shown: bool = False,
) -> list[str]:
    """List records and ask for all at once. Writes what was answered; returns the confirmed ones.

    Those that are not right as they are printed are asked for one by one. `are_shown`: their author
    has just seen all studies and certificates.
    """
    refuse_nobody("")
    click.echo("Your sentences by their figures, which count once you say they are right:")
    metrics, withheld = propose_figures(library, entries)
    unnamed = _unnamed(entries, {id_: [*each, *withheld[id_]] for id_, each in metrics.items()})
    for line in _lines(entries, metrics, unnamed, are_shown=are_shown):
        click.echo(line)
    if said := _withheld(entries, withheld):
        click.echo(said)
    if said := _how_named(entries, unnamed):
        click.echo(said)
    sitting = Sitting(figures=metrics, withheld=withheld)
    try:
        others = _others(entries, metrics)
        if others is None:
            ask_readers(sitting)
            others = list(entries)
        agreed = [entry for entry in entries if entry not in others]
        _confirm(sitting, entries, agreed, (metrics, shows))
        if others:
            ask_each(sitting, others)
    except click.Abort:
        click.echo(STOPPED)
    write_confirmed(root, entries, sitting)
    return list(sitting.values)


def _lines(
    entries: Sequence[RecordEntry],
    metrics: Mapping[str, Metrics],
    unnamed: Mapping[str, Sequence[str]],
    *,
    are_shown: bool,
) -> Iterator[str]:
    """Yield a line for each record, as short as tells it; one for certificates that were shown."""
    held = [are_shown and entry.record.kind is EvidenceKind.CREDENTIAL for entry in entries]
    number = 1
    while number <= len(entries):
        last = number
        while held[number - 1] and last < len(entries) and held[last]:
            last += 1
        entry = entries[number - 1]
        is_bare = entry.record.kind is EvidenceKind.CREDENTIAL
        claim = _certified(entry) if is_bare else _glance(entry, metrics, unnamed)
        what = (
            claim
            if last == number
            else "your studies and certificates, as above, shown by their certificates"
        )
        yield f"{spell_numbers(range(number, last + 1)):>3}  {what}"
        number = last + 1


def _certified(entry: RecordEntry) -> str:
    """Return what a certificate says, with what a yes takes for its source."""
    return sentence(entry.record.claim) + ", shown by its certificate" * (not entry.record.source)


def _withheld(entries: Sequence[RecordEntry], withheld: Mapping[str, Metrics]) -> str:
    """Say which figures are left out, as other sentences say otherwise, and how to name them."""
    told = [
        (number, shown(spelled(metric)))
        for number, entry in enumerate(entries, start=1)
        for metric in withheld[entry.id]
    ]
    if not told:
        return ""
    named = "; ".join(f"{number} {said}" for number, said in told)
    cure = f"`{told[0][0]} NAME = VALUE` names one more closely."
    return f"Left out, as another sentence of yours says otherwise: {named}. {cure}"


def _unnamed(
    entries: Sequence[RecordEntry], metrics: Mapping[str, Metrics]
) -> dict[str, list[str]]:
    """Return the figures of sentences that nothing names, by the ids of their records."""
    return {
        entry.id: unnamed_figures(entry.record.claim, metrics[entry.id])
        for entry in entries
        if entry.record.kind is not EvidenceKind.CREDENTIAL
    }


def _how_named(entries: Sequence[RecordEntry], unnamed: Mapping[str, Sequence[str]]) -> str:
    """Say how to name a figure that nothing names, empty where there is none that can be read."""
    each = [(n, f) for n, e in enumerate(entries, start=1) for f in unnamed.get(e.id, ())]
    first = next((f"`{n} NAME = {shown(f)}`" for n, f in each if is_readable(f)), "")
    return f"Behind {_UNNAMED} has no name yet: {first} gives one." if first else ""


def _others(
    entries: Sequence[RecordEntry], metrics: Mapping[str, Metrics]
) -> list[RecordEntry] | None:
    """Ask which records are to be asked for one by one; None for all. Raises Abort for later.

    A figure that is named is changed at once.
    """
    asked = _ASKED
    while True:
        answer = ask_line(asked)
        said, asked = answer.casefold(), _AGAIN
        if said == STOP:
            raise click.Abort
        if said == _EACH:
            return None
        if named_in(answer):
            for each in each_said(answer):
                _correct(each, entries, metrics)
            continue
        numbers = chosen_numbers("" if said in ("y", "yes", "all") else said, len(entries))
        if numbers is not None:
            return [entries[number - 1] for number in numbers]
        click.echo(f"  Numbers from 1 to {len(entries)} with blanks between, Enter, o or q.")


def _correct(said: str, entries: Sequence[RecordEntry], metrics: Mapping[str, Metrics]) -> None:
    """Change the figure that an answer names, or add it to its sentence, and show it as it is."""
    number, name, new = named_in(said) or (None, "", "")
    changed = f"{name or number} = {new}"
    for place, entry in enumerate(entries, start=1):
        figures = metrics[entry.id]
        is_meant = number in (None, place)
        if is_meant and (correct(figures, changed) or (number and add_said(figures, name, new))):
            click.echo(f"{place:>3}  {_claim(entry, metrics)}")
            return
    if not is_readable(new) and (tells_value(new) or (number and name)):
        click.echo(f"  `{shown(new)}` is no value: say one, `5 kg`, or the change, `14 -> 5 kg`.")
    elif name:
        value = shown(new) if is_readable(new) else "60"
        adds = "" if number else f" `5 {shown(name)} = {value}` adds it to sentence 5."
        click.echo(f"  No figure above is called `{shown(name)}`.{adds}")
    else:
        click.echo(f"  Name the figure of {number} that you mean: `{number} NAME = {shown(new)}`.")


def _glance(
    entry: RecordEntry, metrics: Mapping[str, Metrics], unnamed: Mapping[str, Sequence[str]]
) -> str:
    """Return a sentence by its figures: where their names tell which it is, by them alone."""
    every = metrics[entry.id]
    told = [shown(spelled(metric)) for metric in every]
    if figures := unnamed.get(entry.id):
        told.append(f"{_UNNAMED} {', '.join(map(shown, figures))}")
    if any(" " in str(metric["name"]) for metric in every):
        return "; ".join(told)
    return _beginning(entry, "; ".join(told))


def _claim(entry: RecordEntry, metrics: Mapping[str, Metrics]) -> str:
    return _beginning(entry, "; ".join(shown(spelled(metric)) for metric in metrics[entry.id]))


def _beginning(entry: RecordEntry, told: str) -> str:
    room = max(_LINE - len(told) - _AROUND, _LEAST)
    return f"{first_words(sentence(entry.record.claim), room)}{f'  [{told}]' if told else ''}"


def _confirm(
    sitting: Sitting,
    entries: Sequence[RecordEntry],
    agreed: Sequence[RecordEntry],
    asked: tuple[Mapping[str, Metrics], Shows],
) -> None:
    """Ask what shows the records that are right, and keep what they say."""
    metrics, shows = asked

    def keep(entry: RecordEntry, source: dict[str, Any]) -> None:
        said = metrics[entry.id]
        sitting.values[entry.id] = values_of(sitting, entry, entry.record.claim, said, source)

    waiting = {number: e for number, e in enumerate(entries, start=1) if e in agreed}
    for number, entry in list(waiting.items()):
        if entry.record.source or own_source(entry):
            keep(waiting.pop(number), own_source(entry) if not entry.record.source else {})
    for number, said in shows(waiting):
        sitting.source = said
        keep(waiting[number], read_source(said) if said else {})
