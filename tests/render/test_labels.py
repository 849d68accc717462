"""Every word that people type has a word that readers see."""

from enum import StrEnum

import pytest

from dossier.match.coverage import State
from dossier.model.application import GapSeverity, Outcome, Status, Strength
from dossier.model.evidence import Check, EvidenceKind, RecordStatus
from dossier.model.project import ProjectStatus
from dossier.model.scales import STRENGTH_MEANS
from dossier.render import labels


@pytest.mark.parametrize(
    ("table", "enum"),
    [
        (labels.STRENGTHS, Strength),
        (STRENGTH_MEANS, Strength),
        (labels.STATES, State),
        (labels.CHECKS, (*Check, labels.ON_REQUEST, labels.OWN_PLACE)),
        (labels.CHECK_MEANS, (*Check, labels.ON_REQUEST, labels.OWN_PLACE)),
        (labels.KINDS, EvidenceKind),
        (labels.RECORD_STATUSES, RecordStatus),
        (labels.PROJECT_STATUSES, ProjectStatus),
        (labels.STAGES, Status),
        (labels.OUTCOMES, Outcome),
        (labels.SEVERITIES, GapSeverity),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_no_key_is_without_a_word(table: dict[StrEnum, str], enum: type[StrEnum]) -> None:
    assert set(table) == set(enum)
    assert len(set(table.values())) == len(table)


def test_only_what_is_shipped_needs_no_status() -> None:
    assert [s for s, word in labels.RECORD_STATUSES.items() if not word] == [RecordStatus.SHIPPED]


def test_states_are_told_best_first() -> None:
    assert list(labels.STATES) == [
        State.COVERED,
        State.PARTIAL,
        State.STALE,
        State.CLAIMED,
        State.WEAK,
        State.GAP,
        State.ACCEPTED,
    ]


@pytest.mark.parametrize(
    ("number", "spelled"), [(0, "0 records"), (1, "1 record"), (2, "2 records")]
)
def test_count_goes_with_its_noun(number: int, spelled: str) -> None:
    assert labels.count(number, "record") == spelled


def test_count_takes_an_odd_plural() -> None:
    assert labels.count(2, "entry", "entries") == "2 entries"
    assert labels.count(1, "entry", "entries") == "1 entry"


def test_slugs_are_spelled_as_titles() -> None:
    slugs = ("bayesian-ml", "ml-optimization", "rust", "")
    assert [labels.spell_slug(slug) for slug in slugs] == [
        "Bayesian ML",
        "ML optimization",
        "Rust",
        "",
    ]


@pytest.mark.parametrize(
    ("title", "anchor"), [("Why *us*?", "why-us"), ("Ünïcode 2", "ünïcode-2"), ("__", "part")]
)
def test_a_title_is_an_anchor_of_its_words(title: str, anchor: str) -> None:
    assert labels.slug(title) == anchor


def test_records_are_counted_with_those_that_can_be_run_again() -> None:
    assert labels.count_records([Check.INSPECT]) == "1 record"
    assert labels.count_records([Check.RERUN, Check.INSPECT]) == "2 records, 1 repeatable"
