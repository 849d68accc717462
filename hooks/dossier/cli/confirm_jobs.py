"""Jobs of a résumé whose title and employer no words tell: asked of before they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from dossier.cli.questions import ask_line
from dossier.importing.draft import Draft, Values
from dossier.model.base import shape
from dossier.model.profile import Employment
from dossier.plain.terminal import inert_line

_APART = re.compile(r"\s+[/|\u00b7]\s+")
_FIELDS = ("title", "employer", "location")
_LEAST = 2
"""How many fields an answer in one's own words has at least."""


def ask_of_jobs(draft: Draft) -> None:
    """Ask of each job that was guessed at, and take what is said in place of the guess."""
    for entry, guess in draft.guesses:
        ways = [guess, *([guess.other] if guess.other else [])]
        click.echo("Title \u00b7 employer, as it seems:")
        for number, way in enumerate(ways, start=1):
            click.echo(f"{number:>3}  {inert_line(str(way))}")
        other = " 2: that." if guess.other else ""
        how = f"Right? Enter: 1.{other} Or write `title / employer / place`"
        while True:
            said = ask_line(how)
            if said in ("", "1", "y", "yes"):
                break
            parts = [part.strip() for part in _APART.split(said)]
            if said == "2" and guess.other:
                _put(entry, guess.other.values)
                break
            if _LEAST <= len(parts) <= len(_FIELDS) and all(parts):
                _put(entry, dict(zip(_FIELDS, parts, strict=False)))
                break
            click.echo("  A number of these, or title and employer with ` / ` between.")


def _put(entry: Values, told: Mapping[str, str]) -> None:
    """Give a job other values, its fields in their order."""
    kept = {name: value for name, value in entry.items() if name not in _FIELDS} | dict(told)
    entry.clear()
    entry.update({name: kept[name] for name in shape(Employment) if name in kept})
