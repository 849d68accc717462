"""`dossier fit --new` once more: it goes on from what is there, or says at once that it cannot."""

from pathlib import Path

import pytest

from dossier.cli.fit_again import read_document
from dossier.plain.errors import ConfigError
from tests.cli.terminal import with_answers
from tests.cli.test_fit_list import FILES, POSTING, rows_of
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"


def test_what_was_answered_before_somebody_stopped_is_there_and_only_the_rest_is_asked(
    tmp_path: Path,
) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text(POSTING)
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    _, stopped = with_answers(tmp_path, command, ("4: Class B since 2012", "q"))
    assert f"Stopped. {DOSSIER} keeps what you have said to 4.\n`dossier fit " in stopped
    assert '--new "Acme"` goes on from there.\n' in stopped
    edited = (tmp_path / DOSSIER).read_text().replace("roles:\n", "# mine\nroles:\n", 1)
    (tmp_path / DOSSIER).write_text(edited)

    code, shown = with_answers(tmp_path, command, ("", "4: Licence", "", "", "I mend.", "q"))
    assert code == 0, shown
    assert f"{DOSSIER} is there" in shown.split("How you meet it")[0]
    assert "  4 s  A driving licence\n       Class B since 2012\n" in shown
    assert "keeps every row" in shown
    rows = {row["requirement"]: row for row in rows_of(tmp_path)}
    assert rows["A driving licence"]["evidence"] == ["acme/class-b-since-2012"]
    assert (len(rows), rows["Night shifts"]["strength"]) == (9, "strong")
    assert "Sweep floors" not in rows, "what nothing meets is left out"

    code, shown = with_answers(
        tmp_path, command, ("10: Swept two mills", "5n 8n", "", "", "", "Cloth.")
    )
    assert code == 0, shown
    assert "Pitch" not in shown, "it stands there"
    rows = {row["requirement"]: row for row in rows_of(tmp_path)}
    told = [rows[name]["strength"] for name in ("A driving licence", "Night shifts")]
    assert told == ["strong", "none"]
    assert "Feed the cats" not in rows
    assert rows["Sweep floors"]["claim"] == "Swept two mills"
    text = (tmp_path / DOSSIER).read_text()
    assert "# mine\nroles:" in text
    assert text.endswith("## Pitch\n\nI mend.\n\n## Why\n\nCloth.\n")


def test_what_cannot_be_gone_on_with_is_said_before_the_first_question(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text(POSTING)
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    with_answers(tmp_path, command, ("q",))
    before = (tmp_path / DOSSIER).read_text()
    for path, text, why in (
        ("posting.md", POSTING.replace("Dyeing", "Sewing"), "its posting says something else"),
        (DOSSIER, before.replace("proof_points:", "proof_points: ["), "its rows cannot be read"),
    ):
        (tmp_path / path).write_text(text)
        code, shown = with_answers(tmp_path, command, ("",))
        assert (code, "All so?" in shown) == (2, False), shown
        assert why in shown
        assert "--id another-name" in shown
        (tmp_path / "posting.md").write_text(POSTING)


def test_a_posting_that_was_changed_is_taken_with_the_answers_there(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    posting = tmp_path / "posting.md"
    odd = POSTING + "\n## A week with us\n\n- Rowing\n"
    posting.write_text(odd)
    command = ["fit", str(posting), "--new", "Acme"]
    shown = with_answers(tmp_path, command, ("1m", "", "Silk", "", "I dye.", "Cloth."))[1]
    assert "Not taken: 1 item under `A week with us`" in shown
    before = {row["requirement"]: row for row in rows_of(tmp_path)}
    posting.write_text(odd.replace("A week with us", "Even better"))
    code, shown = with_answers(tmp_path, command, ("n",))
    assert (code, "say y" in shown) == (2, True), shown
    code, shown = with_answers(tmp_path, command, ("y", ""))
    assert code == 0, shown
    rows = {row["requirement"]: row for row in rows_of(tmp_path)}
    assert rows.pop("Rowing")["priority"] == "nice"
    assert rows == before
    assert "Even better" in (tmp_path / DOSSIER).with_name("posting.md").read_text()


def test_a_file_that_is_no_text_is_told_by_its_name(tmp_path: Path) -> None:
    assert read_document(tmp_path / "none.md", tmp_path) is None
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(ConfigError, match=r"^a\.md cannot be read: "):
        read_document(tmp_path / "a.md", tmp_path)
