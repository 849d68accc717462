from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"


def test_saved_posting_is_looked_for_beside_its_dossier_only() -> None:
    files = edited(
        DOSSIER,
        "    title: Senior ML Engineer\n",
        "    title: Senior ML Engineer\n    posting: {file: p.md}\n",
    )
    assert problems_of(files, others=["applications/acme/p.md"]) == []
    for elsewhere in ("applications/initech/p.md", "p.md", "assets/p.md"):
        (problem,) = problems_of(files, others=[elsewhere])
        assert problem.endswith("[posting-missing]")
