"""Rows of a new dossier as they are printed: what is asked, how well it is met, and by what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import click

from dossier.cli.columns import brief, sentence, shown
from dossier.cli.fit_rows import Answer, answers_of
from dossier.importing.draft import Values
from dossier.match.coverage import why_not
from dossier.match.own_word import is_on_word
from dossier.match.triage import Ask
from dossier.model.application import Priority, Strength
from dossier.model.evidence import Check
from dossier.model.library import Library, RecordEntry

LETTERS = "abc"
"""What chooses one of those that may answer a row: no letters of a strength."""
_MOST = 2
"""How many records answer a row unless somebody chooses."""
_ALIKE = 0.8
"""How much of what the likeliest one weighs a second weighs at least."""
_WIDEST = 72
"""How much is shown of what the profile says to it."""
_LONGEST = 56
"""How much is shown of what is asked, which stands in the posting."""
_LEGEND = "d exactly, s clearly, m in part, w begun (m, w: the limit is asked last), n not"
_ON_WORD = Answer("Yes")
"""What is proposed where only the author's word can answer."""
_HEADINGS = {Priority.MUST: "Asked for", Priority.NICE: "Nice to have", None: "Tasks, n: left out"}


@dataclass
class Listed:
    """A row, what is asked, and how it is met."""

    row: Values
    ask: Ask
    answers: list[Answer]
    strength: Strength
    waiting: list[RecordEntry] = field(default_factory=list)
    """Its records, if none of them counts as long as nothing shows it."""
    is_repeated: bool = False
    """Whether it is a task whose records answer other rows."""
    is_dropped: bool = False
    """Whether its author has taken it out of the dossier."""
    is_said: bool = False
    """Whether somebody has said how it is met, now or when the dossier was begun."""
    is_proven: bool = False
    """Whether its author was asked what shows it, when the dossier was begun."""
    is_answered: bool = True
    """Whether what answers it is still to be written into the row."""

    @property
    def kind(self) -> Priority | None:
        """What it is listed under, None for a task."""
        return None if self.ask.is_task else self.ask.priority

    @property
    def is_left_out(self) -> bool:
        """Whether the dossier has no row for it."""
        return (self.ask.is_task or self.is_dropped) and self.strength is Strength.NONE

    def answer(self, answers: list[Answer], waiting: list[RecordEntry]) -> None:
        """Let something else answer it than did before."""
        self.answers, self.waiting = answers, waiting
        self.is_said, self.is_answered, self.is_proven = True, True, False


def proposed(row: Values, ask: Ask, day: date) -> Listed:
    """Return a row with the records that have most of its words, else what the profile says.

    How long somebody did something is in no record. Of jobs that do not speak of it, the newest
    alone is proposed.
    """
    years = [Answer(fact.text) for fact in ask.facts if fact.field == "work"]
    if years:
        return Listed(row, ask, years[:1], Strength.STRONG)
    likeliest = ask.candidates[:1]
    for other in ask.candidates[1:_MOST]:
        if other.weight >= _ALIKE * likeliest[0].weight:
            likeliest = (*likeliest, other)
    answers = answers_of(ask)[: len(likeliest)] or answers_of(ask)
    if not answers and is_on_word(ask.text) and not ask.is_task:
        return Listed(row, ask, [_ON_WORD], Strength.DIRECT)
    strength = Strength.STRONG if answers else Strength.NONE
    entries = [found.entry for found in likeliest]
    lacks = [entry for entry in entries if lacks_proof(entry)]
    counts = any(not why_not(entry, day) for entry in entries)
    return Listed(row, ask, answers, strength, [] if counts else lacks)


def kept(row: Values, ask: Ask, day: date, library: Library) -> Listed:
    """Return a row as its dossier says that it is met."""
    entries = [library.records[name] for name in row["evidence"] if name in library.records]
    answers = [Answer(entry.record.claim, entry.id) for entry in entries]
    answers += [Answer(row["claim"])] if row.get("claim") else []
    lacks = [entry for entry in entries if lacks_proof(entry)]
    counts = any(not why_not(entry, day) for entry in entries)
    waiting, strength = [] if counts else lacks, Strength(row["strength"])
    return Listed(row, ask, answers, strength, waiting, is_said=True, is_answered=False)


def lacks_proof(entry: RecordEntry) -> bool:
    """Return whether nothing but its author's word shows a record."""
    return entry.record.check is Check.STATEMENT or not entry.record.source


def in_order(every: Sequence[Listed]) -> list[Listed]:
    """Return the rows, last the tasks that repeat records of others: left out unless chosen."""
    told: set[str] = set()
    for each in every:
        said = {answer.text for answer in each.answers}
        if each.ask.is_task and said <= told and not each.is_said:
            each.is_repeated, each.strength = bool(said), Strength.NONE
        told |= said
    return sorted(every, key=lambda each: each.is_repeated or each.is_left_out)


def show(listed: Sequence[Listed]) -> None:
    """Print all rows, each under what it is: asked for, nice to have, a task."""
    click.echo(f"How you meet it: {_LEGEND}.")
    kind: object = ""
    last = [(number, each) for number, each in enumerate(listed, start=1) if each.is_left_out]
    for number, each in enumerate(listed, start=1):
        if each.is_left_out:
            continue
        if each.kind is not kind:
            kind = each.kind
            click.echo(f"{_HEADINGS[each.kind]}:")
        show_row(number, each)
    if last:
        click.echo(f"Tasks left out: {'; '.join(f'{n} {_brief(each)}' for n, each in last)}")


def show_row(number: int, each: Listed) -> None:
    """Print a row: what is asked, and below it what answers it."""
    asked = textwrap.shorten(shown(each.ask.text), _LONGEST, placeholder=" …")
    click.echo(f"{number:>3} {each.strength.value[0]}  {asked}")
    for line in _answer_lines(each):
        click.echo(line)


def _brief(each: Listed) -> str:
    return brief(shown(each.ask.text)).removeprefix("You ")


def _answer_lines(each: Listed) -> Iterator[str]:
    """Yield what answers a row, and behind *or* what else may, each with the letter it is by."""
    if each.answers == [_ON_WORD]:
        yield "         yes, on your word"
    every = answers_of(each.ask)[: 1 if each.ask.is_task else None]
    said = [answer for answer in each.answers if answer not in every and answer != _ON_WORD]
    for answer in said:
        yield f"         {_told(answer)}"
    for position, answer in enumerate(every):
        letter = f"{LETTERS[position : position + 1]:1}"
        if letter == " " and answer not in each.answers:
            continue
        before = "  " if answer in each.answers else "or"
        is_lettered = len(every) > 1 and letter != " "
        told = _told(answer)
        yield f"   {before} {letter}) {told}" if is_lettered else f"         {told}"


def _told(answer: Answer) -> str:
    """Return what answers a row, cut: a record is the author's own sentence, years are ours."""
    said = sentence(answer.text)
    return brief(said) if answer.record else textwrap.shorten(said, _WIDEST, placeholder=" …")
