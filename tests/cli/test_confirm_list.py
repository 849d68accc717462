"""`dossier confirm`: one look at all that its author has said, and few answers."""

import re
from pathlib import Path
from typing import Any

import pytest

from dossier.plain.yaml import construct
from tests.cli.terminal import answered, with_answers
from tests.sites import project

FILE = "content/evidence/cv.yml"
SAID = (
    "Cut the wait from 6 weeks to 2 weeks",
    "Ran 40 clinics",
    "Led 8 nurses",
    "2391 First Aid, 2025",
)
KINDS = ("employment", "employment", "employment", "credential")


def confirmed(root: Path, *answers: str, second: str = "") -> tuple[list[dict[str, Any]], str]:
    """Return the records after `dossier confirm`, and what was shown."""
    told = tuple(second if n == 1 and second else said for n, said in enumerate(SAID))
    records = "evidence:\n" + "".join(
        f"  - id: figure{n}\n    claim: {said}\n    kind: {kind}\n    check: statement\n"
        "    status: unconfirmed\n"
        for n, (said, kind) in enumerate(zip(told, KINDS, strict=True), start=1)
    )
    profile = "name: Ada\nwork:\n  - employer: Acme\n    highlights:\n"
    profile += "".join(f"      - {said}\n" for said in told)
    project(root, {"content/profile.yml": profile, FILE: records})
    code, shown = with_answers(root, ["confirm"], answers)
    assert code == 0, shown
    return construct((root / FILE).read_text(), "")[0]["evidence"], shown


def test_all_are_right_as_they_are_printed_and_some_have_another_source(tmp_path: Path) -> None:
    records, shown = confirmed(tmp_path, "9", "", "1 9: x", "2: Clinic diary", "Staff list")
    assert "  1  Cut the wait from 6 weeks to 2 weeks  [wait: 6 → 2 weeks]\n" in shown
    assert [r["source"]["label"] for r in records] == [
        *("Staff list", "Clinic diary", "Staff list", "Certificate")
    ]
    assert {(r["status"], r["check"], r["audience"]) for r in records} == {
        ("shipped", "inspect", "shared")
    }
    assert records[0]["metrics"][0]["before"] == 6
    assert "  4  2391 First Aid, 2025, shown by its certificate\n" in shown
    assert "metrics" not in records[3]
    assert "Numbers from 1 to 4 with blanks between" in shown
    assert "Numbers among 1-3 stand before a colon" in shown
    assert "4 confirmed, 4 of which count; 0 left." in shown


def test_what_is_not_right_is_asked_for_and_a_word_alone_does_not_count(tmp_path: Path) -> None:
    records, shown = confirmed(tmp_path, "2 3", "", "n", "e", "Led 7 nurses", "List")
    assert [r["status"] for r in records] == ["shipped", "unconfirmed", "shipped", "shipped"]
    assert ("source" in records[0], records[0]["check"]) == (False, "statement")
    assert records[2]["claim"] == "Led 7 nurses"
    assert "3 confirmed, 2 of which count; 1 left." in shown


def test_nothing_is_right_before_somebody_says_so(tmp_path: Path) -> None:
    records, _ = confirmed(tmp_path, "q")
    assert {r["status"] for r in records} == {"unconfirmed"}
    stopped, shown = confirmed(tmp_path / "again", "", "2: Diary", "q")
    assert [r["status"] for r in stopped] == ["unconfirmed", "shipped", "unconfirmed", "shipped"]
    assert "What you have answered is kept." in shown


