"""Rows of a new dossier as they are printed: what is asked, how well it is met, and by what."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import click

from dossier.cli.columns import brief, fitted, sentence, shown
from dossier.cli.fit_rows import Answer, answer_of, answers_of
from dossier.importing.draft import Values
from dossier.match.coverage import why_not
from dossier.match.offers import Ask, Candidate
from dossier.match.own_word import is_on_word, is_trait
from dossier.match.priorities import sentences_of
from dossier.model.application import Priority, Strength
from dossier.model.evidence import Check
from dossier.model.library import Library, RecordEntry

LETTERS = "abc"
"""What chooses one of those that may answer a row: no letters of a strength."""
_FEW = 0.5
"""Under how many of the years that are asked for they are a beginning."""
_LIKELY = 0.6
"""How much of what the likeliest one weighs one weighs at least that is offered instead."""
_NEARLY = 0.9
"""The same of one that is shown at once."""
_NEAR = 0.25
"""How much of what is asked a guess says at least that is shown at once, and how much it weighs."""
_NARROWEST = 56
"""How much is shown of what is asked, at least, in a line."""
_INDENT = 7
_LEGEND = "d exactly, s clearly, m in part, w begun, n not"
_ON_WORD = Answer("Yes")
"""What is proposed where only the author's word can answer."""
_HEADINGS = {Priority.MUST: "Asked for", Priority.NICE: "Nice to have", None: "Tasks"}
_LEFT_OUT = "Left out{0} (`{1}: …` takes {1})"
_PERHAPS = "perhaps: "
"""What stands before a guess."""
_WITHOUT, _WITH_ANSWER = "", ", though you may meet them"


@dataclass
class Listed:
    """A row, what is asked, and how it is met."""

    row: Values
    ask: Ask
    answers: list[Answer]
    strength: Strength
    proposal: list[Answer] = field(default_factory=list)
    """What answers it unless somebody says otherwise."""
    choices: list[Answer] = field(default_factory=list)
    """What may answer it, each by its letter."""
    waiting: list[RecordEntry] = field(default_factory=list)
    """Its records, if none of them counts as long as nothing shows it."""
    is_dropped: bool = False
    """Whether its author has taken it out of the dossier."""
    is_said: bool = False
    """Whether somebody has said how it is met, now or when the dossier was begun."""
    is_seen: bool = False
    """Whether what would answer it was shown to its author."""
    is_answered: bool = True
    """Whether what answers it is still to be written into the row."""

    @property
    def kind(self) -> Priority | None:
        """What it is listed under, None for a task."""
        return None if self.ask.is_task else self.ask.priority

    @property
    def is_met(self) -> bool:
        """Whether there is something to show."""
        return self.strength is not Strength.NONE

    @property
    def is_left_out(self) -> bool:
        """Whether the dossier has no row for it."""
        return (self.ask.is_task or self.is_dropped) and not self.is_met

    def answer(self, answers: Sequence[Answer], records: Sequence[RecordEntry] = ()) -> None:
        """Let something else answer it than did before, with the records that it names."""
        self.answers = list(answers)
        entries = (*(candidate.entry for candidate in self.ask.candidates), *records)
        found = {entry.id: entry for entry in entries}
        named = [found[each.record] for each in answers if each.record in found]
        self.waiting = [entry for entry in named if lacks_proof(entry)]
        self.is_said, self.is_answered = True, True


def proposed(row: Values, ask: Ask, day: date) -> Listed:
    """Return a row with the records that have most of its words, else what the profile says.

    Of a guess it is not said that it meets it.
    """
    answers = [answer_of(each) for each in ask.likeliest]
    if (not answers or ask.is_faint) and is_on_word(ask.text) and not ask.is_task:
        return Listed(row, ask, [_ON_WORD], Strength.DIRECT, [_ON_WORD], [_ON_WORD])
    strength = _guessed(answers, ask)
    # How somebody is nobody can show: a row that says "nothing yet" would speak against them.
    is_dropped = is_trait(ask.text) and not ask.is_task and strength is Strength.NONE
    entries = [found.entry for found in ask.likeliest if isinstance(found, Candidate)]
    lacks = [entry for entry in entries if lacks_proof(entry)]
    waiting = [] if any(not why_not(entry, day) for entry in entries) else lacks
    choices = _choices(ask, answers)
    return Listed(row, ask, answers, strength, answers, choices, waiting, is_dropped)


