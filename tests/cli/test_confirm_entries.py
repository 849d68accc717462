"""What no words of a head tell is asked of by number, or taken as its author writes it."""

from pathlib import Path

import pytest
import yaml

from tests.cli.terminal import answered

RESUME = """\
# Ada Lane

## Experience

### Morgan | Vetsera (2019 \u2013 2020)

Rowed.
"""


def test_a_guess_is_put_right_where_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    answers = {
        "first": (("",), ("Morgan", "Vetsera", None)),
        "other": (("1", ""), ("Vetsera", "Morgan", None)),
        "own": (("7", "Rower / Morgan Boats / York", ""), ("Rower", "Morgan Boats", "York")),
        "numbered": (("1: Rower / Boats", ""), ("Rower", "Boats", None)),
    }
    for name, (said, expected) in answers.items():
        code, shown = answered(["init", name, "--from", "cv.md"], (*said, "", "", ""))
        assert code == 0, shown
        assert "profile.yml" not in shown.partition("Your profile")[0]
        (job,) = yaml.safe_load((tmp_path / name / "content/profile.yml").read_text())["work"]
        assert (job["title"], job["employer"], job.get("location")) == expected, shown


def test_all_that_was_guessed_is_one_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = ("Third Engineer, M/F Lark, Nord Ferries", "Fourth Engineer, M/F Wren, Sund Line")
    jobs = "".join(f"\n### {h} (201{n} \u2013 202{n})\n\nRowed.\n" for n, h in enumerate(heads))
    (tmp_path / "cv.md").write_text(f"# Ada Lane\n\n## Experience\n{jobs}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "two", "--from", "cv.md"], ("2", "", "", "", ""))
    assert code == 0, shown
    assert shown.count("As read") == 1
    work = yaml.safe_load((tmp_path / "two/content/profile.yml").read_text())["work"]
    told = {job["title"]: job["employer"] for job in work}
    assert told == {"Third Engineer": "Nord Ferries", "Fourth Engineer": "M/F Wren"}, shown


ALL = """\
# Ada Lane

## Experience

### Engineer, Mill, Leeds (2019 \u2013 2020)

- Wove 40 cloths

## Education

Diploma in Dyeing, Derwent College, 2012

## Certificates

- Rope Hall, Leeds, 2017
- First Aid at Work, Red Cross, 2024

## Languages

Welsh (native), German
"""


def test_all_that_was_read_is_shown_and_put_right_before_it_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(ALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = ("2: HND / Dyeing / -", "3: Splicing / Rope Hall", "4", "9", "1: Weaver", "", "", "")
    code, shown = answered(["init", "mine", "--from", "cv.md"], (*said, ""))
    assert code == 0, shown
    read, _, after = shown.partition("All right?")
    lines = [line.strip() for line in read.split("\n")]
    assert lines[lines.index("As read:") :][:-1] == [
        "As read:",
        "Jobs, as title \u00b7 employer (place):",
        "1  Engineer \u00b7 Mill (Leeds), 2019 \u2013 2020",
        "recipients read: 1.1 Wove 40 cloths",
        "Studies, as degree \u00b7 field \u00b7 school:",
        "2  Diploma \u00b7 Dyeing \u00b7 Derwent College, 2012",
        "Certificates, as name \u00b7 who gave it:",
        "3  Rope Hall \u00b7 Leeds, 2017",
        "4  First Aid at Work \u00b7 Red Cross, 2024",
        "Languages: Welsh (native), German",
    ]
    for told in (
        "  2  HND \u00b7 Dyeing, 2012",
        "  3  Splicing \u00b7 Rope Hall, 2017",
        "Say what 4 is: `4: name / who gave it`.",
        "One of these numbers, and what it is: `1: title / employer / place`.",
        "`1: title / employer / place`, with `-` for what it has not.",
        "2-4  your studies and certificates, as above, shown by their certificates",
    ):
        assert told in after, told
    content = tmp_path / "mine/content"
    profile = yaml.safe_load((content / "profile.yml").read_text())
    assert profile["education"] == [{"field": "Dyeing", "degree": "HND", "to": 2012}]
    assert profile["work"][0]["employer"] == "Mill"
    records = yaml.safe_load((content / "evidence/cv.yml").read_text())["evidence"]
    assert [(r["claim"], r["status"]) for r in records[1:]] == [
        ("Splicing, Rope Hall, 2017", "shipped"),
        ("First Aid at Work, Red Cross, 2024", "shipped"),
        ("HND, Dyeing, 2012", "shipped"),
    ]


ASIDES = """\
# Ada Lane

## Experience

### Engineer, Mill, Leeds (2019 \u2013 2020)

- Wove 40 cloths
- Reason for leaving: 3 rows with my manager
- Dye house: 12 vats rebuilt
- Quit over the night shifts
"""


def test_who_reads_each_line_of_a_job_is_shown_and_turned_by_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(ASIDES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(
        ["init", "mine", "--from", "cv.md"], ("1.3, 1.4", "1.9 2.1", "", "", "", "")
    )
    assert code == 0, shown
    first, _, after = shown.partition("All right?")
    read, kept = first.split("recipients read: ")[1].split("kept private: ")
    assert [part[:3] for part in read.split("  ") if part.strip()] == ["1.1", "1.4"]
    assert "1.2 Reason for leaving" in kept
    assert "1.3 Dye house" in kept
    assert "No line above is 1.9" in after
    assert "No line above is 2.1" in after
    content = tmp_path / "mine/content"
    (job,) = yaml.safe_load((content / "profile.yml").read_text())["work"]
    assert job["highlights"] == ["Wove 40 cloths", "Dye house: 12 vats rebuilt"]
    page = (content / "imported/cv.md").read_text()
    assert "- Reason for leaving: 3 rows with my manager (Engineer, Mill)\n" in page
    assert "- Quit over the night shifts (Engineer, Mill)\n" in page
    assert "Dye" not in page
    records = yaml.safe_load(next((content / "evidence").glob("*.yml")).read_text())["evidence"]
    claims = [record["claim"] for record in records]
    assert claims == ["Wove 40 cloths", "Dye house: 12 vats rebuilt"]


def test_what_else_others_read_is_named_and_the_headline_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "# Ada Lane\n\nWeaver\n\nada@mill.example\n\nWilling to relocate: from May\n"
    many = "".join(f"- Wove {n} cloths of the longest kind there is\n" for n in range(2, 22))
    skills = "\n## Skills\n\n- **Looms:** Jacquard, Dobby\n- Dyeing\n- Carding\n"
    job = f"\n## Experience\n\n### Weaver, Mill, Leeds (2019 \u2013 2020)\n\n{many}"
    (tmp_path / "cv.md").write_text(head + job + skills, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "mine", "--from", "cv.md"], ("", "q", "", ""))
    assert code == 0, shown
    assert "Skills: Looms, Dyeing, Carding\n" in shown
    assert "Relocation: from May\n" in shown
    assert "Anyone reads `Ada Lane, Weaver`, recipients all." in shown
    (line,) = (each for each in shown.split("\n") if "recipients read: " in each)
    assert "1.20 " in line
    assert len(line) < 600
