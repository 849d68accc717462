"""`dossier fit --new` at a terminal: all rows at a look, and nothing that nobody has said."""

from pathlib import Path
from typing import Any

from dossier.cli.fit_rows import Answer, answer_row
from dossier.load.front_matter import split
from dossier.model.application import Strength
from dossier.plain.yaml import construct
from tests.cli.terminal import with_answers
from tests.sites import project

FILES = {
    "content/profile.yml": (
        "name: Ada\nlanguages: [{language: German}, {language: Polish}]\n"
        "skills: [{group: Trade, skills: [dyeing]}]\n"
    ),
    "content/evidence/cv.yml": """\
evidence:
  - id: looms
    claim: Mended 40 hand looms
    kind: employment
    check: inspect
    status: shipped
    source: {label: Log}
  - id: cats
    claim: Cats to feed, 3 of them
    kind: employment
    check: inspect
    status: shipped
    source: {label: Log}
  - id: nights
    claim: Night shifts for 3 years
    kind: employment
    check: statement
    status: shipped
  - id: forks
    claim: Drove forklifts in a mill
    kind: employment
    check: statement
    status: shipped
""",
}
POSTING = (
    "# Weaver\n\n## Requirements\n\n- Mended hand looms\n- Another language\n"
    "- Own tools is a plus\n- Dyeing\n- A driving licence\n- Night shifts\n"
    "\n## Your tasks\n\n- Mend our hand looms\n- Feed the cats\n- Mend hand looms of guests\n"
    "- Sweep floors\n"
)


def begun(root: Path, *answers: str) -> tuple[list[dict[str, Any]], str]:
    """Return the rows of a dossier that is begun with answers, and what was shown."""
    project(root, FILES)
    (root / "posting.md").write_text(POSTING)
    command = ["fit", str(root / "posting.md"), "--new", "Acme"]
    code, shown = with_answers(root, command, answers)
    assert code == 0, shown
    return rows_of(root), shown


def rows_of(root: Path) -> list[dict[str, Any]]:
    """Return the rows of the dossier."""
    source, _ = split("x.md", (root / "content/applications/acme/index.md").read_text())
    rows: list[dict[str, Any]] = construct(source.yaml, "")[0]["proof_points"]
    return rows


def test_rows_are_as_they_are_printed_once_somebody_says_so(tmp_path: Path) -> None:
    rows, shown = begun(
        *(tmp_path, "11s", "4 m: Class B since 2012, in a small town", "11: x", "3m 8n 6t"),
        *("", "9: Exam", "5: Time sheets", "", "", "Only by phone", "", "I mend looms.", "Cloth."),
    )
    assert "(`title` in content/applications/acme/index.md)" in shown[:500]
    told = [(r["requirement"], r["strength"], r.get("claim"), r["evidence"]) for r in rows]
    assert told == [
        ("Mended hand looms", "strong", None, ["cv/looms"]),
        ("Another language", "direct", "German; Polish", []),
        ("Dyeing", "moderate", "Dyeing", []),
        ("A driving licence", "moderate", "Class B since 2012, in a small town", []),
        ("Night shifts", "strong", None, ["cv/nights"]),
        ("Own tools is a plus", "none", None, []),
        ("Mend our hand looms", "strong", None, ["cv/looms"]),
        ("Mend hand looms of guests", "strong", None, ["cv/looms"]),
    ]
    assert [row["priority"] for row in rows[4:]] == ["must", "must", "task", "task"]
    assert [row.get("note") for row in rows[2:4]] == [
        *("Only by phone", "Class B since 2012, in a small town")
    ]
    records = construct((tmp_path / "content/evidence/cv.yml").read_text(), "")[0]["evidence"]
    assert (records[2]["check"], records[2]["source"]) == ("inspect", {"label": "Time sheets"})
    for line in (
        "d exactly, s clearly, m in part, w begun, n not.\n",
        "What shows 2-5 beside your word? A paper, a register, a person; `2-4 7: …` for some.",
        "Numbers among 2-5 stand before a colon",
        "Asked for:\n  1 s  Mended hand looms\n       Mended 40 hand looms\n",
        "  4 n  A driving licence\n",
        "  4 m  A driving licence: Class B since 2012, in a small town\n",
        "  6 n  Own tools is a plus  (asked for now)\n",
        "Nice to have:\n  6 n  Own tools is a plus\n",
        "Tasks:\n  7 s  Mend our hand looms\n       Mended 40 hand looms\n  8 s  Feed the cats\n",
        "\nLeft out (`10: …` takes 10): 10 Sweep floors\nAll so?",
        "  `11s`: a number from 1 to 10 with letters (3m 7n)",
    ):
        assert line in shown
    assert "## Pitch\n\nI mend looms.\n\n## Why\n\nCloth.\n" in (
        (tmp_path / "content/applications/acme/index.md").read_text()
    )