def _guessed(answers: Sequence[Answer], ask: Ask) -> Strength:
    """Return how well a row is met for all that is known: fewer years than are asked in part.

    What is asked for by its name, or in years, is met exactly.
    """
    if not answers or ask.is_faint:
        return Strength.NONE
    if all(found.is_exact for found in ask.likeliest):
        return Strength.DIRECT
    years = [found.share for found in ask.likeliest if found.share and not found.weight]
    if min(years, default=1) < _FEW:
        return Strength.WEAK
    is_part = min(years, default=1) < 1 or is_bare_skill(answers)
    return Strength.MODERATE if is_part else Strength.STRONG


def is_bare_skill(answers: Sequence[Answer]) -> bool:
    """Return whether nothing but words of a list of skills answers: no clear proof."""
    return bool(answers) and all(answer.field == "skills" for answer in answers)


def _choices(ask: Ask, answers: Sequence[Answer]) -> list[Answer]:
    """Return what may answer a row, what is proposed first, and what is not much less likely.

    Where years of jobs answer, others of them may, and no record does.
    """
    best = max((each.weight for each in ask.candidates), default=0)
    unlikely = {each.entry.id for each in ask.candidates if each.weight < _LIKELY * best}
    if any(fact.field == "work" for fact in ask.facts):
        unlikely |= {each.entry.id for each in ask.candidates}
    others = [a for a in answers_of(ask) if a not in answers and a.record not in unlikely]
    return [*answers, *others][: len(LETTERS)]


def kept(row: Values, ask: Ask, day: date, library: Library) -> Listed:
    """Return a row as its dossier says that it is met."""
    each = proposed(row, ask, day)
    entries = [library.records[name] for name in row["evidence"] if name in library.records]
    each.answers = [Answer(entry.record.claim, entry.id) for entry in entries]
    each.answers += [Answer(row["claim"])] if row.get("claim") else []
    counts = any(not why_not(entry, day) for entry in entries)
    each.waiting = [] if counts else [entry for entry in entries if lacks_proof(entry)]
    each.strength, each.is_said, each.is_answered = Strength(row["strength"]), True, False
    return each


def lacks_proof(entry: RecordEntry) -> bool:
    """Return whether nothing but its author's word shows a record."""
    return entry.record.check is Check.STATEMENT or not entry.record.source


def in_order(every: Sequence[Listed]) -> list[Listed]:
    """Return the rows, last the tasks that nothing meets: left out unless chosen."""
    return sorted(every, key=lambda each: each.is_left_out)


def show(listed: Sequence[Listed]) -> None:
    """Print all rows under what they are: asked for, nice to have, tasks; last what is left out.

    A line each, and one for what answers it, as far as it tells it from others.
    """
    click.echo(f"How you meet it: {_LEGEND}.")
    left: dict[str, list[str]] = {}
    for number, each in _under_headings(listed):
        if each.is_left_out:
            yours = each.is_dropped and bool(each.proposal) and not each.ask.is_faint
            first = each.proposal[:1] if yours or _is_near(each) else []
            each.is_seen = bool(first)
            told = "".join(f" ({'' if yours else _PERHAPS}{_short(answer)})" for answer in first)
            why = _WITH_ANSWER if yours else _WITHOUT
            left.setdefault(why, []).append(f"{number} {brief(shown(each.ask.text))}{told}")
            continue
        click.echo(f"{number:>3} {each.strength.value[0]}  {_asked(each.ask)[0]}")
        if offered := "; ".join(before + _short(answer) for before, answer in _offered(each)):
            each.is_seen = True
            click.echo(f"       {fitted(offered, _INDENT)}")
    for why, told_of in left.items():
        example = told_of[0].split()[0]
        click.echo(f"{_LEFT_OUT.format(why, example)}: {'; '.join(told_of)}")


def full_lines(listed: Sequence[Listed]) -> Iterator[str]:
    """Yield all rows with all that is asked and all that may answer each, what is faint, too."""
    for number, each in enumerate(listed, start=1):
        each.is_seen = True
        first, *more = textwrap.wrap(shown(each.ask.text), _width()) or [""]
        yield f"{number:>3} {each.strength.value[0]}  {first}"
        yield from (f"{'':{_INDENT}}{line}" for line in more)
        yield from _answer_lines(each)


