from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"


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
