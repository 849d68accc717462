"""What shows the sentences of rows: asked in one list, each once."""

from pathlib import Path

from tests.cli.terminal import with_answers
from tests.cli.test_fit_claims import WAITING, begun, records_of
from tests.cli.test_fit_list import rows_of

ASKS = "- Kilns\n- Glazes\n- Ovens\n- Another language\n"
RECORDS = WAITING.replace("Fed 3 cats", "Fed 3 cats of the mill in town")


def test_records_own_words_and_jobs_stand_in_one_list_and_one_source_does(tmp_path: Path) -> None:
    said = ("1: 1 2", "2: 1", "3: I fired 40 ovens", "", "Ms Rees", "I fire.", "Cloth.")
    shown = begun(tmp_path, ASKS, *said, records=RECORDS)
    assert (
        "Only your word shows these so far:\n  1  Fed 3 cats of the …\n"
        "  2  Fed 2 dogs\n  3  I fired 40 ovens\n  4  German; Polish\n"
        "What shows them? A paper, a register, a person; `2-4 7: …` for some. Enter: only your word"
    ) in shown
    assert shown.count("What shows") == 1
    shows = ("inspect", "Ms Rees")
    assert set(records_of(tmp_path, "cv").values()) == {shows}
    assert records_of(tmp_path) == {"I fired 40 ovens": shows, "German; Polish": shows}
    assert all(row["evidence"] and "claim" not in row for row in rows_of(tmp_path))


def test_what_two_rows_say_themselves_is_shown_in_both(tmp_path: Path) -> None:
    said = ("1: I fired 40 ovens", "2: I fired 40 ovens", "", "Ms Rees", "I fire.", "Cloth.")
    shown = begun(tmp_path, "- Kilns\n- Ovens\n", *said)
    assert "What shows `I fired 40 ovens`? A paper, a register, a person. Enter: only" in shown
    assert [row["evidence"] for row in rows_of(tmp_path)] == [["acme/i-fired-40-ovens"]] * 2


def test_a_language_alone_is_not_asked_for(tmp_path: Path) -> None:
    shown = begun(tmp_path, "- Another language\n", "", "I weave.", "Cloth.")
    assert "What shows" not in shown
    assert with_answers(tmp_path, ["check"], ())[0] == 0


def test_what_shows_one_employers_work_shows_no_others(tmp_path: Path) -> None:
    rows = ("1: 3", "2: 5", "3: I spun for New Mill", "4: I sail", "")
    said = (*rows, "1: Ann", "", "Photos", "2: Z", "", "I weave.", "Cloth.")
    shown = begun(tmp_path, "- Kilns\n- Glazes\n- Spun\n- Boats\n", *said)
    assert "What shows 1, 3 (New Mill) beside your word? A paper, a register, a person;" in shown
    assert "What shows 2 (Old Mill) beside your word? Enter" in shown
    assert "What shows `I sail`? Enter" in shown
    assert "Numbers among 4 stand before a colon. 2 is not asked for." in shown
    shows = {row["requirement"]: row["evidence"] for row in rows_of(tmp_path)}
    told = records_of(tmp_path)
    assert [told.get("I spun for New Mill"), shows["Spun"]] == [None, []]
    assert sorted(label for _, label in told.values()) == ["Ann", "Photos"]