def show_again(number: int, each: Listed) -> None:
    """Print a row as it is by now in a line."""
    priority = each.row.get("priority", each.ask.priority)
    is_turned = not each.ask.is_task and priority != each.ask.priority
    turned = f"  ({_HEADINGS[Priority(priority)].casefold()} now)" if is_turned else ""
    answers = "; ".join(map(_spelled, each.answers)) if each.is_met else ""
    told = f": {answers}" if answers else ""
    line = f"{brief(shown(each.ask.text))}{turned}{told}"
    click.echo(f"{number:>3} {each.strength.value[0]}  {fitted(line, _INDENT)}")


def _under_headings(listed: Sequence[Listed]) -> Iterator[tuple[int, Listed]]:
    """Yield the rows with their numbers, and print what they are under before the first of each."""
    kind = ""
    for number, each in enumerate(listed, start=1):
        if not each.is_left_out and _HEADINGS[each.kind] != kind:
            kind = _HEADINGS[each.kind]
            click.echo(f"{kind}:")
        yield number, each


def _offered(each: Listed) -> Iterator[tuple[str, Answer]]:
    """Yield what answers a row, and what is as good, by its letter; a guess where it is near."""
    if not each.is_met:
        yield from ((_PERHAPS, answer) for answer in each.proposal[:1] if _is_near(each))
        return
    letters = dict(zip(each.choices, LETTERS, strict=False))
    near = [answer for answer in _as_good(each) if answer not in each.answers]
    for answer in each.answers:
        yield (f"{letters.get(answer, '')} " if near and answer in letters else ""), answer
    for answer in near:
        yield f"{letters[answer]} instead: ", answer


def _as_good(each: Listed) -> list[Answer]:
    """Return the choices that say nearly as much as the likeliest, where words alone tell it."""
    first = each.ask.likeliest[:1]
    if each.answers != each.proposal or each.ask.together or any(f.is_exact for f in first):
        return []
    least = max((_NEARLY * found.weight for found in first), default=0)
    good = [f for f in each.ask.ranked if 0 < least <= f.weight and each.ask.is_sure(f)]
    return [answer for found in good if (answer := answer_of(found)) in each.choices]


def _is_near(each: Listed) -> bool:
    """Return whether the likeliest is little short of an answer."""
    said = any(f.share >= _NEAR and f.weight * f.share >= _NEAR for f in each.ask.likeliest[:1])
    return said and each.ask.is_faint and not each.is_said


def offers_guess(each: Listed) -> bool:
    """Return whether a guess stands below a row, which nobody has taken."""
    return not (each.is_met or each.is_left_out) and bool(each.proposal) and _is_near(each)


def _asked(ask: Ask) -> list[str]:
    """Return what is asked if a line holds it, else its first sentence, as far as a line does."""
    text = shown(ask.text)
    if len(text) > _width() and len(first := sentences_of(text)[0]) < len(text):
        text = f"{first} …"
    return textwrap.wrap(text, _width(), max_lines=1, placeholder=" …") or [text]


def _width() -> int:
    return max(shutil.get_terminal_size().columns - _INDENT, _NARROWEST)


def _answer_lines(each: Listed) -> Iterator[str]:
    """Yield what answers a row, and what may instead, each with the letter it is by.

    Of one that its author does not meet nothing: a guess alone waits to be taken.
    """
    letters = dict(zip(each.choices, LETTERS, strict=False))
    now = each.answers if each.is_met else [] if each.is_said else each.proposal
    is_lettered = len(letters if each.is_met else now) > 1
    perhaps = "" if each.is_met or each.is_said else _PERHAPS
    for answer in now:
        letter = letters.get(answer, "") if is_lettered else ""
        yield f"      {letter:1}  {perhaps}{_spelled(answer)}"
    for answer, letter in letters.items() if each.is_met else ():
        if answer not in now:
            yield f"         {letter} instead: {_spelled(answer)}"


def _short(answer: Answer) -> str:
    """Return as much of an answer as tells it from others of its author."""
    said = _spelled(answer)
    return brief(said.partition(": ")[0] if answer.field == "work" else said)


def _spelled(answer: Answer) -> str:
    return "yes, on your word" if answer == _ON_WORD else sentence(answer.text)
