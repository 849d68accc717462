"""Whose number a figure is: by the section, a quotation, a heading, and who is spoken of."""

from __future__ import annotations

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


class Owner(StrEnum):
    """Of whom a sentence speaks where a figure stands."""

    ONESELF = "oneself"
    OTHERS = "others"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Voice:
    """How a figure is told."""

    owner: Owner
    is_fact: bool
    """Neither denied, nor planned or supposed, nor quoted."""


def voice(sentence: Sentence, figure: Quantity) -> Voice:
    """Return of whom a figure is told, and whether as a fact."""
    is_fact = not (
        _is_denied(sentence, figure)
        or _is_planned(sentence, figure)
        or _is_quoted(sentence, figure)
    )
    return Voice(_owner(sentence, figure), is_fact)


def _owner(sentence: Sentence, figure: Quantity) -> Owner:
    statement = sentence.statement
    if sentence.projects or sentence.records:
        return Owner.ONESELF
    entry = statement.passage.application
    company = company_names(entry) if entry else {}
    if statement.kind in ABOUT_OTHERS or _is_about_others(statement.heading, company):
        return Owner.OTHERS
    position = figure.first
    while True:
        first, last = sentence.segment(position)
        said = _of_whom(sentence, first, last, company)
        if said is not None:
            return said
        if first == 0:
            break
        position = first - 2 if first > 1 else 0
    return Owner.ONESELF if statement.kind in ABOUT_ONESELF else Owner.UNSAID


def _of_whom(sentence: Sentence, first: int, last: int, company: Names) -> Owner | None:
    """Return of whom a part of a sentence speaks, None if it does not say."""
    part, words = sentence.tokens[first:last], sentence.ground.words
    if words.has("own", part) or named_in(sentence.ground.employers, part):
        return Owner.ONESELF
    if words.has("others", part) or named_in(company, part):
        return Owner.OTHERS
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
    found = sentence.tokens
    before = [
        token
        for position, token in enumerate(found[first : max(first, end)], first)
        # `no-show` denies nothing.
        if found[position + 1].text != "-" or found[position + 1].start != token.end
    ]
    return sentence.ground.words.has("denials", before) or any(
        token.low.endswith("n't") for token in sentence.tokens[first : min(figure.first, last)]
    )


def _is_planned(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure is supposed, wished for or planned."""
    _, last = sentence.segment(figure.first)
    parted = (n for n in range(figure.first, 0, -1) if _begins(sentence, n - 1, figure.first))
    return sentence.ground.words.has("plans", sentence.tokens[next(parted, 0) : last])


def _begins(sentence: Sentence, position: int, before: int) -> bool:
    """Return whether what follows a token says something of its own, like what oneself does."""
    if sentence.tokens[position].text != ":":
        return sentence.begins_clause(position)
    return sentence.ground.words.has("own", sentence.tokens[position:before])


def _is_quoted(sentence: Sentence, figure: Quantity) -> bool:
    """Return whether a figure stands in a block quotation, or between quotation marks."""
    if sentence.statement.in_quote:
        return True
    marks = [token.start for token in sentence.tokens if token.text == '"']
    before = [mark for mark in marks if mark < figure.start]
    if len(before) % 2 == 0 or marks[-1] < figure.start:
        return False
    leading = [token for token in sentence.tokens if token.start < before[-1]]
    return not sentence.ground.words.has("own", leading)


_SHORTEST_NAME = 4


def company_names(entry: ApplicationEntry) -> Names:
    """Return the names of a dossier's company."""
    return _names(entry.application.company, entry.application.aliases)


@lru_cache(maxsize=1024)
def _names(company: str, aliases: tuple[str, ...]) -> Names:
    first, _, more = company.partition(" ")
    # `Acme` for `Acme Energy`.
    short = [first] if more and len(first) >= _SHORTEST_NAME else []
    return names_of((plain(name), company) for name in (company, *aliases, *short))
