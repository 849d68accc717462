"""What is said of musts that nothing answers, and where it is written."""

from __future__ import annotations

from pathlib import Path

from dossier.load.front_matter import split
from dossier.plain.yaml import construct
from tests.cli.terminal import with_answers
from tests.cli.test_fit_list import FILES
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"
POSTING = (
    "# Weaver\n\n## Requirements\n\n- Mended hand looms\n- A driving licence\n- Felting {of} wool\n"
    "- Knitting\n- Lace is a plus\n\n## Your tasks\n\n- Sweep floors\n"
)
PROSE = "## Pitch\n\nI mend looms.\n\n## Why\n\nCloth.\n"


def fit(root: Path, *answers: str) -> tuple[str, str, str]:
    """Return the dossier, what was shown, and what the check says after it."""
    command = ["fit", str(root / "posting.md"), "--new", "Acme"]
    code, shown = with_answers(root, command, answers)
    assert code == 0, shown
    text = (root / DOSSIER).read_text()
    (root / DOSSIER).write_text(text.replace("company:", "status: applied\ncompany:", 1))
    checked = with_answers(root, ["check"], ())[1]
    (root / DOSSIER).write_text(text)
    return text, shown, checked


def test_what_is_said_of_a_missing_must_cures_the_warning_and_stays_private(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text(POSTING)
    said = ("", "2: I cycle & walk", "3: I learn it", "", "I mend looms.", "Cloth.")
    text, shown, checked = fit(tmp_path, *said)
    ask = "What do you say when they ask about {}? Only you see your answer"
    ask += "; readers see {} as missing."
    assert f"{ask.format('2-4', '2-4')} `2: …` for one. Enter: nothing yet: " in shown
    assert f"{ask.format('4', '2-4')} `=`: as before. Enter: nothing yet: " in shown
    values = construct(split("x.md", text)[0].yaml, "")[0]
    assert [(gap["about"], gap["gap"]) for gap in values["gaps"]] == [
        ("a-driving-licence", "A driving licence"),
        ("felting-wool", "Felting of wool"),
    ]
    assert values["gaps"][1]["framing"] == "I learn it"
    assert text.split("---\n", 2)[2] == (
        f"\n{PROSE}\n## Questions\n\n### A driving licence {{ about=a-driving-licence }}\n\n"
        "I cycle & walk\n\n### Felting of wool { about=felting-wool }\n\nI learn it\n"
    )
    assert checked.count("gap-unanswered") == 1, checked
    assert "must `knitting`" in checked

    (tmp_path / DOSSIER).write_text(text + "\n## Notes\n\nMine.\n")
    text, shown, checked = fit(tmp_path, "", "I knit at home.")
    assert f"{ask.format('4, Knitting', '4')} Enter: nothing yet: " in shown
    assert text.endswith(
        "I learn it\n\n### Knitting { about=knitting }\n\nI knit at home.\n\n## Notes\n\nMine.\n"
    )
    assert "gap-unanswered" not in checked
    assert "What do you say" not in fit(tmp_path, "")[1]


def test_a_must_that_is_begun_is_asked_for_too_and_its_limit_is_what_lacks(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text("# Weaver\n\n## Requirements\n\n- Mended hand looms\n")
    text, shown, checked = fit(tmp_path, "1w", "", "Two only", "More soon", "I mend.", "Cloth.")
    assert "Only you see your answer. Enter: nothing yet" in shown
    (gap,) = construct(split("x.md", text)[0].yaml, "")[0]["gaps"]
    assert (gap["gap"], gap["framing"]) == ("Two only", "More soon")
    assert "gap-unanswered" not in checked


def test_where_nobody_can_tell_a_place_the_author_is_told(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text("# Weaver\n\n## Requirements\n\n- Knitting\n")
    text = fit(tmp_path, "", "", "I mend.", "Cloth.")[0]
    (tmp_path / DOSSIER).write_text(text.replace("## Pitch", "```\n\n## Pitch"))
    assert "Write `knitting` yourself" in fit(tmp_path, "", "At home", "I mend.", "Cloth.")[1]


def test_what_rests_on_a_word_is_asked_for_each_time(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text(
        POSTING.replace("Sweep floors", "Sweep, permit to work in it")
    )
    said = ("6: I swept two mills", "", "", "I mend looms.", "Cloth.")
    for answers in (said, ("", "", "")):
        assert "What shows `I swept two mills`? A paper" in fit(tmp_path, *answers)[1]
    text = fit(tmp_path, "", "Log of the mill", "")[0]
    assert "evidence: [acme/i-swept-two-mills]" in text
    assert "What shows" not in fit(tmp_path, "", "")[1]


def test_what_somebody_is_like_is_no_row_unless_its_author_says_how_it_shows(
    tmp_path: Path,
) -> None:
    project(tmp_path, FILES)
    traits = (
        "# Weaver\n\n## Requirements\n\n- Mended hand looms\n- You are calm and good at talking\n"
    )
    (tmp_path / "posting.md").write_text(traits)
    text, shown, _ = fit(tmp_path, "", "I mend.", "Cloth.")
    assert "Left out (`2: …` takes 2): 2 You are calm and good at talking" in shown
    assert "as missing" not in shown
    rows = construct(split("x.md", text)[0].yaml, "")[0]["proof_points"]
    assert [row["requirement"] for row in rows] == ["Mended hand looms"]
    text, _, _ = fit(tmp_path, "2: I taught ten to weave without a loud word", "", "", "")
    rows = construct(split("x.md", text)[0].yaml, "")[0]["proof_points"]
    assert rows[1]["strength"] == "strong"
