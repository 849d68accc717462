"""Invented work: every stage, a filter that finds nothing, and each mark of a question."""

from dossier.model.application import Outcome, Status, Strength
from dossier.render import sample_workspace as work


def test_stages_are_all_there_with_every_way_to_be_closed() -> None:
    stages = [stage for stage, _ in work.stages()]
    assert set(stages) == set(Status)
    assert stages.count(Status.CLOSED) == 1 + len(Outcome)
    assert ("closed", "Closed, no response") in work.stages()


def test_next_steps_are_overdue_due_without_a_date_and_not_there() -> None:
    steps = [row.next for row in work.pipeline()]
    assert [step and (step.due, step.is_overdue) for step in steps] == [
        ("1 Mar 2026", True),
        ("9 Mar 2026", False),
        ("", False),
        None,
    ]


def test_events_ahead_stand_beside_a_next_step_and_alone() -> None:
    beside = [(bool(row.next), bool(row.coming)) for row in work.pipeline()]
    assert beside == [(True, False), (True, True), (True, False), (False, True)]


def test_filter_has_a_choice_that_finds_nothing() -> None:
    numbers = {choice.stage: choice.number for choice in work.filters()}
    assert numbers == {"saved": 1, "applied": 1, "interviewing": 1, "offer": 1, "closed": 0}
    assert not any(choice.is_chosen for choice in work.filters())
    assert [c.stage for c in work.filters(Status.CLOSED) if c.is_chosen] == ["closed"]


def test_matrix_has_a_cell_of_each_strength_and_an_empty_one() -> None:
    matrix = work.matrix()
    assert [cell and cell.strength for cell in matrix.rows[0].cells] == [*Strength, None]
    assert {len(row.cells) for row in matrix.rows} == {len(matrix.columns), len(matrix.totals)}


def test_questions_are_new_known_and_missed() -> None:
    assert [card.sample for card in work.questions()] == ["", "known", "missed 2"]
    assert len({card.key for card in work.questions()}) == 3


def test_problems_are_an_error_and_a_warning() -> None:
    assert [problem.severity for problem in work.problems()] == ["error", "warning"]
    assert work.problems()[0].problems.shown[0].message == "<code>pretty good</code> is no strength"


def test_gaps_are_framed_and_not() -> None:
    assert [bool(gap.framing) for gap in work.gaps()] == [True, False]


def test_items_to_improve_to_decide_and_to_refresh() -> None:
    assert [(item.title, item.now, item.goal_word) for item in work.next_items().shown] == [
        ("Improve", "moderate", "Strong"),
        ("Decide", "none", "Strong"),
        ("Refresh", "stale", "Proven"),
    ]
    assert [role.badge.total for role in work.roles()] == [12, 0]
