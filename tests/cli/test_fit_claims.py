"""What an author says of a row beside records: each claim a record, with what shows it."""

from pathlib import Path
from typing import Any

from dossier.plain.yaml import construct
from tests.cli.terminal import with_answers
from tests.cli.test_fit_list import rows_of
from tests.sites import project

PROFILE = """\
name: Ada
languages: [{language: German}, {language: Polish}]
work:
  - employer: New Mill
    title: Lead Weaver
    from: 2020-10
    to: present
    highlights: [Lead the dye house; supervise two weavers.]
  - employer: Old Mill
    title: Weaver
    from: 2017-09
    to: 2018-08
    highlights: [Mended sails for fishing boats.]
"""
WAITING = """\
evidence:
  - id: cats
    claim: Fed 3 cats
    kind: employment
    check: statement
    status: shipped
  - id: dogs
    claim: Fed 2 dogs
    kind: employment
    check: statement
    status: shipped
"""
LEAD = "Lead the dye house; supervise two weavers."
SAILS = "Mended sails for fishing boats (Old Mill, Sep 2017 to Aug 2018)."


def records_of(root: Path, name: str = "acme") -> dict[str, Any]:
    """Return what shows each record of a file, by what it says."""
    text = (root / f"content/evidence/{name}.yml").read_text()
    records = construct(text, "")[0]["evidence"]
    return {each["claim"]: (each["check"], each.get("source", {}).get("label")) for each in records}


def begun(root: Path, asks: str, *answers: str, records: str = "") -> str:
    """Return what is shown where a dossier is begun with answers."""
    files = {"content/profile.yml": PROFILE}
    project(root, {**files, "content/evidence/cv.yml": records} if records else files)
    (root / "posting.md").write_text(f"# Weaver\n\n## Requirements\n\n{asks}")
    command = ["fit", str(root / "posting.md"), "--new", "Acme"]
    code, shown = with_answers(root, command, answers)
    assert code == 0, shown
    return shown


def test_each_of_several_answers_has_its_own_record_and_source(tmp_path: Path) -> None:
    said = ("1: 4 6", "2: 6", "", "Ms Rees", "Photos", "I weave.", "Cloth.")
    shown = begun(tmp_path, "- Kilns\n- Glazes\n", *said)
    assert shown.count("What shows") == 2, "each once, though one answers two rows"
    assert "What shows 1 (New Mill) beside your word? A paper, a register, a person. En" in shown
    assert "What shows 1 (Old Mill) beside your word? Enter: only your word" in shown
    assert records_of(tmp_path) == {LEAD: ("inspect", "Ms Rees"), SAILS: ("inspect", "Photos")}
    kilns, glazes = rows_of(tmp_path)
    assert (len(kilns["evidence"]), kilns.get("claim")) == (2, None)
    assert glazes["evidence"] == kilns["evidence"][1:]


def test_what_nothing_shows_beside_another_is_told_to_be_no_more_than_ones_word(
    tmp_path: Path,
) -> None:
    shown = begun(tmp_path, "- Kilns\n", "1: 4 6", "", "", "", "I weave.", "Cloth.")
    assert shown.count("Enter: only your word, not counted as covered") == 1
    assert shown.count("Enter: only your word") == 2
    assert set(records_of(tmp_path).values()) == {("statement", None)}
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    assert with_answers(tmp_path, command, ("", "Ms Rees", "Photos"))[0] == 0
    assert records_of(tmp_path) == {LEAD: ("inspect", "Ms Rees"), SAILS: ("inspect", "Photos")}


def test_several_records_of_a_row_are_asked_for_in_one_question(tmp_path: Path) -> None:
    said = ("1: 1 2", "", "1: Vet", "", "I feed.", "Cats.")
    shown = begun(tmp_path, "- Kilns\n", *said, records=WAITING)
    assert "What shows `Fed 3 cats` and `Fed 2 dogs` (1, 2)? A paper" in shown
    told = records_of(tmp_path, "cv")
    assert told == {"Fed 3 cats": ("inspect", "Vet"), "Fed 2 dogs": ("statement", None)}


def test_names_of_one_list_are_one_claim(tmp_path: Path) -> None:
    begun(tmp_path, "- Another language\n", "", "I weave.", "Cloth.")
    assert [row["claim"] for row in rows_of(tmp_path)] == ["German; Polish"]


def test_one_by_one_each_claim_is_asked_for_by_itself(tmp_path: Path) -> None:
    asks = "- Mended sails, dye house\n"
    shown = begun(tmp_path, asks, "o", "s ab", "Ms Rees", "", "I weave.", "Cloth.")
    assert "  Mended sails for fishing boats.: What shows it: a paper, a person?" in shown
    assert sorted(records_of(tmp_path).values(), key=str) == [
        ("inspect", "Ms Rees"),
        ("statement", None),
    ]


def test_what_an_ended_job_tells_says_where_and_when_and_is_listed_once(tmp_path: Path) -> None:
    said = ("1: 6", "2: 5", "", "1: Photos", "", "I weave.", "Cloth.")
    shown = begun(tmp_path, "- Kilns\n- Glazes\n", *said)
    assert records_of(tmp_path) == {SAILS: ("inspect", "Photos")}
    assert rows_of(tmp_path)[1]["claim"] == "Weaver (Old Mill), Sep 2017 to Aug 2018"
    assert "Checked: no errors" in shown
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    again = with_answers(tmp_path, command, ("?", "", "", ""))[1]
    assert again.count("Mended sails") == 3, "in its row, there in full, and in the list"


def test_a_licence_that_is_asked_for_and_told_is_no_employment(tmp_path: Path) -> None:
    said = ("1: I hold a driving licence of class B", "2: I wove as a licensed weaver for 9 years")
    begun(
        tmp_path,
        "- Driving licence class B\n- Five years as a licensed weaver\n",
        *(*said, "", "My papers", "I weave.", "Cloth."),
    )
    text = (tmp_path / "content/evidence/acme.yml").read_text()
    kinds = {each["claim"]: each["kind"] for each in construct(text, "")[0]["evidence"]}
    assert list(kinds.values()) == ["credential", "employment"], kinds
