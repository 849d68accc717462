"""`docs/problems/`: a page for every code, with an example that causes it and its cure.

Pages are made of `cases/invalid`, which `test_invalid` runs, and of `cases/problems.yml`.
`pytest tests/test_problem_pages.py --update-goldens` writes them.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.model.audience import Audience
from dossier.plain.problems import CODES
from tests.builders import REPOSITORY
from tests.test_invalid import CASES, ELSEWHERE, SHOWN, Case, put_on_disk

FOLDER = REPOSITORY / "docs" / "problems"
DATA = REPOSITORY / "tests" / "cases" / "problems.yml"
SILENCING = """\
To keep it and say why, write this on its line or the line before it:
`# dossier: allow {code}: because …` in YAML,
`<!-- dossier: allow {code}: because … -->` in prose. Reports count what is silenced.
"""
each_code = pytest.mark.parametrize("code", CODES)


@cache
def data() -> dict[str, dict[str, str]]:
    loaded: Any = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return dict(loaded)


@cache
def package_text() -> str:
    """Return the package's source as one line, its string literals joined."""
    files = sorted((REPOSITORY / "hooks").rglob("*.py"))
    text = " ".join(path.read_text(encoding="utf-8") for path in files)
    return " ".join(re.sub(r'"\s+f?"', "", text).split())


def example_of(code: str) -> Case | None:
    """Return the case that shows a code with the least around it."""

    # That rules wait for a broken file follows from what is wrong with it.
    def noise(case: Case) -> tuple[int, int]:
        told = set(SHOWN.findall(case.expected)) - {"rules-waiting"}
        return len(told), length(case)

    cases = [case for case in CASES if code in SHOWN.findall(case.expected)]
    return min(cases, key=noise, default=None)


def length(case: Case) -> int:
    return len(case.expected) + sum(len(part) for step in case.steps for part in step)


def messages(case: Case, code: str) -> str:
    """Return what a case says of one code, hints included."""
    found = re.findall(rf"^\S.*\[{code}\]$(?:\n  hint: .*)?", case.expected, re.MULTILINE)
    return "\n".join(found)


def fenced(kind: str, text: str) -> str:
    return f"````{kind}\n{text.rstrip()}\n````\n"


def spell_step(verb: str, argument: str, text: str) -> str:
    match verb:
        case "file":
            return f"`{argument}`:\n\n{fenced('', text)}"
        case "change":
            return f"In `{argument}`:\n\n{fenced('diff', text)}"
        case "remove":
            return f"`{argument}` is not there.\n"
    what = "a symbolic link" if verb == "link" else "no ordinary file"
    return f"`{argument}` is {what}.\n"


def page(code: str) -> str:
    known, case = data()[code], example_of(code)
    head = f"# {code}\n\n{CODES[code]}\n\n## Example\n"
    if case:
        steps = [spell_step(*step) for step in case.steps]
        shown = ["`dossier check` says:\n\n" + fenced("text", messages(case, code))]
        parts = [head, f"{case.title}.\n", *steps, *shown]
    else:
        by = f"`{known['by']}`" if known["by"].startswith("dossier") else known["by"]
        said = f"Told by {by}: *… {known['says']} …*\n"
        parts = [head, known["example"] + "\n", said]
    parts.append(f"## Cure\n\n{known['cure']}\n")
    return "\n".join([*parts, SILENCING.format(code=code)] if case else parts)


def index() -> str:
    rows = "".join(f"| [{code}]({code}.md) | {meaning} |\n" for code, meaning in CODES.items())
    head = "# What can be wrong\n\nEach problem has a code in brackets, which never changes.\n"
    return f"{head}\n| code | what it means |\n| --- | --- |\n{rows}"


@each_code
def test_code_has_its_page_with_example_and_cure(code: str, *, update_goldens: bool) -> None:
    path = FOLDER / f"{code}.md"
    if update_goldens:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(page(code), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(code), "run it with --update-goldens"


def test_index_lists_every_code(*, update_goldens: bool) -> None:
    if update_goldens:
        (FOLDER / "README.md").write_text(index(), encoding="utf-8")
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == index()


def test_there_are_no_pages_of_other_codes() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*CODES, "README"}
    assert set(data()) == set(CODES)


@pytest.mark.parametrize("code", sorted(set(CODES) - set(ELSEWHERE)))
def test_example_on_a_page_causes_the_message_there(code: str, tmp_path: Path) -> None:
    case = example_of(code)
    assert case
    told = "\n".join(put_on_disk(case, tmp_path, Audience.PRIVATE))
    shown = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    assert messages(case, code)
    assert all(line in told and line in shown for line in messages(case, code).splitlines())


@pytest.mark.parametrize("code", sorted(ELSEWHERE))
def test_message_without_a_case_is_one_that_the_package_says(code: str) -> None:
    assert data()[code]["says"] in package_text()
