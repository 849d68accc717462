"""What is offered to answer what a posting asks for."""

from __future__ import annotations

from dossier.load.assemble import assemble
from dossier.match.offers import Ask
from dossier.match.triage import triage
from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, tree_of

CLAIMS = (
    "Restrung and re-hammered 63 grands",
    "Replaced 25 pinblocks of uprights",
    "Cut rebuilds from 19 weeks to 14 by ordering hammers early",
    "Trained 3 apprentices, all of whom passed the PTA entrance test",
    "Recorded 22 albums of Gaelic singers",
    "Cut the wait for medicines on the wards to 75 minutes",
    "Fitted humidity control to 38 rooms",
    "Replaced the hammers of a concert grand over two summers",
)
PROFILE = """\
name: Ada
languages: [{language: English, level: native}, {language: Gaelic, level: B2}]
certificates: [{name: "Member of the Pianoforte Tuners' Association (MPTA)", date: 2012}]
"""


def asked(*items: str, tasks: bool = False) -> list[Ask]:
    records = "evidence:\n" + "".join(
        f'  - {{id: r{n}, claim: "{claim}", kind: employment, check: inspect,'
        " source: {label: Log}}\n"
        for n, claim in enumerate(CLAIMS)
    )
    files = MINIMAL | {"content/evidence/cv.yml": records, "content/profile.yml": PROFILE}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    every = ("Looms", *items) if tasks else items
    lists = ["## Requirements\n\n" + "".join(f"- {item}\n" for item in every[: 1 if tasks else 9])]
    lists += ["## Your tasks\n\n" + "".join(f"- {item}\n" for item in items)] if tasks else []
    return list(triage("\n".join(lists), library, AS_OF))[1 if tasks else 0 :]


def told(ask: Ask) -> list[str]:
    entries = [getattr(each, "entry", None) for each in ask.likeliest]
    return [entry.id if entry else "" for entry in entries]


def test_a_list_is_answered_by_the_records_that_show_its_parts_together() -> None:
    (ask,) = asked("Experience of restringing, pinblock replacement and hammer fitting")
    assert told(ask) == ["cv/r0", "cv/r1"], "one shows two of three"
    assert not ask.is_faint


def test_those_who_are_taught_are_people_and_who_teaches_supervises() -> None:
    (ask,) = asked("Experience of training or mentoring less experienced colleagues")
    assert (told(ask), ask.is_faint) == (["cv/r3"], False)
    (task,) = asked("Supervise and mentor a junior technician", tasks=True)
    assert (told(task), task.is_faint) == (["cv/r3"], False)


def test_a_membership_is_answered_by_one_and_by_no_record_that_has_its_letters() -> None:
    named, other = asked("Membership of the PTA", "Membership of the PTA entrance board, CIOB")
    (fact,) = named.likeliest
    assert "(MPTA)" in getattr(fact, "text", "")
    assert fact.is_exact
    assert other.likeliest, "there is something that has its words"
    (board,) = asked("Membership of the CIOB, PTE entrance")
    assert not any(map(board.is_sure, board.ranked))


def test_a_language_is_spoken_before_it_is_a_word_of_a_record() -> None:
    (ask,) = asked("Knowledge of Gaelic")
    assert [getattr(each, "text", "") for each in ask.likeliest] == ["Gaelic (B2)"]


def test_who_is_to_lead_people_is_shown_by_none_that_tells_of_nobody() -> None:
    led, none = asked("Lead the technicians for medicines on eight wards", "Medicines on the wards")
    assert (told(led), led.is_faint) == (["cv/r5"], True)
    assert (told(none), none.is_faint) == (["cv/r5"], False)


def test_of_several_ways_that_are_asked_for_one_is_enough() -> None:
    either, both = asked(
        "Experience of ferries, trams or albums", "Experience of ferries in albums"
    )
    assert (told(either), either.is_faint) == (["cv/r4"], False)
    assert both.likeliest[0].share < 1 == either.likeliest[0].share
