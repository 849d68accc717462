"""Planted faults are caught where they stand, and honest lines are left alone."""

import re
from collections.abc import Iterable

import pytest

from tests.lint.drift_cases import (
    JUDGED,
    TABLE,
    Case,
    content,
    is_judged_right,
    plant,
    read_table,
    said_of,
)

CASES = read_table(TABLE)
FAULTS = [case for case in CASES if case.is_fault]
CLEAN = [case for case in CASES if not case.is_fault]


each_kind = pytest.mark.parametrize("kind", sorted({case.kind for case in CASES}))


@each_kind
def test_planted_fault_is_caught_where_it_stands(kind: str) -> None:
    faults = [case for case in FAULTS if case.kind == kind]
    # What is known to be missed loses its mark as soon as it is not.
    wrong = [case for case in faults if is_judged_right(case) is case.is_known]
    assert not wrong, told(wrong)
    assert not_judged(faults) == {}


@each_kind
def test_honest_line_is_left_alone(kind: str) -> None:
    honest = [case for case in CLEAN if case.kind == kind]
    wrong = [case for case in honest if not is_judged_right(case)]
    assert not wrong, told(wrong)
    assert not_judged(honest) == {}


def told(cases: Iterable[Case]) -> str:
    return "\n".join(
        f"{case} {case.place} | {case.text}: {[str(problem) for problem, _ in said_of(case)]}"
        for case in cases
    )


def not_judged(cases: Iterable[Case]) -> dict[str, str]:
    """Return what else is wrong with cases, which is not what they are about."""
    return {
        str(case): problem.code
        for case in cases
        for problem, _ in said_of(case)
        if problem.code not in JUDGED
    }


def test_table_is_as_large_as_it_has_to_be() -> None:
    assert len(FAULTS) >= 80
    assert len({case.kind for case in FAULTS}) >= 25
    assert len(CLEAN) >= 60
    assert len({(case.place, case.text) for case in CASES}) == len(CASES)


@each_kind
def test_text_of_a_case_stands_at_the_lines_that_are_looked_at(kind: str) -> None:
    for case in (each for each in CASES if each.kind == kind):
        before = content(case.changes)
        planted = plant(before, case.place, case.text)
        after = planted.text.split("\n")
        inside = [after[line - 1] for line in planted.lines]
        words = [word for word in re.findall(r"[\w%.,]+", case.text) if '"' not in word]
        found = re.findall(r"[\w%.,]+", "\n".join(inside).replace('\\"', '"').replace("\\n", "\n"))
        assert [word for word in words if word not in found] == [], case
        first = planted.lines.start - 1
        kept = after[:first] + after[planted.lines.stop - 1 :]
        old = before[planted.file].split("\n")
        expected = old[:first] + old[first + planted.removed :]
        assert [line for line in kept if line] == [line for line in expected if line], case
