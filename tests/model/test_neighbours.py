"""The words of other formats: each line leads to a field or word that is there, and is needed."""

from dossier.model.field_guide import field_notes, notes_below
from dossier.model.neighbours import NOTHING, Neighbour, meant_field, meant_value, neighbours
from tests.each import each

LINES = neighbours()
NOTES = {note.path: note for note in field_notes()}


def test_a_word_that_is_none_here_leads_to_one_that_is() -> None:
    each(LINES, leads_to_one)


def leads_to_one(line: Neighbour) -> None:
    if line.is_value:
        words = NOTES[line.path].words
        assert line.meant in words
        assert line.word not in words
        return
    keys = {note.key for note in notes_below(line.path)}
    assert keys
    assert line.meant in keys | {NOTHING}
    assert line.word not in keys


def test_no_word_stands_twice() -> None:
    assert len({(line.path, line.word, line.is_value) for line in LINES}) == len(LINES)


def test_case_and_joints_do_not_count() -> None:
    spellings = ("startDate", "start_date", "Start date", "START-DATE")
    assert {meant_field("profile.work", key) for key in spellings} == {"from"}
    assert meant_value("application.proof_points.strength", "Medium") == "moderate"
    assert meant_field("profile.work", "zzz") is None
