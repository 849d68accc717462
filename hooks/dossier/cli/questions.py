"""Questions to somebody at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

import click

from dossier.plain.patterns import pattern

STOP = "q"
"""What is typed to leave the rest for later."""
SAME = "="
"""What is typed for the text before."""
ON_WORD = "only your word, not counted as covered"
"""What a record or a row has that nothing else shows."""
_SPAN = pattern(r"(\d{1,4})(?:-(\d{1,4}))?")
_OF_SOME = pattern(r"([\d\s,-]+):\s*(\S.*)")


def can_ask() -> bool:
    """Return whether there is somebody who reads questions and types answers."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def forget_typed() -> None:
    """Drop what was typed before a question is read: it answers another one."""
    try:
        import termios  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    # What only passes for a terminal has nothing to drop.
    with suppress(AttributeError, OSError, ValueError, termios.error):
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def ask_line(question: str) -> str:
    """Return what is answered, on one line with single blanks; empty for Enter."""
    return " ".join(str(click.prompt(question, default="", show_default=False)).split())


def chosen_numbers(said: str, most: int) -> tuple[int, ...] | None:
    """Return the numbers of `2 5-7`, each once; None where another than 1 to `most` is named."""
    found = [_SPAN.fullmatch(word) for word in said.replace(",", " ").split()]
    spans = [range(int(each[1]), int(each[2] or each[1]) + 1) for each in found if each]
    if all(found) and all(span and span[0] > 0 and span[-1] <= most for span in spans):
        return tuple(dict.fromkeys(number for span in spans for number in span))
    return None


def ask_what_shows(
    numbers: Iterable[int],
    elsewhere: str = "",
    *,
    enter: str = ON_WORD,
    first: str = "",
    how: str | None = None,
) -> Iterator[tuple[int, str]]:
    """Ask what shows each number, see `ask_of_each`."""
    waiting = list(numbers)
    if how is None:
        how = " A paper, a register, a person" + "; `2-4 7: …` for some" * (len(waiting) > 1) + "."
    question = "What shows {0}?"
    return ask_of_each(waiting, question, elsewhere, enter=enter, how=how, first=first)


def ask_of_each(
    numbers: Iterable[int],
    question: str,
    elsewhere: str = "",
    *,
    enter: str,
    how: str | None = None,
    first: str = "",
) -> Iterator[tuple[int, str]]:
    """Ask one thing of each number: one text for all that are left, or for some before a colon.

    `enter` says what Enter does, `first` stands for the numbers the first time.

    Yields what is answered at once, and an empty text for each that is left at Enter; `=` is the
    text before. Raises Abort at `q`. Where only others are named, it says what is done about those
    `elsewhere`.
    """
    waiting, before = list(numbers), ""
    if how is None:
        how = f" `{waiting[0]}: …` for one." if len(waiting) > 1 else ""
    while waiting:
        asked = question.format(first or spell_numbers(waiting))
        said = ask_line(f"{asked}{how} Enter: {enter}")
        how = first = ""
        if said.casefold() == STOP:
            raise click.Abort
        found = _OF_SOME.fullmatch(said)
        named = chosen_numbers(found[1], max(waiting)) if found else tuple(waiting)
        # Another that was listed has what shows it already.
        named = named and tuple(number for number in named if number in waiting)
        if not named:
            names_others = f" {found[1].strip()} is not asked for." if found else ""
            among = f"Numbers among {spell_numbers(waiting)} stand before a colon."
            click.echo(f"  {among}{names_others}{elsewhere and f' {elsewhere}'}")
            continue
        waiting = [number for number in waiting if number not in named]
        text = found[2] if found else said
        before = before if text == SAME else text
        how = f" `{SAME}`: as before."
        for number in named:
            yield number, before if text == SAME else text


def spell_numbers(numbers: Iterable[int]) -> str:
    """Spell numbers with what follows one another as a span: `1-3, 7`."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(f"{s[0]}-{s[-1]}" if len(s) > 1 else str(s[0]) for s in spans)
