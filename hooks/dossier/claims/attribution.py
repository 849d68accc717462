"""Whose number a figure is: by the section, a quotation, a heading, and who is spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dossier.claims.sentences import Sentence
from dossier.model.library import ApplicationEntry
from dossier.prose.sections import known_section
from dossier.prose.statements import plain
from dossier.prose.text_kind import ABOUT_ONESELF, ABOUT_OTHERS
from dossier.quantities.names import Names, named_in, names_of
from dossier.quantities.quantity import Bound, Quantity
from dossier.quantities.tokens import tokens

_SHORTEST_NAME = 4


class Subject(StrEnum):
    """Of whom a sentence speaks where a figure stands."""

    ONESELF = "oneself"
    OTHERS = "others"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Attribution:
    """How a figure is told."""

    subject: Subject
    is_fact: bool
    """Neither denied, nor planned or supposed, nor quoted."""


def attribute(sentence: Sentence, figure: Quantity) -> Attribution:
    """Return of whom a figure is told, and whether as a fact."""
    is_fact = not (
        _is_denied(sentence, figure)
        or _is_planned(sentence, figure)
        or _is_quoted(sentence, figure)
    )
    return Attribution(_subject(sentence, figure), is_fact)


def _subject(sentence: Sentence, figure: Quantity) -> Subject:
    if sentence.projects or sentence.records:
        return Subject.ONESELF
    return _subjects(sentence)[sentence.segment(figure.first)[0]]


@lru_cache(maxsize=16)
def _subjects(sentence: Sentence) -> Mapping[int, Subject]:
    """Return of whom each part of a sentence speaks, by its first token."""
    statement = sentence.statement
    entry = statement.passage.application
    company = company_names(entry) if entry else {}
    if statement.kind in ABOUT_OTHERS or _is_about_others(statement.heading, company):
        return {first: Subject.OTHERS for first, _ in sentence.segments}
    subjects = {}
    said = Subject.ONESELF if statement.kind in ABOUT_ONESELF else Subject.UNSAID
    for first, last in sentence.segments:
        # What does not say it goes on about whom was spoken of before.
        said = _of_whom(sentence, first, last, company) or said
        subjects[first] = said
    return subjects


def _of_whom(sentence: Sentence, first: int, last: int, company: Names) -> Subject | None:
    """Return of whom a part of a sentence speaks, None if it does not say."""
    part, placed = sentence.tokens[first:last], sentence.placed
    if placed.has("own", first, last) or named_in(sentence.index.employers, part):
        return Subject.ONESELF
    if placed.has("others", first, last) or named_in(company, part):
        return Subject.OTHERS
    return None


def _is_about_others(heading: str, company: Names) -> bool:
    """Return whether a heading announces the company or its posting."""
    if not heading:
        return False
    if known_section(heading, ()) in ABOUT_OTHERS:
        return True
    return bool(company) and bool(named_in(company, tokens(heading)))


def _is_denied(sentence: Sentence, figure: Quantity) -> bool:
    first, last = sentence.segment(figure.first)
    end = figure.first - (2 if figure.bound is not Bound.EXACT else 0)
    return sentence.placed.has_apart("denials", first, end) or sentence.placed.has_negation(
        first, min(figure.first, last)
    )


def _is_planned(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure is supposed, wished for or planned."""
    _, last = sentence.segment(figure.first)
    placed = sentence.placed
    # What follows a colon says something of its own if it is what oneself does.
    colon = placed.last_colon(placed.last("own", figure.first))
    return placed.has("plans", max(placed.last_clause(figure.first), colon) + 1, last)


def _is_quoted(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure stands in a block quotation, or between quotation marks."""
    if sentence.statement.in_quote:
        return True
    mark = sentence.placed.quotation(figure.first)
    return mark >= 0 and not sentence.placed.has("own", 0, mark)


def company_names(entry: ApplicationEntry) -> Names:
    """Return the names of a dossier's company."""
    return _names(entry.application.company, entry.application.aliases)


@lru_cache(maxsize=1024)
def _names(company: str, aliases: tuple[str, ...]) -> Names:
    first, _, more = company.partition(" ")
    # `Acme` for `Acme Energy`.
    short = [first] if more and len(first) >= _SHORTEST_NAME else []
    return names_of((plain(name), company) for name in (company, *aliases, *short))
