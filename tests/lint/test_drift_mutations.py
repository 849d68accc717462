"""Every metric reference of the shipped content, typed out: right, and with one digit altered."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.figure import write
from dossier.prose.passages import passages
from dossier.prose.targets import parse_metric
from tests.builders import tree_of
from tests.lint.drift_cases import JUDGED, Planted, content, news

REFERENCE = re.compile(r"\[\]\(evidence:([^)#]+#[^) ]+)(?: \"([^\"]*)\")?\)")
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b")
WANTED = 0.95


@dataclass(frozen=True)
class Typed:
    """A reference of the content, with the value that it prints."""

    file: str
    start: int
    end: int
    metric: str
    value: str

    def __str__(self) -> str:
        line = content()[self.file].count("\n", 0, self.start) + 1
        return f"{self.file}:{line}:{self.metric}"

    def replaced(self, value: str) -> Planted:
        """Return its file with a value typed in its place."""
        text = content()[self.file]
        line = text.count("\n", 0, self.start) + 1
        changed = text[: self.start] + value + text[self.end :]
        return Planted(self.file, changed, range(line, line + 1), 1)


@cache
def references() -> tuple[Typed, ...]:
    library, _ = assemble(tree_of(content()), Audience.PRIVATE)
    found = []
    for file, text in content().items():
        for match in REFERENCE.finditer(text):
            target = parse_metric(match[1])
            metric = library.records[target.id].metric(target.metric or "")
            assert metric, match[0]
            found.append(
                Typed(file, match.start(), match.end(), match[1], write(metric, match[2] or ""))
            )
    return tuple(found)


def altered(typed: Typed) -> Iterator[str]:
    """Yield a value with each of its digits altered once, never to a leading zero."""
    chance = random.Random(str(typed))  # noqa: S311 - the same digits in every run
    for digit in re.finditer(r"\d", typed.value):
        at = digit.start()
        others = [d for d in "0123456789" if d != digit[0]]
        is_first = not typed.value[at - 1 : at].isdigit() and typed.value[at - 1 : at] != "."
        if is_first and typed.value[at + 1 : at + 2] != ".":
            others = [d for d in others if d != "0"]
        value = typed.value[:at] + chance.choice(others) + typed.value[at + 1 :]
        yield ORDINAL.sub(_ordinal, value)


def _ordinal(match: re.Match[str]) -> str:
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(match[1][-1], "th")
    return match[1] + ("th" if match[1][-2:-1] == "1" else ending)


def said(planted: Planted) -> list[str]:
    return [str(problem) for problem in news(planted) if problem.code in JUDGED]


def test_every_reference_of_the_content_is_tried() -> None:
    library, _ = assemble(tree_of(content()), Audience.PRIVATE)
    mentioned = sorted(
        f"{mention.target.id}#{mention.target.metric}"
        for passage in passages(library)
        for mention in passage.mentions()
        if mention.target and mention.target.metric
    )
    assert sorted(typed.metric for typed in references()) == mentioned
    assert len(mentioned) > 50


@pytest.mark.parametrize("typed", references(), ids=str)
def test_value_typed_as_it_is_recorded_is_left_alone(typed: Typed) -> None:
    found = [str(p) for p in news(typed.replaced(typed.value)) if p.code in JUDGED]
    assert found == []


def test_value_with_one_digit_altered_is_caught() -> None:
    tried = [(typed, value) for typed in references() for value in altered(typed)]
    missed = [f"{typed} as {value}" for typed, value in tried if not said(typed.replaced(value))]
    print(f"caught {len(tried) - len(missed)} of {len(tried)} altered figures", *missed, sep="\n")
    assert len(tried) - len(missed) >= WANTED * len(tried), missed


def test_digits_are_altered_one_at_a_time() -> None:
    for typed in references():
        values = list(altered(typed))
        assert len(values) == len(re.findall(r"\d", typed.value))
        for value in values:
            if not ORDINAL.search(value):
                pairs = list(zip(value, typed.value, strict=True))
                assert sum(new != old for new, old in pairs) == 1
