"""One question answered with different numbers in two dossiers. Advisory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.lint.file_view import FileView
from dossier.model.audience import Audience
from dossier.plain.folding import fold
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.questions import Question, questions
from dossier.prose.sections import split_options
from dossier.prose.visible import visible

_FIGURE = re.compile(
    r"(?<![\w.,/-])([+$€£~<>]*)(\d[\d,]*(?:\.\d+)?)(?:-(\d[\d,]*(?:\.\d+)?))?([KMB]?\+?)\s?"
    r"(%|percent\b|[a-zA-Zµ]+)?"
)
_MONEY = "$€£"
_SINGULAR = re.compile(r"(?<=[a-z]{2})s$")


@dataclass(frozen=True, slots=True)
class AnsweredFigures:
    """The figures with which a question is answered."""

    asked: str
    """The question, the company's name and typography aside."""
    said: Mapping[str, frozenset[str]]
    """The figures by unit."""
    where: Place


def read(view: FileView) -> Iterator[AnsweredFigures]:
    """Yield the answers of a dossier that have figures. They are the author's alone."""
    entry = view.application
    if entry is None or view.library.audience is not Audience.PRIVATE:
        return
    for question in questions(entry):
        text = " ".join(block.text for block in visible(question.answer, view.library))
        if said := figures(text):
            yield AnsweredFigures(_asked(question, entry.application.company), said, question.where)


def compare(answers: Iterable[AnsweredFigures]) -> Iterator[Problem]:
    """Compare the answers to questions that are asked in the same words."""
    first: dict[str, list[AnsweredFigures]] = {}
    for answer in answers:
        before = first.setdefault(answer.asked, [])
        for other in before:
            unit = _conflict(answer.said, other.said)
            if unit is not None:
                here, there = answer.said[unit], other.said[unit]
                yield _problem(answer.where, other.where, here, there, unit)
                break
        if all(answer.said != other.said for other in before):
            before.append(answer)


def _asked(question: Question, company: str) -> str:
    text = fold(split_options(question.heading)[0]).casefold().replace(company.casefold(), "…")
    return " ".join(re.findall(r"\w+", text))


def figures(text: str) -> dict[str, frozenset[str]]:
    """Return the figures of a folded text by unit, each spelled one way."""
    found: dict[str, set[str]] = {}
    for sign, low, high, scale, unit in _FIGURE.findall(text):
        name = _SINGULAR.sub("", unit.casefold().replace("percent", "%"))
        money = "".join(s for s in sign if s in _MONEY)
        value = "-".join(number.replace(",", "") for number in (low, high) if number) + scale
        found.setdefault(money or name, set()).add(value)
    return {unit: frozenset(values) for unit, values in found.items()}


def _conflict(one: Mapping[str, frozenset[str]], two: Mapping[str, frozenset[str]]) -> str | None:
    """Return the unit in which both answers say what the other doesn't; one may say more."""
    shared = sorted(unit for unit in one.keys() & two.keys() if unit)
    return next((unit for unit in shared if one[unit] - two[unit] and two[unit] - one[unit]), None)


def _problem(
    where: Place, place: Place, said: frozenset[str], other: frozenset[str], unit: str
) -> Problem:
    here, there = (_spell(values, unit) for values in (said - other, other - said))
    message = f"this question is answered with {here} here, with {there} at {place}"
    return warning("answer-differs", where, message, "say the same to both, or ask it differently")


def _spell(values: frozenset[str], unit: str) -> str:
    if unit in _MONEY:
        return ", ".join(f"{unit}{value}" for value in sorted(values))
    return ", ".join(f"{value}{'' if unit == '%' else ' '}{unit}" for value in sorted(values))
