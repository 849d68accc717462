"""Invented evidence: every state is there, and nobody could take it for real."""

from dossier.match.coverage import State
from dossier.model.application import Strength
from dossier.model.evidence import Check
from dossier.render import samples
from dossier.render.badge import Tally
from dossier.render.labels import STATES
from dossier.verify.signatures import read_keys, verify


def test_records_are_in_every_state() -> None:
    (group,) = samples.ledger()
    assert [
        (bool(r.stale), bool(r.broken), bool(r.uncounted), bool(r.used_by.shown), r.source is None)
        for r in group.records
    ] == [
        (False, False, False, False, False),
        (False, False, False, False, False),
        (False, False, False, True, False),
        (True, False, False, False, False),
        (False, False, False, False, False),
        (False, True, False, False, False),
        (False, True, False, False, False),
        (False, False, True, False, True),
        (False, False, False, False, True),
    ]
    assert [bool(r.suspect) for r in group.records].count(True) == 1
    assert [bool(r.signed) for r in group.records].count(True) == 1
    assert {r.check for r in group.records} == set(Check)
    assert all(r.id.startswith("sample/") and r.anchor == r.id for r in group.records)


def test_the_signature_of_the_sample_is_true() -> None:
    found = samples.SIGNATURE
    assert verify(found.signature, found.statement.encode(), read_keys(found.key)).line == found.key


def test_rows_are_in_every_state() -> None:
    rows = samples.rows()
    assert {row.strength for row in rows} == set(Strength)
    assert {row.state for row in rows} == set(State)
    assert [row.is_open for row in rows].count(True) == 1
    assert len({row.anchor for row in rows}) == len(rows)


def test_cards_are_leading_plain_due_private_and_retired() -> None:
    found = [(bool(card.chart), card.is_private, card.is_retired) for card in samples.cards()]
    assert found == [
        (True, False, False),
        (False, False, False),
        (False, False, False),
        (False, True, False),
        (False, False, True),
    ]
    due = [any(item.record.doubt for item in c.headlines) for c in samples.cards()]
    assert due == [False, False, True, False, False]


def test_a_chart_has_a_gain_a_loss_and_a_range() -> None:
    chart = samples.sample_chart()
    assert [bar.value.number for bar in chart.bars] == ["+12", "-4", "3–7"]
    assert chart.zero != "0"


def test_badges_go_through_the_states() -> None:
    assert samples.sample_badge(0).percent == "n/a"
    assert samples.sample_badge(1).tallies == (Tally(State.COVERED, 1, "covered"),)
    assert {tally.state for tally in samples.sample_badge(8).tallies} == set(STATES)
