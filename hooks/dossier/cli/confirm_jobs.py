"""Jobs of a résumé whose title and employer no words tell: asked of before they are written."""

from __future__ import annotations

from collections.abc import Mapping

import click

from dossier.cli.questions import ask_line, chosen_numbers
from dossier.importing.draft import Draft, Guess, Values
from dossier.model.base import shape
from dossier.model.profile import Employment
from dossier.plain.patterns import pattern
from dossier.plain.terminal import inert_line

_APART = pattern(r"\s+[/|\u00b7]\s+")
_OF_ONE = pattern(r"(?:(\d+)\s*:\s*)?(\S.*)")
_FIELDS = ("title", "employer", "location")
_LEAST = 2
"""How many fields an answer in one's own words has at least."""


def ask_of_jobs(draft: Draft) -> None:
    """Ask of all jobs at once that were guessed at, and take what is said in place of a guess."""
    if not draft.guesses:
        return
    click.echo("Title \u00b7 employer, as it seems:")
    for number, (_, guess) in enumerate(draft.guesses, start=1):
        click.echo(f"{number:>3}  {inert_line(str(guess))}")
        if guess.other:
            click.echo(f"       or {inert_line(str(guess.other))}")
    others = any(guess.other for _, guess in draft.guesses)
    other = " `1 2`: the other of these." if others else ""
    question = f"All right? Enter: yes.{other} `1: title / employer / place`"
    while (said := ask_line(question)) not in ("", "y", "yes"):
        for line in _corrected(said, draft.guesses):
            click.echo(line)
        question = "All right? Enter: yes"


def _corrected(said: str, guesses: list[tuple[Values, Guess]]) -> list[str]:
    """Put right the jobs that an answer names. Returns what is to be told of it."""
    if named := chosen_numbers(said, len(guesses)):
        chosen = [(n, *guesses[n - 1]) for n in named if guesses[n - 1][1].other]
        for _, entry, guess in chosen:
            assert guess.other  # noqa: S101 - chosen by it
            _put(entry, guess.other.values)
        return [_said(number, entry) for number, entry, _ in chosen]
    one = _OF_ONE.fullmatch(said)
    parts = [part.strip() for part in _APART.split(one[2])] if one else []
    number = int(one[1] or 1) if one and (one[1] or len(guesses) == 1) else 0
    if 1 <= number <= len(guesses) and _LEAST <= len(parts) <= len(_FIELDS) and all(parts):
        _put(guesses[number - 1][0], dict(zip(_FIELDS, parts, strict=False)))
        return [_said(number, guesses[number - 1][0])]
    return ["  Numbers of these, or one with title and employer: `1: title / employer`."]


def _said(number: int, entry: Values) -> str:
    place = f" ({entry['location']})" if "location" in entry else ""
    return inert_line(f"{number:>3}  {entry['title']} \u00b7 {entry['employer']}{place}")


def _put(entry: Values, told: Mapping[str, str]) -> None:
    """Give a job other values, its fields in their order."""
    kept = {name: value for name, value in entry.items() if name not in _FIELDS} | dict(told)
    entry.clear()
    entry.update({name: kept[name] for name in shape(Employment) if name in kept})
