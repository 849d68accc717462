from dossier.model.audience import Audience
from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"


def test_gaps_are_told_to_the_author_only() -> None:
    files = edited(DOSSIER, "strength: direct\n", "strength: none\n")
    files[DOSSIER] = files[DOSSIER].replace("lead:", "audience: public\nstatus: applied\nlead:")
    assert [problem.rpartition("[")[2] for problem in problems_of(files)] == ["gap-unanswered]"]
    assert problems_of(files, Audience.SHARED) == problems_of(files, Audience.PUBLIC) == []


def test_nobody_asks_before_it_is_sent() -> None:
    files = edited(DOSSIER, "strength: direct\n", "strength: none\n")
    assert problems_of(files) == []
    events = "events: [{date: 2026-02-01, what: applied}]\nlead:"
    files[DOSSIER] = files[DOSSIER].replace("lead:", events)
    assert [problem.rpartition("[")[2] for problem in problems_of(files)] == ["gap-unanswered]"]
