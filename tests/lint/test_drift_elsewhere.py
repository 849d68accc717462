"""The rules on figures on a project that their authors did not write: somebody else's records.

`tests/cases/elsewhere` was invented, records and lines, by somebody who had not seen the rules. A
line is a mark, a section of the dossier or `project:ID`, and a text: `!` a planted fault, `=` an
honest line, `?` one of either kind that is known to be misjudged.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest

from dossier.audience import Audience
from dossier.lint import lint
from dossier.load.assemble import assemble
from tests.builders import AS_OF, REPOSITORY, tree_of
from tests.lint.drift_cases import JUDGED

FOLDER = REPOSITORY / "tests/cases/elsewhere"
DOSSIER = "content/applications/acme-energy/index.md"
TITLES = {"why": "Why this role", "answer": "Questions"}
LINES = [
    (number, line)
    for number, line in enumerate((FOLDER / "lines.txt").read_text(encoding="utf-8").split("\n"), 1)
    if line and line[0] != "#"
]
KNOWN_MISSES = [line for _, line in LINES if line[0] == "?"]


@cache
def files() -> Mapping[str, str]:
    paths = sorted((FOLDER / "content").rglob("*"))
    return {
        path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.suffix in (".md", ".yml")
    }


def said(texts: Mapping[str, str]) -> Counter[tuple[str, str]]:
    library, problems = assemble(tree_of(texts), Audience.PRIVATE)
    assert problems == ()
    return Counter((p.code, p.message) for p in lint(library, AS_OF) if p.code in JUDGED)


@cache
def before() -> Counter[tuple[str, str]]:
    return said(files())


def news(place: str, text: str) -> Counter[tuple[str, str]]:
    """Return what is said only since a text stands at the end of a section or page."""
    if place.startswith("project:"):
        file = f"content/projects/{place.removeprefix('project:')}.md"
        return said({**files(), file: f"{files()[file]}\n{text}\n"}) - before()
    whole = files()[DOSSIER] + "\n"
    title = TITLES.get(place, place.capitalize())
    (begun,) = re.finditer(rf"^## {title}\n", whole, re.MULTILINE)
    end = whole.find("\n## ", begun.end()) + 1 or len(whole)
    text = f"### What else?\n\n{text}" if place == "answer" else text
    return said({**files(), DOSSIER: f"{whole[:end]}\n{text}\n\n{whole[end:]}"}) - before()


def test_nothing_is_said_of_the_project_itself() -> None:
    assert before() == Counter()


@pytest.mark.parametrize(("number", "line"), LINES, ids=[str(number) for number, _ in LINES])
def test_line_is_judged_right(number: int, line: str) -> None:
    mark, place, text = re.fullmatch(r"([!=?]) (\S+) \| (.+)", line).groups()  # type: ignore[union-attr]
    is_fault = (mark == "!") if mark != "?" else number < first_honest()
    found = news(place, text.replace("⏎", "\n"))
    is_right = bool(found) is is_fault
    # What is known to be misjudged loses its mark as soon as it is not.
    assert is_right is (mark != "?"), f"{line}: {dict(found)}"


def first_honest() -> int:
    return next(number for number, line in LINES if line[0] == "=")


def test_few_lines_are_known_to_be_misjudged() -> None:
    assert len(KNOWN_MISSES) < len(LINES) / 15
