"""Records that are proposed for rows."""

from pathlib import Path

from dossier.importing.draft import Draft
from dossier.importing.proposals import propose
from dossier.model.library import Library
from tests.builders import MINIMAL, write_site
from tests.views import library


def proposals(
    requirement: str, claim: str, known: Library
) -> dict[tuple[str | int, ...], list[str]]:
    row = {"id": "r", "requirement": requirement, "claim": claim}
    draft = Draft("dossier", "", id="acme", application={"proof_points": [row]})
    propose(draft, known)
    return dict(draft.comments)


def test_row_whose_words_match_a_record_gets_it_proposed(tmp_path: Path) -> None:
    known = library(write_site(tmp_path, MINIMAL))
    found = proposals("Rankers", "Learned weights beat cosine similarity", known)
    assert found == {("proof_points", 0): ["evidence: [qortex/gain]"]}
    assert proposals("French", "I lived in Lyon", known) == {}
    assert proposals("Weights", "I learned to lift", known) == {}


def test_record_that_is_not_confirmed_is_not_proposed_to_others(tmp_path: Path) -> None:
    text = MINIMAL["content/evidence/qortex.yml"].replace(
        "    check: rerun\n", "    check: rerun\n    status: unconfirmed\n"
    )
    changed = MINIMAL | {"content/evidence/qortex.yml": text}
    known = library(write_site(tmp_path, changed))
    assert proposals("Rankers", "Learned weights beat cosine similarity", known) == {}
