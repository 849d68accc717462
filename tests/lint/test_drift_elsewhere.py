"""The rules on figures on projects that their authors did not write: somebody else's records.

Each folder of `tests/cases/elsewhere` was invented, records and lines, by somebody who had not seen
the rules. A line is a mark, a section of the dossier or `project:ID`, and a text: `!` a planted
fault, `=` an honest line, `?!` and `?=` one that is known to be misjudged.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from tests.builders import AS_OF, REPOSITORY, tree_of
from tests.each import each
from tests.lint.drift_cases import JUDGED

FOLDERS = sorted((REPOSITORY / "tests/cases/elsewhere").iterdir())
TITLES = {"why": "Why this role", "answer": "Questions"}
LINES = [
    (folder, line)
    for folder in FOLDERS
    for line in (folder / "lines.txt").read_text(encoding="utf-8").split("\n")
    if line and line[0] != "#"
]
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@cache
def files(folder: Path) -> Mapping[str, str]:
    paths = sorted((folder / "content").rglob("*"))
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.suffix in (".md", ".yml")
    }


@cache
def whole(folder: Path) -> Library:
    library, problems = assemble(tree_of(files(folder)), Audience.PRIVATE)
    assert problems == ()
    return library


def said(library: Library) -> Counter[tuple[str, str]]:
    return Counter((p.code, p.message) for p in lint(library, AS_OF) if p.code in JUDGED)


@cache
def before(folder: Path) -> Counter[tuple[str, str]]:
    return said(whole(folder))


def changed(folder: Path, file: str, text: str) -> Library:
    """Return a library in which a dossier or a project's page says something else."""
    alone, problems = assemble(tree_of({file: text}), Audience.PRIVATE)
    assert problems == ()
    library = whole(folder)
    applications = {**library.applications, **alone.applications}
    return replace(
        library, applications=applications, projects={**library.projects, **alone.projects}
    )


def news(folder: Path, place: str, text: str) -> Counter[tuple[str, str]]:
    """Return what is said only since a text stands at the end of a section or page."""
    if place.startswith("project:"):
        file = f"content/projects/{place.removeprefix('project:')}.md"
        page = f"{files(folder)[file]}\n{text}\n"
    else:
        file = next(name for name in files(folder) if name.startswith("content/applications/"))
        page = files(folder)[file] + "\n"
        title = TITLES.get(place, place)
        (begun,) = re.finditer(rf"^## {title}\n", page, re.MULTILINE | re.IGNORECASE)
        end = page.find("\n## ", begun.end()) + 1 or len(page)
        text = f"### What else?\n\n{text}" if place == "answer" else text
        page = f"{page[:end]}\n{text}\n\n{page[end:]}"
    return said(changed(folder, file, page)) - before(folder)


@each_folder
def test_nothing_is_said_of_the_project_itself(folder: Path) -> None:
    assert before(folder) == Counter()


def test_every_line_is_judged_right() -> None:
    each(LINES, judged_right)


def judged_right(case: tuple[Path, str]) -> None:
    folder, line = case
    read = re.fullmatch(r"(\??)([!=]) (\S+) \| (.+)", line)
    assert read, line
    known, mark, place, text = read.groups()
    found = news(folder, place, text.replace("⏎", "\n"))
    # What is known to be misjudged loses its mark as soon as it is not.
    assert (bool(found) is (mark == "!")) is not bool(known), f"{line}: {dict(found)}"


@each_folder
def test_few_lines_are_known_to_be_misjudged(folder: Path) -> None:
    lines = (folder / "lines.txt").read_text(encoding="utf-8").split("\n")
    known = sum(line.startswith("?") for line in lines)
    assert known < sum(line[:1] in ("!", "=", "?") for line in lines if line) / 7