def test_a_letter_chooses_what_answers_a_row_and_no_chosen_skill_is_lost(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    posting = tmp_path / "posting.md"
    posting.write_text("# Weaver\n\n## Requirements\n\n- Looms for cats\n")
    command = ["fit", str(posting), "--new", "Acme"]
    code, shown = with_answers(tmp_path, command, ("1b", "", "", "I dye.", "Cloth."))
    assert code == 0, shown
    source, _ = split("x.md", (tmp_path / "content/applications/acme/index.md").read_text())
    (row,) = construct(source.yaml, "")[0]["proof_points"]
    first = {"cv/looms": "Mended", "cv/forks": "Drove", "cv/cats": "Cats"}[row["evidence"][0]]
    assert f" b instead: {first}" in shown.split("All so?")[0], "one word of many: one record"
    assert f"Looms for cats: {first}" in shown.split("All so?")[1], "as it is now, in a line"
    assert len(row["evidence"]) == 1
    assert row["strength"] == "strong"
    both: dict[str, Any] = {}
    answer_row(both, [Answer("Mended looms", "cv/looms"), Answer("dyeing")], Strength.STRONG)
    assert both["evidence"] == ["cv/looms"]
    assert both["claim"] == "Dyeing"


def test_what_nobody_proves_is_said_and_not_asked_for(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    posting = tmp_path / "posting.md"
    posting.write_text("# Weaver\n\n## Requirements\n\n- Willing to travel\n- Polish\n")
    command = ["fit", str(posting), "--new", "Acme"]
    code, shown = with_answers(tmp_path, command, ("", "I dye.", "Cloth."))
    assert (code, "What shows" in shown, "yes, on your word" in shown) == (0, False, True), shown
    source, _ = split("x.md", (tmp_path / "content/applications/acme/index.md").read_text())
    rows = construct(source.yaml, "")[0]["proof_points"]
    assert [(row["claim"], row["evidence"]) for row in rows] == [("Yes", []), ("Polish", [])]
    assert "evidence-missing" not in with_answers(tmp_path, ["check"], ())[1]


def test_a_language_may_have_what_shows_it_where_that_costs_no_question(tmp_path: Path) -> None:
    rows, shown = begun(
        *(
            tmp_path,
            "",
            "2: Goethe-Institut, C1",
            "",
            "",
            "Only by phone",
            "I mend looms.",
            "Cloth.",
        )
    )
    spoken = next(row for row in rows if row["requirement"] == "Another language")
    assert spoken["evidence"] == ["acme/german-polish"], shown
    records = construct((tmp_path / "content/evidence/acme.yml").read_text(), "")[0]["evidence"]
    assert records[0]["source"] == {"label": "Goethe-Institut, C1"}


def test_nothing_is_rated_before_somebody_says_so(tmp_path: Path) -> None:
    rows, shown = begun(tmp_path, "q")
    assert {row["strength"] for row in rows} == {None}
    assert "Stopped. content/applications/acme/index.md keeps the rows, all still open.\n" in shown
    assert "say the strength" not in shown, "the command that goes on asks for it"


def test_each_record_of_a_file_gets_what_shows_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    project(tmp_path / "site", FILES)
    posting = tmp_path / "posting.md"
    posting.write_text(
        "# Dyer\n\n## Requirements\n\n"
        "- Night shifts\n- Drove forklifts in mills\n- Night shift work\n"
    )
    command = ["fit", str(posting), "--new", "Acme"]
    said = ("", "1: Roster", "2: Licence", "I dye.", "Cloth.")
    code, shown = with_answers(tmp_path / "site", command, said)
    assert code == 0, shown
    text = (tmp_path / "site/content/evidence/cv.yml").read_text()
    records = {record["id"]: record for record in construct(text, "")[0]["evidence"]}
    labels = [records[name]["source"]["label"] for name in ("nights", "forks")]
    assert labels == ["Roster", "Licence"]
    assert (tmp_path / "site/content/applications/acme/index.md").exists()


def test_own_words_take_the_place_of_a_record(tmp_path: Path) -> None:
    said = (
        "4d: Class B since 2012",
        "1: Mended 12 looms of Acme",
        "",
        "",
        "",
        "I mend looms.",
        "Cloth.",
    )
    rows, shown = begun(tmp_path, *said)
    told = [(r.get("claim"), r["strength"], r["evidence"]) for r in (rows[0], *rows[2:4])]
    assert (rows[2]["note"], "Limit of 3 (Enter: A skill" in shown) == (
        *("A skill that I list, without an example here.", True),
    )
    assert told == [
        ("Mended 12 looms of Acme", "strong", []),
        ("Dyeing", "moderate", []),
        ("Class B since 2012", "direct", []),
    ]
    assert "4 errors, 5 warnings\n" in shown, "the check at once"


def test_what_is_perhaps_is_taken_as_the_question_says(tmp_path: Path) -> None:
    rows, shown = begun(tmp_path, "4s", "", "", "", "", "", "", "", "")
    assert "  4 n  A driving licence\n       perhaps: Drove forklifts in a mill\n" in shown
    assert "All so? Enter: yes. `4s` takes what is perhaps. `3m 7n`: otherwise." in shown
    assert (rows[3]["strength"], rows[3]["evidence"]) == ("strong", ["cv/forks"])


def test_what_is_learned_of_the_list_is_told_once(tmp_path: Path) -> None:
    said = ("4: Class B since 2012", "5: I dye at home", "99m", "99m", "", "", "", "", "", "", "")
    _, shown = begun(tmp_path, *said)
    assert shown.count("Taken to meet it clearly") == 1
    assert shown.count("`99m`: a number from 1") == 2, "what is refused is told each time"


def test_what_the_profile_says_is_no_limit_and_an_own_sentence_is(tmp_path: Path) -> None:
    profile = FILES["content/profile.yml"] + (
        "work: [{employer: Mill, title: Weaver, from: 2015, to: present}]\n"
    )
    project(tmp_path, {**FILES, "content/profile.yml": profile})
    (tmp_path / "posting.md").write_text(
        "# Weaver\n\n## Requirements\n\n- Five years as a weaver\n- A driving licence\n"
    )
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    own = "Class B since 2012, in a town"
    said = ("1m", f"2m: {own}", "", "", "", "", "", "I weave.", "Cloth.")
    code, shown = with_answers(tmp_path, command, said)
    assert code == 0, shown
    assert "sees (Enter: So far no more than this.): " in shown
    assert "sees (Enter: Class B since 2012, in a town): " in shown
    assert [row["note"] for row in rows_of(tmp_path)] == ["So far no more than this.", own]


def test_enter_takes_the_pitch_that_is_shown_and_leaves_out_why(tmp_path: Path) -> None:
    _, shown = begun(tmp_path, *[""] * 6)
    text = (tmp_path / "content/applications/acme/index.md").read_text()
    assert "Pitch, what you bring, in a sentence. Enter: Mended 40 hand looms.\n  Yours: " in shown
    assert "Why them, in a sentence (Enter: left out): " in shown
    assert text.endswith("## Pitch\n\nMended 40 hand looms.\n\n## Why\n")
