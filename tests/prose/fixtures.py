"""Text in, text out: cases in files of markdown-it-py's fixture format, in `tests/cases/refs`."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "refs"


@dataclass(frozen=True, slots=True)
class Case:
    """A title, then the input and the expected text between lines of a dot."""

    file: Path
    title: str
    given: str
    expected: str

    def compare(self, found: str, *, update: bool) -> None:
        """Assert that `found` is expected, or write it down."""
        if not update:
            assert found == self.expected
            return
        text = self.file.read_text(encoding="utf-8")
        before, head, after = text.partition(f"{self.title}\n.\n{self.given}.\n")
        rest = after.removeprefix(self.expected)
        self.file.write_text(f"{before}{head}{found}{rest}", encoding="utf-8")


def each_case(name: str) -> pytest.MarkDecorator:
    """Run a test for each case of a file, as its argument `case`."""
    file = FOLDER / name
    cases = [Case(file, *parts) for _, *parts in read_fixture_file(file)]
    titles = [case.title for case in cases]
    assert len(set(titles)) == len(titles)
    return pytest.mark.parametrize("case", cases, ids=titles)
