"""Counts that are no plain number of things: so many a week, of a group, how large a place is."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.importing.metric_names import behind, name_of
from dossier.plain.patterns import pattern
from dossier.quantities.lexicon import lexicon
from dossier.quantities.quantity import Bound, Form, Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import Token, low_at

_PER_TIME = pattern(
    r" ((?:[A-Za-z][\w'\u2019-]* ){1,4}(?:a|an|per|each|every) "
    r"(?:hour|day|night|shift|week|month|term|season|year))\b"
)
_TIME_BEHIND = pattern(
    r" ((?:a|an|per|each|every) (?:hour|day|night|shift|week|month|term|season|year))\b"
)
_GAINED = pattern(r"(?i)\b(saved|earned|raised) (?:us |about |over )?$")
_PEOPLE_TEXT = """
children kids babies infants toddlers teenagers pupils students adults women men people girls boys
patients clients residents members players adolescents youngsters seniors youths drivers
"""
_PEOPLE = frozenset(_PEOPLE_TEXT.split())
_OLDEST = 110
_GROUPS_TEXT = "team crew brigade squad gang section kitchen shift department choir"
_GROUPS = frozenset(_GROUPS_TEXT.split())
"""What is as large as the people in it are many."""
_WHERE = frozenset({"for", "in", "at"})
_ARTICLES = frozenset({"a", "an", "the"})
_MARKS = frozenset("*_'\"\u201c\u2018\u201e\u00ab")
"""What stands before a name."""
_LONGEST = 4
"""How many words a place has at most: `a busy four star hotel`."""


def name_per_time(
    text: str, found: Sequence[Token], figure: Quantity, before: Quantity | None = None
) -> str:
    """Return what a figure is of with the time that it is told per: `pairs of spectacles a week`.

    An amount that changed is named by what changed, `waste a day`, and money that was saved or
    raised by that, `saved a month`.
    """
    if not figure.kind:
        said = _PER_TIME.match(text, figure.end)
        return said[1] if said and behind(found, figure.last) else ""
    per = _TIME_BEHIND.match(text, figure.end)
    done = _GAINED.search(text[: figure.start]) if figure.unit.is_money else None
    first = min(figure, before or figure, key=lambda each: each.first)
    named = done[1].casefold() if done else name_of(text, found, first)
    return f"{named} {per[1]}" if per and named else ""


def tells_age(found: Sequence[Token], figure: Quantity) -> bool:
    """Return whether a bare number tells how old people are: `children under 8`."""
    is_bare = not figure.kind and not behind(found, figure.last)
    is_bound = figure.bound is not Bound.EXACT and figure.values[-1] <= _OLDEST
    before = [token.low for token in found[max(figure.first - 4, 0) : figure.first]]
    return is_bare and is_bound and not _PEOPLE.isdisjoint(before)


def people_of(found: Sequence[Token], figure: Quantity, name: str) -> str:
    """Return whom a bare number counts that tells how large a group is: `a pastry section of 5`.

    `name` is what it would be called; empty for a number of anything else.
    """
    is_bare = not figure.kind and not behind(found, figure.last)
    is_of = is_bare and low_at(found, figure.first - 1) == "of"
    is_group = is_of and low_at(found, figure.first - 2) in _GROUPS
    return f"people in the {name}" if is_group and name else ""


def tells_size(found: Sequence[Token], figure: Quantity) -> bool:
    """Return whether a figure says how large a place or a thing is: `for a hotel with 90 beds`."""
    if _is_of_named(found, figure):
        return True
    if low_at(found, figure.first - 1) not in ("with", "of"):
        return False
    start = end = figure.first - 1
    while start and end - start <= _LONGEST and found[start - 1].kind == "word":
        start -= 1
        if found[start].low in _ARTICLES:
            return low_at(found, start - 1) in _WHERE and bool(behind(found, figure.last))
    return False


def _is_of_named(found: Sequence[Token], figure: Quantity) -> bool:
    """Return whether a measure is of a thing with a name: `the 62 m survey vessel Ada`."""
    is_measure = figure.kind not in ("", "%", "x") and not (figure.unit.is_money or figure.rate)
    position = figure.last
    while position < len(found) and found[position].text.islower():
        position += 1
        if position - figure.last > _LONGEST:
            return False
    is_thing = is_measure and position > figure.last
    while is_thing and low_at(found, position) in _MARKS:
        position += 1
    name = found[position].text if is_thing and position < len(found) else ""
    return name[:1].isupper() and not name.isupper()


def is_further_label(text: str, one: Quantity, two: Quantity) -> bool:
    """Return whether a number is a label as the one before it is: `Class 158 and 195`."""
    between = text[one.end : two.start].strip()
    return one.is_label and not two.kind and between in ("and", "or", ",", "/", "&")


def counts_things(text: str, found: Sequence[Token]) -> bool:
    """Return whether a sentence counts something in digits, however few: `3 trainees`."""
    figures = quantities(text, found, lexicon("en"))
    plain = (f for f in figures if f.form is Form.DIGITS and not (f.kind or f.is_label or f.rate))
    return any(behind(found, figure.last) for figure in plain)
