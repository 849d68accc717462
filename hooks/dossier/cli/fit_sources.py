"""What shows the sentences that answer rows, where nothing but their author's word does yet.

Those of one employer are asked for at once, each once, however many rows it answers: by the numbers
of the rows that were just read, or in a list where a row has several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import click

from dossier.cli.columns import brief, sentence
from dossier.cli.fit_claims import is_open, prove, show_claim
from dossier.cli.fit_rows import claims_of, is_of_language, is_taken_on_word
from dossier.cli.fit_table import Listed
from dossier.cli.questions import ON_WORD, ask_what_shows, spell_numbers
from dossier.cli.record_edits import Change
from dossier.importing.draft import Draft, Values
from dossier.importing.figures import read_source
from dossier.match.employers_named import employers_of
from dossier.model.evidence import Check
from dossier.model.library import RecordEntry
from dossier.model.profile import Profile
from dossier.plain.joining import joined

_ELSEWHERE = "Run the same command again to change a row; nothing is lost."
_FEW = 2
"""So few are told in the question itself."""


@dataclass
class Unshown:
    """A sentence that nothing shows beside its author's word."""

    text: str
    entry: RecordEntry | None = None
    """The record that says it, None for what a row or a record of the draft does."""
    rows: list[Values] = field(default_factory=list)
    """Rows that say it themselves, without a record."""
    numbers: list[int] = field(default_factory=list)
    """Those of the rows that it answers, as they are listed."""


def ask_sources(
    draft: Draft,
    met: Sequence[tuple[int, Listed]],
    changes: list[Change],
    profile: Profile | None,
) -> None:
    """Ask what shows all that answers rows, and note what records get. Raises Abort at `q`.

    What is of one employer is asked for together, and of no other with it: who worked there shows
    nothing of another house.
    """
    groups: dict[tuple[str, ...], list[Unshown]] = {}
    for each in _unshown(draft, met):
        groups.setdefault(employers_of(each.text, profile), []).append(each)
    is_first = True
    for house in sorted(groups, key=lambda each: not each):
        # Names tell whose it is only where there are several.
        name = brief(joined(house)) if len(groups) > 1 else ""
        for each, said in _asked(groups[house], name, is_first=is_first):
            if said:
                _show(draft, each, said, changes)
        is_first = False


def _asked(every: list[Unshown], name: str, *, is_first: bool) -> Iterator[tuple[Unshown, str]]:
    """Ask for what shows sentences, by the numbers of their rows where each has its own."""
    by_number = {each.numbers[0]: each for each in every}
    is_by_row = len(by_number) == len(every)
    if not is_by_row:
        by_number = dict(enumerate(every, start=1))
    if len(every) <= _FEW and not name:
        first = " and ".join(f"`{_told(each)}`" for each in every)
        first += f" ({', '.join(map(str, by_number))})" * (len(every) == _FEW)
    elif is_by_row:
        first = f"{spell_numbers(by_number)}{f' ({name})' * bool(name)} beside your word"
    else:
        click.echo(f"{name or 'Only your word shows these so far'}:")
        for number, each in by_number.items():
            click.echo(f"{number:>3}  {_told(each)}")
        first = "them"
    some = f" `{next(iter(by_number))}: …` for one." * (len(by_number) > 1)
    enter, how = (ON_WORD, None) if is_first else (ON_WORD.partition(",")[0], some)
    for number, said in ask_what_shows(by_number, _ELSEWHERE, enter=enter, first=first, how=how):
        yield by_number[number], said


def _told(each: Unshown) -> str:
    return brief(sentence(each.text))


def _show(draft: Draft, each: Unshown, said: str, changes: list[Change]) -> None:
    if each.entry:
        shows = {"check": Check.INSPECT.value, "source": read_source(said)}
        changes.append((each.entry, shows))
    for row in each.rows:
        prove(draft, row, said)
    show_claim(draft, each.text, said)


def _unshown(draft: Draft, met: Sequence[tuple[int, Listed]]) -> list[Unshown]:
    """Return all that wants a source; a language, too, where it costs no question more."""
    found: dict[str, Unshown] = {}
    for number, each in met:
        for entry in each.waiting:
            found.setdefault(entry.id, Unshown(entry.record.claim, entry)).numbers.append(number)
        for claim in _parted(each) if not is_taken_on_word(each.ask) else ():
            if is_open(draft, claim):
                found.setdefault(claim, Unshown(claim)).numbers.append(number)
        if _rests_on_word(each):
            _of_row(found, each.row, number)
    if found:
        for number, each in met:
            if is_of_language(each.ask) and "claim" in each.row:
                _of_row(found, each.row, number)
    return sorted(found.values(), key=lambda each: each.numbers[0])


def _of_row(found: dict[str, Unshown], row: Values, number: int) -> None:
    claim = str(row["claim"])
    unshown = found.setdefault(claim, Unshown(claim))
    unshown.rows.append(row)
    unshown.numbers.append(number)


def _parted(each: Listed) -> Iterator[str]:
    """Yield the claims of a row that are records, if it is answered by several things."""
    if "claim" not in each.row and len(each.row["evidence"]) > 1:
        yield from claims_of(each.answers)


def _rests_on_word(each: Listed) -> bool:
    """Return whether something may show what the author says, who says it alone."""
    is_said = "claim" in each.row and not each.row["evidence"]
    return is_said and not is_of_language(each.ask) and not is_taken_on_word(each.ask)
