"""Rows of a new dossier, rated by one look at all of them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import click

from dossier.cli.columns import brief, sentence, shown
from dossier.cli.confirm_own import STOPPED
from dossier.cli.fit_rows import (
    LIMITED,
    WORDS,
    Answer,
    answer_row,
    answers_of,
    ask_or_stop,
    is_taken_on_word,
    limit_row,
    prove,
    rate_rows,
    turn,
    write_sections,
)
from dossier.cli.questions import ask_what_shows
from dossier.cli.record_edits import Change
from dossier.importing.draft import Draft, Values
from dossier.importing.figures import read_source
from dossier.match.coverage import why_not
from dossier.match.own_word import is_on_word
from dossier.match.triage import Ask
from dossier.model.application import Priority, Strength
from dossier.model.evidence import Check
from dossier.model.library import Library, RecordEntry

_MOST = 2
"""How many records answer a row unless somebody chooses."""
_ALIKE = 0.8
"""How much of what the likeliest one weighs a second weighs at least."""
_WIDEST = 72
"""How much is shown of what the profile says to it."""
_LONGEST = 56
"""How much is shown of what is asked, which stands in the posting."""
_LEGEND = "d exactly, s clearly, m in part, w begun (m, w: the limit is asked last), n not"
_ASKED = (
    "All so? Enter: yes. `3m 7n`: otherwise. `7b`: by b. `7t`: must or nice. "
    "`7: …`: your own words. o: one by one. q: later"
)
_LETTERS = "abc"
"""What chooses one of those that may answer a row: no letters of a strength."""
_TURN = "t"
"""What turns a must into nice to have, and back."""
_ON_WORD = Answer("Yes")
"""What is proposed where only the author's word can answer."""
_RATED = re.compile(r"(\d+)([a-z]+)")
_SAID = re.compile(r"(\d+)\s*([a-z]?)\s*:\s*(\S.*)")
_HEADINGS = {Priority.MUST: "Asked for", Priority.NICE: "Nice to have", None: "Tasks, n: left out"}


@dataclass
class _Listed:
    """A row, what is asked, and how it is met."""

    row: Values
    ask: Ask
    answers: list[Answer]
    strength: Strength
    waiting: list[RecordEntry] = field(default_factory=list)
    """Its records, if none of them counts as long as nothing shows it."""
    is_repeated: bool = False
    """Whether it is a task whose records answer other rows."""

    @property
    def kind(self) -> Priority | None:
        return None if self.ask.is_task else self.ask.priority

    @property
    def is_left_out(self) -> bool:
        return self.ask.is_task and self.strength is Strength.NONE


def rate_listed(draft: Draft, asks: Sequence[Ask], library: Library, day: date) -> Sequence[Change]:
    """Ask of all rows at once how well one meets them, and for what the reader reads first.

    What is left for later stays as it would be without asking. Returns what is to be written into
    records, once the dossier is.
    """
    rows = draft.dossier["proof_points"]
    every = [_listed(row, ask, day) for row, ask in zip(rows, asks, strict=True)]
    listed = _telling(every)
    _show(listed)
    left_out: list[Values] = []
    changes: list[Change] = []
    try:
        if _rate(listed):
            left_out += [each.row for each in every if each.is_left_out]
            _keep(draft, listed, changes)
        else:
            rate_rows(draft, asks, left_out)
        write_sections(draft, library)
    except click.Abort:
        click.echo(STOPPED)
    # They stand last, so that no other row has another position by it.
    draft.dossier["proof_points"] = [row for row in rows if row not in left_out]
    return changes


def _listed(row: Values, ask: Ask, day: date) -> _Listed:
    """Return a row with the records that have most of its words, else what the profile says.

    How long somebody did something is in no record. Of jobs that do not speak of it, the newest
    alone is proposed.
    """
    years = [Answer(fact.text) for fact in ask.facts if fact.field == "work"]
    if years:
        return _Listed(row, ask, years[:1], Strength.STRONG)
    likeliest = ask.candidates[:1]
    for other in ask.candidates[1:_MOST]:
        if other.weight >= _ALIKE * likeliest[0].weight:
            likeliest = (*likeliest, other)
    answers = answers_of(ask)[: len(likeliest)] or answers_of(ask)
    if not answers and is_on_word(ask.text) and not ask.is_task:
        return _Listed(row, ask, [_ON_WORD], Strength.DIRECT)
    strength = Strength.STRONG if answers else Strength.NONE
    entries = [found.entry for found in likeliest]
    lacks = [entry for entry in entries if _lacks_proof(entry)]
    counts = any(not why_not(entry, day) for entry in entries)
    return _Listed(row, ask, answers, strength, [] if counts else lacks)


def _lacks_proof(entry: RecordEntry) -> bool:
    return entry.record.check is Check.STATEMENT or not entry.record.source


def _telling(every: Sequence[_Listed]) -> list[_Listed]:
    """Return the rows, last the tasks that repeat records of others: left out unless chosen."""
    told: set[str] = set()
    for each in every:
        said = {answer.text for answer in each.answers}
        if each.ask.is_task and said <= told:
            each.is_repeated, each.strength = bool(said), Strength.NONE
        told |= said
    return sorted(every, key=lambda each: each.is_repeated or each.is_left_out)


