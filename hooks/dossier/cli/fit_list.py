"""Rows of a new dossier, rated by one look at all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import click

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
from dossier.cli.fit_table import LETTERS, Listed, in_order, lacks_proof, show
from dossier.cli.questions import ask_what_shows, spell_numbers
from dossier.cli.record_edits import Change
from dossier.importing.draft import Draft, Values
from dossier.importing.figures import read_source
from dossier.importing.words import Copied
from dossier.model.application import Strength
from dossier.model.evidence import Check
from dossier.model.library import Library

_ASKED = (
    "All so? Enter: yes. `3m 7n`: otherwise. `7b`: by b. `7t`: must or nice. "
    "`7: …`: your own words. o: one by one. q: later"
)
_TURN = "t"
"""What turns a must into nice to have, and back."""
_RATED = re.compile(r"(\d+)([a-z]+)")
_SAID = re.compile(r"(\d+)\s*([a-z]?)\s*:\s*(\S.*)")


@dataclass
class Rated:
    """What was answered."""

    changes: list[Change] = field(default_factory=list)
    """What is to be written into records, once the dossier is."""
    kept: str = ""
    """Which answers there are, if somebody stopped."""


def rate_listed(draft: Draft, every: Sequence[Listed], library: Library) -> Rated:
    """Ask of all rows at once how well one meets them, and for what the reader reads first.

    What is left for later stays as it would be without asking.
    """
    rows = draft.dossier["proof_points"]
    listed = in_order(every)
    show(listed)
    left_out: list[Values] = []
    rated = Rated()
    try:
        if _rate(listed):
            left_out += [each.row for each in every if each.is_left_out]
            _keep(draft, listed, rated.changes)
        else:
            _write_rows(draft, [each for each in listed if each.is_said])
            rate_rows(draft, [each.ask for each in every], left_out)
        write_sections(draft, library)
    except click.Abort:
        said = [each for each in listed if each.is_said]
        _write_rows(draft, said)
        left_out += [e.row for e in listed if e.is_left_out and (e.is_said or e.is_dropped)]
        rated.kept = _spell_said(listed)
    # They stand last, so that no other row has another position by it.
    draft.dossier["proof_points"] = [row for row in rows if row not in left_out]
    return rated


def _spell_said(listed: Sequence[Listed]) -> str:
    """Say of which rows somebody has said how they are met."""
    said = [number for number, each in enumerate(listed, 1) if each.row["strength"] is not None]
    if len(said) == len(listed):
        return "every row and all that you have said to them"
    return f"what you have said to {spell_numbers(said)}" if said else "the rows, all still open"


def _rate(listed: Sequence[Listed]) -> bool:
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
                each.is_said = True
            return True
        click.echo(f"  A number from 1 to {len(listed)} with one of the letters: 3m 7n")


def _is_changed(listed: Sequence[Listed], said: re.Match[str]) -> bool:
    """Turn a must, or let a row be met by some of what may answer it, if that is what was said."""
    number, letters = int(said[1]), said[2]
    if number not in range(1, len(listed) + 1):
        return False
    row = listed[number - 1]
    if letters == _TURN:
        return turn(row.row)
    every = answers_of(row.ask)
    places = [LETTERS.find(letter) for letter in letters]
    if min(places) < 0 or max(places) >= len(every):
        return False
    entries = [found.entry for n, found in enumerate(row.ask.candidates) if n in places]
    row.answer([every[n] for n in places], [entry for entry in entries if lacks_proof(entry)])
    row.strength = Strength.STRONG if row.strength is Strength.NONE else row.strength
    return True


def _is_answered(listed: Sequence[Listed], said: re.Match[str]) -> bool:
    """Let a row be met by a sentence: as well as its letter says, or strongly."""
    number, strength = int(said[1]), WORDS.get(said[2] or "s")
    if number not in range(1, len(listed) + 1) or strength is None:
        return False
    row = listed[number - 1]
    row.answer([Answer(said[3])], [])
    row.strength = strength
    return True


def _write_rows(draft: Draft, listed: Sequence[Listed]) -> None:
    """Write what was said into rows; what was proposed for them is answered by it."""
    rows = draft.dossier["proof_points"]
    for each in listed:
        if each.is_answered or each.strength is Strength.NONE:
            answer_row(each.row, each.answers, each.strength)
            each.is_answered = False
        each.row["strength"] = Copied(each.strength.value)
        position = next(n for n, row in enumerate(rows) if row is each.row)
        draft.comments.pop(("proof_points", position), None)


def _keep(draft: Draft, listed: Sequence[Listed], changes: list[Change]) -> None:
    """Write what was said into rows, ask for what is missing, and note what records get."""
    _write_rows(draft, listed)
    met = [(n, each) for n, each in enumerate(listed, 1) if each.strength is not Strength.NONE]
    bare = {n: e for n, e in met if not e.is_proven and (e.waiting or _rests_on_word(e))}
    for number, said in ask_what_shows(bare):
        if "claim" in bare[number].row:
            prove(draft, bare[number].row, said)
        elif said:
            shows = {"check": Check.INSPECT.value, "source": read_source(said)}
            changes += [(entry, shows) for entry in bare[number].waiting]
    for number, each in met:
        if each.strength in LIMITED and not each.row.get("note"):
            limit_row(each.row, f"Limit of {number}")


def _rests_on_word(each: Listed) -> bool:
    """Return whether something may show what the author says, who says it alone."""
    is_said = "claim" in each.row and not each.row["evidence"]
    return is_said and not is_taken_on_word(each.ask)
