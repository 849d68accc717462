"""Which kind of credential is asked for, and which a name is of."""

import pytest

from dossier.match.credential_kinds import (
    asks_membership,
    asks_study,
    is_membership,
    is_of_body,
    memberships,
    named_courses,
)

HELD = (
    "Member of the Pianoforte Tuners' Association (MPTA)",
    "Institute of Musical Instrument Technology (MIMIT)",
    "Apprentices' PTA entrance test",
    "Certificate of the Institute of Welding",
)


@pytest.mark.parametrize(
    ("item", "answers", "is_named"),
    [
        ("Membership of the PTA or an equivalent professional body", HELD[:1], True),
        ("Membership of the Pianoforte Tuners' Association", HELD[:1], True),
        ("Membership of IMIT", HELD[1:2], True),
        ("Member of a recognised professional body", HELD[:2], False),
        ("Membership of the CIOB", (), False),
    ],
)
def test_a_membership_is_of_the_body_that_is_named_or_of_any(
    item: str, answers: tuple[str, ...], *, is_named: bool
) -> None:
    assert asks_membership(item)
    assert memberships(item, HELD) == ([*answers], is_named)


def test_two_letters_are_those_of_a_body_only_where_one_belongs_to_it() -> None:
    member = "Professional Member of the Arboricultural Association"
    assert memberships("Membership of the AA", [member, "Alpine Area test"]) == ([member], True)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Fellow of the Guild of Dyers", True), ("Diploma of the Guild of Dyers", False)],
)
def test_what_a_body_teaches_others_is_no_membership(name: str, *, is_one: bool) -> None:
    assert is_membership(name) is is_one


def test_small_letters_of_a_body_are_passed_over() -> None:
    assert is_of_body("Registered with the General Pharmaceutical Council", "GPhC registration")
    assert is_of_body("Membership of the CIOL", "Chartered Institute of Linguists (MCIL)")
    assert not is_of_body("Registered with the General Medical Council", "GPhC registration")


def test_the_initials_of_any_words_are_no_body() -> None:
    name = "Member of the Pianoforte Tuners' Association (MPTA)"
    assert not is_of_body("A recognised qualification in piano tuning and repair", name)


def test_an_active_member_of_a_team_belongs_to_no_body() -> None:
    assert not asks_membership("Be an active member of the team")
    assert not asks_membership("Experience of membership sales")
    assert asks_study("A recognised qualification in dyeing")


def test_a_course_is_of_one_of_those_that_are_listed() -> None:
    taught = ["Steinway Academy: Concert Voicing", "Member of the Steinway Society", "First aid"]
    assert named_courses("Maker's training (Steinway, Yamaha or similar)", taught) == taught[:1]
    assert named_courses("Work on grands (Steinway, Yamaha or similar)", taught) == []
