"""Whose number a figure is: by the section, a quotation, a heading, and who is spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from dossier.claims.sentences import Sentence
from dossier.plain.frozen import frozen
from dossier.prose.sections import known_section
from dossier.prose.statements import plain
from dossier.prose.text_kind import ABOUT_ONESELF, ABOUT_OTHERS
from dossier.quantities.factuality import is_denied, is_norm, is_planned, is_quoted
from dossier.quantities.incidental import is_history, is_of_a_kind
from dossier.quantities.names import Names, company_names, named_in
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import tokens


class Subject(StrEnum):
    """Of whom a sentence speaks where a figure stands."""

    ONESELF = "oneself"
    OTHERS = "others"
    WORLD = "world"
    """Of nobody: what a thing costs, what one of its kind is like."""
    UNSAID = "unsaid"


@frozen
class Attribution:
    """How a figure is told."""

    subject: Subject
    is_fact: bool
    """Neither denied, nor planned or supposed, nor quoted."""


def attribute(sentence: Sentence, figure: Quantity) -> Attribution:
    """Return of whom a figure is told, and whether as a fact."""
    if _is_answered(sentence):
        return Attribution(Subject.ONESELF, is_fact=True)
    placed, (first, last) = sentence.placed, sentence.segment(figure.first)
    is_fact = not (
        sentence.statement.in_quote
        or is_denied(placed, figure, first, last)
        or is_planned(placed, figure, last)
        or is_quoted(placed, figure)
    )
    return Attribution(_subject(sentence, figure), is_fact)


def _is_answered(sentence: Sentence) -> bool:
    """Return whether a sentence is a question that the next one says oneself is the answer to."""
    after = sentence.after
    if after is None or sentence.tokens[-1].text != "?" or _subjects(sentence) is None:
        return False
    placed, end = after.placed, len(after.tokens)
    return not after.figures and placed.has("own", 0, end) and not placed.has("plans", 0, end)


def _subject(sentence: Sentence, figure: Quantity) -> Subject:
    if sentence.projects or sentence.records:
        return Subject.ONESELF
    subjects, (first, last) = _subjects(sentence), sentence.segment(figure.first)
    named = [(hit.start, hit.end) for hit in sentence.hits]
    if subjects is None or is_norm(sentence.placed, sentence.figures, figure, first, named):
        return Subject.OTHERS
    # Who stands before a figure counts for more: `you have 230, and one of them trained me`.
    said = _of_whom(sentence, first, figure.first) or subjects[first]
    if first and sentence.placed.has("pronouns", first, figure.first):
        # `Your works has …, and its 92 m stack is what I saw`: of whom was spoken before.
        said = subjects[sentence.segment(first - 1)[0]]
    is_general = said is Subject.UNSAID and is_of_a_kind(
        sentence.tokens, first, last, figure, sentence.index.words
    )
    own = sentence.placed.has("own", first, last)
    is_past = not own and is_history(sentence.tokens, first, last, sentence.index.words)
    return Subject.WORLD if is_general or is_past else said


@lru_cache(maxsize=16)
def _subjects(sentence: Sentence) -> Mapping[int, Subject] | None:
    """Return of whom each part of a sentence speaks, by its first token; None if all of others."""
    statement, before = sentence.statement, sentence.before
    if statement.kind in ABOUT_OTHERS or _is_about_others(statement.heading, _company(sentence)):
        return None
    subjects: dict[int, Subject] = {}
    said = Subject.ONESELF if statement.kind in ABOUT_ONESELF else Subject.UNSAID
    if before and said is Subject.UNSAID:
        said = _of_whom(before, 0, len(before.tokens)) or said
    for first, last in sentence.segments:
        if first and sentence.tokens[first - 1].text == "?":
            asked = (
                subjects[sentence.segment(h.start)[0]] for h in sentence.hits if h.end <= first
            )
            said = next(asked, said)
        # What does not say it goes on about whom was spoken of before.
        said = _of_whom(sentence, first, last) or said
        subjects[first] = said
    return subjects


def _of_whom(sentence: Sentence, first: int, last: int) -> Subject | None:
    """Return of whom a part of a sentence speaks, None if it does not say."""
    part, placed = sentence.tokens[first:last], sentence.placed
    if placed.has("own", first, last) or named_in(sentence.index.employers, part):
        return Subject.ONESELF
    if placed.has("others", first, last) or named_in(_company(sentence), part):
        return Subject.OTHERS
    return None


def _is_about_others(heading: str, company: Names) -> bool:
    """Return whether a heading announces the company or its posting."""
    if not heading:
        return False
    if known_section(heading, ()) in ABOUT_OTHERS:
        return True
    return bool(company) and bool(named_in(company, tokens(heading)))


def _company(sentence: Sentence) -> Names:
    """Return the names of the company that a dossier is for."""
    entry = sentence.statement.passage.application
    known = (entry.application.company, *entry.application.aliases) if entry else ()
    return company_names(tuple(map(plain, known)))