def _show(listed: Sequence[_Listed]) -> None:
    click.echo(f"How you meet it: {_LEGEND}.")
    kind: object = ""
    last = [(number, each) for number, each in enumerate(listed, start=1) if each.is_left_out]
    for number, each in enumerate(listed[: len(listed) - len(last)], start=1):
        if each.kind is not kind:
            kind = each.kind
            click.echo(f"{_HEADINGS[each.kind]}:")
        asked = textwrap.shorten(shown(each.ask.text), _LONGEST, placeholder=" …")
        click.echo(f"{number:>3} {each.strength.value[0]}  {asked}")
        for line in _answer_lines(each):
            click.echo(line)
    if last:
        click.echo(f"Tasks left out: {'; '.join(f'{n} {_brief(each)}' for n, each in last)}")


def _brief(each: _Listed) -> str:
    return brief(shown(each.ask.text)).removeprefix("You ")


def _answer_lines(each: _Listed) -> Iterator[str]:
    """Yield what answers a row, and behind *or* what else may, each with the letter it is by."""
    if each.answers == [_ON_WORD]:
        yield "         yes, on your word"
    every = answers_of(each.ask)[: 1 if each.ask.is_task else None]
    for position, answer in enumerate(every):
        letter = f"{_LETTERS[position : position + 1]:1}"
        if letter == " " and answer not in each.answers:
            continue
        said = sentence(answer.text)
        # A record is the author's own sentence; years are summed up by us.
        told = brief(said) if answer.record else textwrap.shorten(said, _WIDEST, placeholder=" …")
        before = "  " if answer in each.answers else "or"
        is_lettered = len(every) > 1 and letter != " "
        yield f"   {before} {letter}) {told}" if is_lettered else f"         {told}"


def _rate(listed: Sequence[_Listed]) -> bool:
    """Ask which rows are met otherwise, or by what. Returns False for one by one.

    What nothing answers then has nothing to show.
    """
    while True:
        said = ask_or_stop(_ASKED)
        if said.casefold() == "o":
            return False
        if (found := _SAID.fullmatch(said)) and _is_answered(listed, found):
            continue
        words = [] if said.casefold() in ("y", "yes") else said.casefold().replace(",", " ").split()
        rated = [_RATED.fullmatch(word) for word in words]
        done = [each for each in rated if each and _is_changed(listed, each)]
        rated = [each for each in rated if each not in done]
        told = {int(each[1]): WORDS.get(each[2]) for each in rated if each}
        if all(rated) and all(n in range(1, len(listed) + 1) and w for n, w in told.items()):
            for number, strength in told.items():
                listed[number - 1].strength = strength or Strength.NONE
            for each in listed:
                each.strength = each.strength if each.answers else Strength.NONE
            return True
        click.echo(f"  A number from 1 to {len(listed)} with one of the letters: 3m 7n")


def _is_changed(listed: Sequence[_Listed], said: re.Match[str]) -> bool:
    """Turn a must, or let a row be met by some of what may answer it, if that is what was said."""
    number, letters = int(said[1]), said[2]
    if number not in range(1, len(listed) + 1):
        return False
    row = listed[number - 1]
    if letters == _TURN:
        return turn(row.row)
    every = answers_of(row.ask)
    places = [_LETTERS.find(letter) for letter in letters]
    if min(places) < 0 or max(places) >= len(every):
        return False
    row.answers = [every[place] for place in places]
    entries = [found.entry for n, found in enumerate(row.ask.candidates) if n in places]
    row.waiting = [entry for entry in entries if _lacks_proof(entry)]
    row.strength = Strength.STRONG if row.strength is Strength.NONE else row.strength
    return True


def _is_answered(listed: Sequence[_Listed], said: re.Match[str]) -> bool:
    """Let a row be met by a sentence: as well as its letter says, or strongly."""
    number, strength = int(said[1]), WORDS.get(said[2] or "s")
    if number not in range(1, len(listed) + 1) or strength is None:
        return False
    row = listed[number - 1]
    row.answers, row.strength, row.waiting = [Answer(said[3])], strength, []
    return True


def _keep(draft: Draft, listed: Sequence[_Listed], changes: list[Change]) -> None:
    """Write what was said into rows, ask for what is missing, and note what records get."""
    for each in listed:
        answer_row(each.row, each.answers, each.strength)
    draft.comments = {
        path: lines for path, lines in draft.comments.items() if path[:1] != ("proof_points",)
    }
    met = [(n, each) for n, each in enumerate(listed, 1) if each.strength is not Strength.NONE]
    bare = {n: e for n, e in met if e.waiting or _rests_on_word(e)}
    for number, said in ask_what_shows(bare):
        if "claim" in bare[number].row:
            prove(draft, bare[number].row, said)
        elif said:
            shows = {"check": Check.INSPECT.value, "source": read_source(said)}
            changes += [(entry, shows) for entry in bare[number].waiting]
    for number, each in met:
        if each.strength in LIMITED:
            limit_row(each.row, f"Limit of {number}")


def _rests_on_word(each: _Listed) -> bool:
    """Return whether something may show what the author says, who says it alone."""
    is_said = "claim" in each.row and not each.row["evidence"]
    return is_said and not is_taken_on_word(each.ask)
