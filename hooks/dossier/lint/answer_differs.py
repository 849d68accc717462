"""One question answered with different numbers in two dossiers. Advisory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.questions import Question, questions
from dossier.prose.sections import split_options
from dossier.prose.visible import visible
from dossier.quantities.spelled import value_of

_NUMBER = r"\d{1,3}(?:[ ']\d{3})+(?![,.']?\d)|\d+(?:[.,]\d+)*"
_FIGURE = pattern(
    rf"(?<![\w.,/-])([+$€£~<>]*)({_NUMBER})(?:-({_NUMBER}))?([KMB]?\+?)\s?(%|percent\b|[^\W\d_]+)?"
)
_MONEY = "$€£"
_SINGULAR = pattern(r"(?<=[a-z]{2})s$")


@frozen
class AnsweredFigures:
    """The figures with which a question is answered."""

    question: str
    """Its words, the company's name and typography aside."""
    figures: Mapping[str, frozenset[str]]
    """What the answer says, by unit."""
    where: Place


def read(view: FileView) -> Iterator[AnsweredFigures]:
    """Yield the answers of a dossier that have figures."""
    entry = view.application
    if entry is None:
        return
    for question in questions(entry):
        text = " ".join(block.text for block in visible(question.answer, view.library))
        if found := figures(text, comma=view.judge.index.comma):
            words = _words(question, entry.application.company)
            yield AnsweredFigures(words, found, question.where)


def compare(files: AllFiles[AnsweredFigures]) -> Iterator[Problem]:
    """Compare the answers to questions that are asked in the same words."""
    earlier: dict[str, list[AnsweredFigures]] = {}
    for answer in files.readings:
        others = earlier.setdefault(answer.question, [])
        for other in others:
            unit = _conflict(answer.figures, other.figures)
            if unit is not None:
                yield _problem(answer, other, unit)
                break
        if all(answer.figures != other.figures for other in others):
            others.append(answer)


def _words(question: Question, company: str) -> str:
    text = fold(split_options(question.heading)[0]).casefold().replace(company.casefold(), "…")
    return " ".join(re.findall(r"\w+", text))


def figures(text: str, *, comma: bool = False) -> dict[str, frozenset[str]]:
    """Return the figures of a folded text by unit, each spelled one way."""
    found: dict[str, set[str]] = {}
    for sign, low, high, scale, unit in _FIGURE.findall(text):
        name = _SINGULAR.sub("", unit.casefold().replace("percent", "%"))
        money = "".join(s for s in sign if s in _MONEY)
        numbers = (value_of(number, comma=comma) or number for number in (low, high) if number)
        value = "-".join(map(str, numbers)) + scale
        found.setdefault(money or name, set()).add(value)
    return {unit: frozenset(values) for unit, values in found.items()}


def _conflict(one: Mapping[str, frozenset[str]], two: Mapping[str, frozenset[str]]) -> str | None:
    """Return the unit in which both answers say what the other doesn't; one may say more."""
    shared = sorted(unit for unit in one.keys() & two.keys() if unit)
    return next((unit for unit in shared if one[unit] - two[unit] and two[unit] - one[unit]), None)


def _problem(answer: AnsweredFigures, other: AnsweredFigures, unit: str) -> Problem:
    values, other_values = answer.figures[unit], other.figures[unit]
    own = _spell(values - other_values, unit)
    others = _spell(other_values - values, unit)
    message = f"this question is answered with {own} here, with {others} at {other.where}"
    hint = "say the same to both, or ask it differently"
    return warning("answer-differs", answer.where, message, hint)


def _spell(values: frozenset[str], unit: str) -> str:
    if unit in _MONEY:
        return ", ".join(f"{unit}{value}" for value in sorted(values))
    return ", ".join(f"{value}{'' if unit == '%' else ' '}{unit}" for value in sorted(values))


RULE = Rule("answer-differs", across=Comparison(read, compare, AnsweredFigures), private_only=True)
