import pytest

from dossier.claims.judge import Judge
from dossier.lint.standings import Standings
from dossier.prose.passages import passages
from dossier.prose.statements import statements
from tests.builders import MINIMAL
from tests.claims.saying import EVIDENCE, HOME, home, library_of

SAID = {
    "planned": "it is planned, and the sentence tells it as done",
    "experimental": "it is an experiment, and the sentence tells it as a product",
    "deprecated": "it is deprecated, and the sentence tells it as current",
    "unconfirmed": "it is not confirmed, and the sentence tells it as a fact",
}
HEDGES = {
    "planned": "[It](evidence:qortex/gain) will run in production.",
    "experimental": "[It](evidence:qortex/gain) is a prototype in production.",
    "deprecated": "[It](evidence:qortex/gain) was running in production.",
    "unconfirmed": "[It](evidence:qortex/gain) probably runs in production.",
}


def judged(status: str, text: str) -> list[str]:
    record = MINIMAL[EVIDENCE].replace("check: rerun\n", f"check: rerun\n    status: {status}\n")
    library = library_of(home(f"{text}\n", {**MINIMAL, EVIDENCE: record}))
    standings = Standings(Judge(library))
    found = [p for p in passages(library) if p.source.file == HOME]
    return [f.message for p in found for s in statements(p) for f in standings.judged(s)]


@pytest.mark.parametrize("status", SAID)
def test_what_is_told_as_more_than_it_is(status: str) -> None:
    text = "[It](evidence:qortex/gain) runs in production."
    assert judged(status, text) == [f"`qortex/gain`: {SAID[status]}"]


@pytest.mark.parametrize("status", HEDGES)
def test_hedged_sentence_is_honest(status: str) -> None:
    assert judged(status, HEDGES[status]) == []


def test_question_and_heading_claim_nothing() -> None:
    assert judged("planned", "Does [it](evidence:qortex/gain) run in production?") == []
    assert judged("planned", "# [It](evidence:qortex/gain) runs") == []
