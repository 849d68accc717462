"""Rows of a new dossier, rated by one look at all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import click

from dossier.cli.columns import brief, shown
from dossier.cli.fit_claims import part_claims, place_claims
from dossier.cli.fit_corrections import LESSONS, correct
from dossier.cli.fit_gaps import ask_gaps
from dossier.cli.fit_pitch import proposed_pitch
from dossier.cli.fit_rows import (
    LIMITED,
    answer_row,
    ask_or_stop,
    claims_of,
    limit_row,
    rate_rows,
    write_sections,
)
from dossier.cli.fit_sources import ask_sources
from dossier.cli.fit_table import (
    Listed,
    in_order,
    is_bare_skill,
    offers_guess,
    show,
    show_again,
)
from dossier.cli.questions import spell_numbers
from dossier.cli.record_edits import Change
from dossier.importing.draft import Draft, Values
from dossier.importing.words import Copied
from dossier.model.application import Strength
from dossier.model.library import Library

_ASKED = (
    "All so? Enter: yes. {0}`3m 7n`: otherwise. `7: …`: by what is yours, or your words. "
    "`?`: all in full. q: later"
)
_TAKES = "`{0}s` takes what is perhaps. "
_AGAIN = "All so? Enter: yes"
_OF_SKILL = "A skill that I list, without an example here."
"""The limit of what a list of skills says, unless its author has another."""


@dataclass
class Rated:
    """What was answered."""

    changes: list[Change] = field(default_factory=list)
    """What is to be written into records, once the dossier is."""
    gaps: dict[str, str] = field(default_factory=dict)
    """What is said of musts that are missing or begun, by the ids of their rows."""
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
        if _rate(listed, library):
            left_out += [each.row for each in every if each.is_left_out]
            _keep(draft, listed, rated.changes, library)
        else:
            _write_rows(draft, [each for each in listed if each.is_said])
            rate_rows(draft, [each.ask for each in every], left_out)
        rated.gaps = ask_gaps(draft, listed, library)
        write_sections(draft, proposed_pitch(listed, library))
    except click.Abort:
        said = [each for each in listed if each.is_said]
        _write_rows(draft, said)
        left_out += [each.row for each in listed if _is_left_out(each)]
        rated.kept = _spell_said(listed)
    place_claims(draft, library.profile.profile if library.profile else None)
    # They stand last, so that no other row has another position by it.
    draft.dossier["proof_points"] = [row for row in rows if row not in left_out]
    return rated


def _is_left_out(each: Listed) -> bool:
    """Return whether a row was left out when somebody stopped, by them or as it has no answer."""
    is_open = each.row["strength"] in (None, Strength.NONE)
    is_empty = each.is_said or each.is_dropped or each.ask.is_open
    return is_open and is_empty and each.is_left_out


def _spell_said(listed: Sequence[Listed]) -> str:
    """Say of which rows somebody has said how they are met."""
    said = [number for number, each in enumerate(listed, 1) if each.row["strength"] is not None]
    if len(said) == len(listed):
        return "every row and all that you have said to them"
    return f"what you have said to {spell_numbers(said)}" if said else "the rows, all still open"


def _rate(listed: Sequence[Listed], library: Library) -> bool:
    """Ask which rows are met otherwise, or by what, until all are right. False for one by one."""
    guessed = next((n for n, each in enumerate(listed, 1) if offers_guess(each)), 0)
    question = _ASKED.format(_TAKES.format(guessed) if guessed else "")
    known = set[str]()
    while (said := ask_or_stop(question)).casefold() not in ("", "y", "yes"):
        if said.casefold() == "o":
            return False
        changed, remarks = correct(listed, said, library)
        for number in changed:
            show_again(number, listed[number - 1])
        for remark in remarks:
            lesson = next((each for each in LESSONS if remark.startswith(each)), "")
            if lesson not in known:
                click.echo(f"  {remark}")
            known |= {lesson} - {""}
        question = _AGAIN
    for each in listed:
        each.is_said = True
    return True


def _write_rows(draft: Draft, listed: Sequence[Listed]) -> None:
    """Write what was said into rows; what was proposed for them is answered by it."""
    rows = draft.dossier["proof_points"]
    for each in listed:
        if each.is_answered or each.strength is Strength.NONE:
            answer_row(each.row, each.answers, each.strength)
            claims = claims_of(each.answers) if each.is_met else []
            part_claims(draft, each.row, claims)
            each.is_answered = False
        each.row["strength"] = Copied(each.strength.value)
        position = next(n for n, row in enumerate(rows) if row is each.row)
        draft.comments.pop(("proof_points", position), None)


def _keep(draft: Draft, listed: Sequence[Listed], changes: list[Change], library: Library) -> None:
    """Write what was said into rows, ask for what is missing, and note what records get."""
    _write_rows(draft, listed)
    met = [(n, each) for n, each in enumerate(listed, 1) if each.strength is not Strength.NONE]
    profile = library.profile.profile if library.profile else None
    ask_sources(draft, met, changes, profile)
    _limit([(n, e) for n, e in met if e.strength in LIMITED and not e.row.get("note")])


def _limit(limited: Sequence[tuple[int, Listed]]) -> None:
    """Ask for the limit of rows; words of a list of skills have one and the same."""
    skills = {n: each for n, each in limited if is_bare_skill(each.answers)}
    for number, each in limited:
        if number not in skills:
            asked = brief(shown(each.ask.text))
            limit_row(each.row, f"Limit of {number} ({asked})", each.answers)
    if skills:
        said = ask_or_stop(f"Limit of {spell_numbers(skills)} (Enter: {_OF_SKILL})")
        for each in skills.values():
            each.row["note"] = Copied(said or _OF_SKILL)
