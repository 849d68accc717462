"""Rows of what a posting asks for."""

from __future__ import annotations

from dossier.importing.asked_rows import add_rows, remark_idle, remark_unrated
from dossier.importing.draft import Draft
from dossier.match.background import ProfileFact
from dossier.match.offers import Ask
from dossier.model.application import Priority


def test_rows_have_the_words_that_ask_and_no_strength() -> None:
    draft = Draft("posting", "", application={"status": "saved"})
    known = (ProfileFact("languages", "German (C1)"),)
    add_rows(draft, (Ask("Rust", Priority.MUST, ()), Ask("Rust", Priority.NICE, (), known)))
    assert draft.comments == {("proof_points", 1): ["claim: German (C1)"]}
    first, second = draft.dossier["proof_points"]
    assert first == {
        "id": "rust",
        "requirement": "Rust",
        "quote": "Rust",
        "priority": "must",
        "evidence": [],
        "strength": None,
    }
    assert (second["id"], second["priority"]) == ("rust-2", "nice")
    remark_unrated(draft)
    assert draft.remarks[0].startswith("say the strength of each row")
    assert "  direct: did this exact thing" in draft.remarks
    assert "status" not in draft.dossier
    assert [part.title for part in draft.parts] == ["Pitch", "Why"]


def test_task_stands_last_and_one_that_nothing_speaks_of_has_no_row() -> None:
    draft = Draft("posting", "", application={"status": "saved"})
    known = (ProfileFact("languages", "German (C1)"),)
    tasks = (
        Ask("Idle", Priority.NICE, (), (), is_task=True),
        Ask("Write German", Priority.NICE, (), known, is_task=True),
    )
    asks = (*tasks, Ask("Go", Priority.NICE, ()), Ask("Rust", Priority.MUST, ()))
    kept = add_rows(draft, asks)
    rows = draft.dossier["proof_points"]
    assert [row["requirement"] for row in rows] == ["Rust", "Go", "Write German"]
    assert [row["requirement"] for row in rows] == [ask.text for ask in kept]
    assert [row["priority"] for row in rows] == ["must", "nice", "task"]
    assert draft.comments == {("proof_points", 2): ["claim: German (C1)"]}
    assert draft.remarks == []
    remark_idle(draft, asks)
    assert draft.remarks[0].endswith(": Idle")


def test_posting_that_asks_for_nothing_has_no_rows() -> None:
    draft = Draft("posting", "", application={"status": "saved"})
    add_rows(draft, ())
    assert (draft.dossier["proof_points"], draft.remarks) == ([], [])