def test_a_figure_is_called_otherwise_where_it_is_listed(tmp_path: Path) -> None:
    records, shown = confirmed(
        tmp_path,
        "x = y",
        "x = 14 -> 5 kg",
        "2 x = 14 -> few kilos",
        "wait = weeks of waiting, 2 = about 50",
        "3 nurses = -",
        "3 = 8",
        "2 nurses a clinic = 4",
        "2 = 60",
        "",
        "Diary",
    )
    figures = [(m["name"], m["value"], m.get("op")) for m in records[1]["metrics"]]
    assert figures == [("clinics", 50, "~"), ("nurses a clinic", 4, None)]
    assert "Name the figure of 3 that you mean: `3 NAME = 8`" in shown
    assert "Name the figure of 2 that you mean" in shown
    assert records[0]["metrics"][0]["name"] == "weeks of waiting"
    assert "metrics" not in records[2]
    assert "  1  Cut the wait from 6 weeks to 2 weeks  [weeks of waiting: 6 → 2 weeks]\n" in shown
    assert "No figure above is called `x`. `5 x = 60` adds it" in shown
    assert "`5 x = 14 -> 5 kg` adds it" in shown
    assert "`14 -> few kilos` is no value: say one, `5 kg`, or the change" in shown


def test_a_sentence_is_told_by_its_figures_where_their_names_tell_it(tmp_path: Path) -> None:
    said = "Cut the first wait across the 8 clinics from 6 weeks to 2 weeks"
    _, shown = confirmed(tmp_path, "clinics = clinics in town", "", second=said)
    assert "  2  clinics: 8; first wait: 6 → 2 weeks\n" in shown
    assert "  2  Cut the first wait …  [clinics in town: 8" in shown.partition("another name")[2]
    assert shown.count("another name, value") == 1, "what is known is not told again"


RESUME = """\
# Ada Lane

## Summary

Baker. From 80 loaves a day in a village to large lines.

## Experience

### Baker, Mill Street Bakery
2019 \u2013 present

- Baked 400 loaves a day in 7 shops
- Trained 3 apprentices, of whom 2 stayed
"""


def test_a_figure_that_another_sentence_contradicts_stays_a_proposal_that_can_be_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "mine", "--from", "cv.md"], ("", "", "Order book", "1: Bread"))
    assert code == 0, shown
    assert (
        "says otherwise: 1 loaves a day: 400. `1 NAME = VALUE` names one more closely.\n" in shown
    )
    code, told = answered(["check", "-f", "mine/mkdocs.yml"], ())
    assert (code, "error:" in told) == (0, False), told
    file = tmp_path / "mine/content/evidence/cv.yml"
    text = file.read_text(encoding="utf-8")
    first = construct(text, "")[0]["evidence"][0]
    assert [m["name"] for m in first["metrics"]] == ["shops"]
    assert first["source"] == {"label": "Order book"}
    file.write_text(re.sub(r"(?m)^( +)# ", r"\1", text), encoding="utf-8")
    values, problems = construct(file.read_text(encoding="utf-8"), "")
    assert problems == []
    assert [m["name"] for m in values["evidence"][0]["metrics"]] == ["shops", "loaves a day"]
    code, told = answered(["check", "-f", "mine/mkdocs.yml"], ())
    assert "`80` is told of loaves a day, the record says loaves a day 400" in told


def test_a_figure_that_is_named_more_closely_is_proposed_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = ("", "1 loaves on the big line = 400", "", "Order book", "")
    code, shown = answered(["init", "mine", "--from", "cv.md"], said)
    assert code == 0, shown
    text = (tmp_path / "mine/content/evidence/cv.yml").read_text(encoding="utf-8")
    assert "loaves on the big line" in text
    assert "    # " not in text


def test_figures_without_a_name_are_shown_and_get_one(tmp_path: Path) -> None:
    said = (
        "2 reviewed = 1,840 km²",
        *("", "Diary"),
    )
    records, shown = confirmed(tmp_path, *said, second="Flew over 1,840 km² of forest in 2 years")
    assert "  2  Flew over 1,840 km2 of forest in 2 years  [? 1,840 km²]\n" in shown
    assert "Behind ? has no name yet: `2 NAME = 1,840 km²` gives one.\n" in shown
    (metric,) = records[1]["metrics"]
    assert (metric["name"], metric["value"], metric["unit"]) == ("reviewed", 1840, "km²")
