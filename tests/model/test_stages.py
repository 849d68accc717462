"""What the words of events say: each has an event that needs it, and is in `docs/stages.md`."""

import pytest

from dossier.model.application import Outcome, Status
from dossier.model.stages import (
    NONE,
    Meaning,
    StageWords,
    meaning_of,
    nearest_words,
    read_with,
    stage_words,
)
from tests.builders import REPOSITORY
from tests.each import each

PAGE = REPOSITORY / "docs" / "stages.md"
HEAD = """\
# What the words of an event say

The `what` of an event is free text. The first line of this table whose words stand in it says the
stage, in any case; that is why the lines are in no other order. `stage:` of the event outdoes its
words, and `stage: none` says that it is none. An event in no known words says no stage, and is told
(`stage-unknown`). Of all events until today the last one that says a stage decides.

| words | stage | how it ended | an event that needs the line |
| --- | --- | --- | --- |
"""


def test_event_of_a_line_is_read_as_it_says_and_otherwise_without_it() -> None:
    each(stage_words(), read_as_it_says)


def read_as_it_says(line: StageWords) -> None:
    others = tuple(other for other in stage_words() if other is not line)
    assert meaning_of(line.example) == line.meaning
    assert read_with(others, line.example) != line.meaning


def test_line_says_a_stage_and_an_outcome_that_there_are() -> None:
    each(stage_words(), says_what_there_is)


def says_what_there_is(line: StageWords) -> None:
    assert line.meaning.stage in {*Status, NONE}
    assert line.meaning.outcome in {*Outcome, ""}
    assert not line.meaning.outcome or line.meaning.stage == Status.CLOSED


def test_every_status_is_a_word_of_its_own_stage() -> None:
    assert {status: meaning_of(status) for status in Status} == {
        status: Meaning(status) for status in Status
    }


@pytest.mark.parametrize(
    ("what", "stage"),
    [
        ("phone screening", "screening"),
        ("TECHNICAL INTERVIEW with Bo, 1 h", "interviewing"),
        ("Take-Home", "interviewing"),
        ("onsite", "interviewing"),
        ("recruiter call", "screening"),
        ("Rejection", "closed"),
        ("Application rejected", "closed"),
    ],
)
def test_common_words_say_a_stage(what: str, stage: str) -> None:
    found = meaning_of(what)
    assert found
    assert found.stage == stage


@pytest.mark.parametrize(
    ("what", "near"),
    [
        ("aplied", "applied"),
        ("Interveiw with Bo", "interview"),
        ("Phone screeing with Eve", "screening"),
        ("Phone", None),
        ("Ofer", "offer"),
        ("Lunch", None),
        ("x" * 100_000, None),
        ("\u200b", None),
    ],
)
def test_words_that_nobody_knows_have_a_neighbour_or_none(what: str, near: str | None) -> None:
    assert meaning_of(what) is None
    assert nearest_words(what) == near


def page() -> str:
    rows = (
        f"| {line.words} | {line.meaning.stage} | {line.meaning.outcome} | {line.example} |\n"
        for line in stage_words()
    )
    return HEAD + "".join(rows)


def test_page_lists_the_words(*, update_goldens: bool) -> None:
    if update_goldens:
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run it with --update-goldens"
