"""Lines of lists to their parts: no comma cuts a name."""

import pytest

from dossier.importing.listed_parts import (
    GRADE,
    LENGTH,
    enumerated,
    given_by,
    is_name,
    is_organisation,
    without_colon,
    without_grade,
)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Diploma in Tides, Charts and Soundings, Leeds", 2),
        ("Maps, Tides, Depths & Currents", 3),
        ("Forklift, Red Cross, 2019", 1),
        ("Dyeing, Guild of Weavers and Dyers", 1),
        ("Dyeing, Merit, Wool and Silk", 1),
        ("Dyeing, two weeks, Wool and Silk", 1),
    ],
)
def test_what_is_enumerated_is_one_name(line: str, count: int) -> None:
    assert enumerated(line.split(", ")) == count


def test_a_line_may_say_first_whose_it_is() -> None:
    told = {
        "Loom Academy, Leeds: Warping and Weaving, two weeks": (
            "Warping and Weaving, two weeks",
            "Loom Academy, Leeds",
        ),
        "Test Office: Marking for Makers, one day": ("Marking for Makers, one day", "Test Office"),
        "Guild of Weavers: Dyeing": ("Dyeing", "Guild of Weavers"),
        "First Aid: Level 3": None,
        "A-levels: Music, Physics": None,
        "I like this one: Weaving, two weeks": None,
        "Weaver, Leeds: two weeks": None,
        "Languages: German": None,
    }
    for line, expected in told.items():
        assert given_by(line) == expected, line


def test_how_long_and_how_well_is_no_name() -> None:
    for said in ("two weeks", "9 months", "one full day", "(3 days)", "a year"):
        assert LENGTH.fullmatch(said), said
    for said in ("Merit", "First Class", "2:1", "(Distinction)", "Bronze", "with honours"):
        assert GRADE.fullmatch(said), said
    for said in ("Weeks", "Weaving", "2019", "Merit Bank", "First Aid"):
        assert not LENGTH.fullmatch(said), said
        assert not GRADE.fullmatch(said), said
    assert without_grade("Weaving (Merit)") == ("Weaving", "Merit")
    assert without_grade("Weaving (Leeds)") == ("Weaving (Leeds)", "")
    assert without_colon("Warping, Leeds: two days") == "Warping, Leeds, two days"
    assert without_colon("Warping: Two looms") == "Warping: Two looms"


def test_names_are_written_with_capitals() -> None:
    assert is_organisation("RYA")
    assert is_organisation("Leeds City Council")
    assert not is_organisation("Red Cross")
    assert is_name("Guild of Carriers (Leeds)")
    assert is_name("Red Cross")
    assert not is_name("PIN on request")
