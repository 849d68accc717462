"""Planted faults are caught where they stand, and honest lines are left alone."""

import re

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


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_planted_fault_is_caught_where_it_stands(case: Case) -> None:
    # What is known to be missed loses its mark as soon as it is not.
    assert is_judged_right(case) is not case.is_known, f"{case.place} | {case.text}"


@pytest.mark.parametrize("case", CLEAN, ids=str)
def test_honest_line_is_left_alone(case: Case) -> None:
    said = [str(problem) for problem, _ in said_of(case) if problem.code in JUDGED]
    assert said == [], f"{case.place} | {case.text}"


def test_nothing_else_is_wrong_with_a_case() -> None:
    others = {
        str(case): problem.code
        for case in CASES
        for problem, _ in said_of(case)
        if problem.code not in JUDGED
    }
    assert others == {}


def test_table_is_as_large_as_it_has_to_be() -> None:
    assert len(FAULTS) >= 80
    assert len({case.kind for case in FAULTS}) >= 25
    assert len(CLEAN) >= 60
    assert len({(case.place, case.text) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_text_of_a_case_stands_at_the_lines_that_are_looked_at(case: Case) -> None:
    before = content(case.changes)
    planted = plant(before, case.place, case.text)
    after = planted.text.split("\n")
    inside = [after[line - 1] for line in planted.lines]
    words = [word for word in re.findall(r"[\w%.,]+", case.text) if '"' not in word]
    found = re.findall(r"[\w%.,]+", "\n".join(inside).replace('\\"', '"').replace("\\n", "\n"))
    assert [word for word in words if word not in found] == []
    first = planted.lines.start - 1
    kept = after[:first] + after[planted.lines.stop - 1 :]
    old = before[planted.file].split("\n")
    expected = old[:first] + old[first + planted.removed :]
    assert [line for line in kept if line] == [line for line in expected if line]
