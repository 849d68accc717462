"""What a text is: by the section of its dossier, or by its field."""

import pytest

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.passages import passages
from dossier.prose.text_kind import kind_of, row_evidence
from tests.builders import MINIMAL, edited, tree_of

DOSSIER = "content/applications/acme/index.md"
OWN = "## Own heading\n\nText.\n\n## Notes\n"


def test_kinds_of_texts() -> None:
    files = edited(DOSSIER, "## Notes\n", OWN)
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    found = {
        (p.source.file.rpartition("/")[2], p.path[-1] if p.path else p.text.strip()[:6]): kind_of(p)
        for p in passages(library)
    }
    assert found["index.md", "I buil"] == "pitch"
    assert found["index.md", "Text."] == "own"
    assert found["index.md", "They k"] == "notes"
    assert found["index.md", "I meas"] == "page"
    assert found["index.md", "claim"] == "claim"
    assert found["index.md", "requirement"] is None
    assert found["profile.yml", "notes"] == "lead"
    assert found["qortex.yml", "claim"] == "record"


def test_field_of_a_row_leans_on_what_the_row_cites() -> None:
    library, _ = assemble(tree_of(edited(DOSSIER, "Rankers", "Rankers")), Audience.PRIVATE)
    leaning = {p.path: row_evidence(p) for p in passages(library) if row_evidence(p)}
    row = ("proof_points", 0)
    assert leaning == {(*row, key): {"qortex/gain"} for key in ("requirement", "claim")}


@pytest.mark.parametrize(
    ("summary", "kind"),
    [
        ("4 stars, 120 rooms", "field"),
        ("142 rooms, five stars", "field"),
        ("a 42-bed home, 120 staff", "field"),
        ("four-star hotel with 120 rooms", "field"),
        ("Cut waste by 30% in a year.", "line"),
        ("Cut waste by 30%", "line"),
        ("Trained 12 waiters", "line"),
        ("Hotel of 120 rooms, which I led to five stars", "line"),
    ],
)
def test_what_a_house_has_is_no_claim_of_who_works_there(summary: str, kind: str) -> None:
    job = f"name: Ada\nwork: [{{employer: Avon Hotel, title: Cook, summary: '{summary}'}}]\n"
    library, _ = assemble(tree_of(MINIMAL | {"content/profile.yml": job}), Audience.PRIVATE)
    (found,) = (p for p in passages(library) if p.path and p.path[-1] == "summary")
    assert kind_of(found) == kind
