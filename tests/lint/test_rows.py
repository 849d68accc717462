from dossier.model.audience import Audience
from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"


def test_record_with_a_problem_of_its_own_is_not_told_again_in_rows() -> None:
    files = edited("content/evidence/qortex.yml", "    kind: benchmark\n", "")
    assert [problem.rpartition("[")[2] for problem in problems_of(files)] == ["field-missing]"]


def test_row_of_an_open_dossier_is_judged_by_public_records() -> None:
    files = edited(DOSSIER, "lead:", "audience: public\nlead:")
    records = "content/evidence/qortex.yml"
    files[records] = files[records].replace("kind:", "audience: shared\n    kind:")
    told = [problem for problem in problems_of(files) if problem.startswith(DOSSIER)]
    assert {problem.rpartition("[")[2] for problem in told} == {"evidence-private]"}
    public = [p for p in problems_of(files, Audience.PUBLIC) if p.startswith(DOSSIER)]
    assert {problem.rpartition("[")[2] for problem in public} == {"evidence-unknown]"}
    assert len(public) == 3


def test_override_and_note_are_enough() -> None:
    files = edited(
        DOSSIER,
        "    strength: direct\n",
        "    strength: weak\n    note: Small\n    priority: nice\n",
    )
    assert problems_of(files) == []
    files = edited(DOSSIER, "    strength: direct\n", "    strength: direct\n    override: Yes\n")
    records = "content/evidence/qortex.yml"
    files[records] = files[records].replace("check: rerun", "check: rerun\n    status: planned")
    assert {problem.rpartition("[")[2] for problem in problems_of(files)} == {"status-drift]"}
