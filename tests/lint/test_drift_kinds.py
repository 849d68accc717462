"""Kinds of faults and their opposites: lines that were written to try a rule, both ways.

A line of `tests/cases/kinds/lines.txt` is a mark, a place as in `tests/cases/elsewhere`, and a
text: `!` is told, `=` is not.
"""

import re

import pytest

from tests.builders import REPOSITORY
from tests.lint.test_drift_elsewhere import news

FOLDER = REPOSITORY / "tests/cases/kinds"
LINES = [
    line
    for line in (FOLDER / "lines.txt").read_text(encoding="utf-8").split("\n")
    if line and line[0] != "#"
]


@pytest.mark.parametrize("line", LINES)
def test_line_is_told_if_it_is_a_fault(line: str) -> None:
    read = re.fullmatch(r"([!=]) (\S+) \| (.+)", line)
    assert read, line
    told = news(FOLDER, read[2], read[3])
    assert bool(told) is (read[1] == "!"), told
