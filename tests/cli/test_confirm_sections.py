"""What a heading does not tell is asked of its author, once, before it is kept private."""

from pathlib import Path

import pytest
import yaml

from tests.cli.terminal import answered

RESUME = """\
# Ada Lane

## Papers

- Sea survival, 2025
- Slinger, 2020

## Oddities

One line.

**Publications**

- Lane, A. On ropes. 2019
- Lane, A. On masts. 2020
"""


def test_a_list_below_an_unknown_heading_is_what_its_author_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = {
        "certificates": (("x", "c"), ["Sea survival", "Slinger"]),
        "private": (("",), []),
        "later": (("q",), []),
    }
    for name, (said, expected) in told.items():
        code, shown = answered(["init", name, "--from", "cv.md"], (*said, "", "", ""))
        assert code == 0, shown
        assert shown.count("j jobs, c certificates") == 1, "one line, or no field, is none"
        assert "Papers (2 lines: Sea survival, 2025): j jobs" in shown
        assert (
            "Papers (2 lines: Sea survival, 2025)," in shown.split("Your profile")[1]
        ) is not bool(expected)
        profile = yaml.safe_load((tmp_path / name / "content/profile.yml").read_text())
        assert [held["name"] for held in profile.get("certificates", [])] == expected, shown


WORK = """\
# Ada Lane

## One thing I am proud of

{0}

## Certificates

- Loom check, 2023
"""
PROSE = {
    "**The old loom (2021).** A loom that all had refused. I brought its drift from 9 mm to 2 mm\n"
    "and it was chosen for 34 of 41 shows.": "The old loom (2021)",
    "Repair of the old loom (2020): 212 parts, 14 of them missing. I made these in 3 weeks.": (
        "Repair of the old loom (2020)"
    ),
}


@pytest.mark.parametrize("prose", PROSE)
def test_prose_that_tells_of_work_with_figures_is_a_project_whose_readers_are_asked_for(
    prose: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(WORK.format(prose), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, said in {"shared": "", "private": "1"}.items():
        code, shown = answered(["init", name, "--from", "cv.md"], ("", "", "", said))
        assert code == 0, shown
        assert "j jobs, c certificates" not in shown, "one question is enough"
        assert f"  1  {PROSE[prose]}" in shown.split("Your projects")[1]
        (file,) = (tmp_path / name / "content/projects").glob("*.md")
        project = yaml.safe_load(file.read_text().split("---")[1])
        assert (project["title"], project["audience"]) == (PROSE[prose], name), shown


def test_the_rest_of_a_life_is_asked_about_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = WORK.format("I help on Saturdays, 3 hours.\nNotice is 6 weeks.")
    text = text.replace("One thing I am proud of", "Anything else")
    (tmp_path / "cv.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "mine", "--from", "cv.md"], ("", "", ""))
    assert code == 0, shown
    assert "j jobs, c certificates" not in shown
    assert "Anything else" in shown.split("kept private")[1]


@pytest.mark.parametrize(
    "prose",
    [
        "I like looms.\nI like rope.",
        # It may tell of a life as well as of work.
        "I cannot climb above 20 m after an operation in 2020. Notice is 6 weeks.",
    ],
)
def test_prose_without_figures_or_a_name_is_proposed_as_nothing(
    prose: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(WORK.format(prose), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "mine", "--from", "cv.md"], ("", "", "", ""))
    assert code == 0, shown
    assert "p a project? Enter: none, kept private:" in shown


def test_what_was_partly_read_is_proposed_as_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Full driving licence. I dried 52 of 86 looms.\nIt took 3 weeks for 40 people."
    (tmp_path / "cv.md").write_text(WORK.format(text), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "mine", "--from", "cv.md"], ("", "", "", "", ""))
    assert code == 0, shown
    assert "p a project? Enter: none, kept private:" in shown
    profile = yaml.safe_load((tmp_path / "mine/content/profile.yml").read_text())
    assert "Full driving licence" in [held["name"] for held in profile["certificates"]]
