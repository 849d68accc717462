"""Invented evidence: every state is there, and nobody could take it for real."""

from dossier.coverage import State
from dossier.model.application import Strength
from dossier.model.evidence import Check
from dossier.render import samples
from dossier.render.badge import Tally
from dossier.render.words import STATES


def test_records_are_in_every_state() -> None:
    (group,) = samples.ledger()
    assert [
        (bool(r.stale), bool(r.broken), bool(r.uncounted), bool(r.used_by), r.source is None)
        for r in group.records
    ] == [
        (False, False, False, False, False),
        (False, False, False, True, False),
        (True, False, False, False, False),
        (False, True, False, False, False),
        (False, False, True, False, True),
        (False, False, False, False, True),
    ]
    assert {r.check for r in group.records} == set(Check)
    assert all(r.id.startswith("sample/") and r.anchor == r.id for r in group.records)


def test_rows_are_in_every_state() -> None:
    rows = samples.table().rows
    assert {row.strength for row in rows} == set(Strength)
    assert {row.state for row in rows} == set(State)
    assert [row.is_open for row in rows].count(True) == 1
    assert len({row.anchor for row in rows}) == len(rows)


def test_cards_are_plain_private_and_retired() -> None:
    found = [(card.is_private, card.is_retired) for card in samples.cards()]
    assert found == [(False, False), (True, False), (False, True)]


def test_badges_go_through_the_states() -> None:
    assert samples.sample_badge(0).percent == "n/a"
    assert samples.sample_badge(1).tallies == (Tally(State.COVERED, 1, "covered"),)
    assert {tally.state for tally in samples.sample_badge(8).tallies} == set(STATES)
