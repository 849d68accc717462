from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, problems_of

DOSSIER = "content/applications/acme/index.md"
GAPS = "gaps: [{id: a, about: x, gap: G}, {id: a, about: x, gap: G}]\nlead:"


def test_same_id_may_stand_in_different_dossiers_and_for_different_things() -> None:
    files = MINIMAL | {"content/applications/initech/index.md": MINIMAL[DOSSIER]}
    assert problems_of(files) == []
    both = edited(DOSSIER, "- id: ml\n", "- id: ranking\n")
    assert problems_of(both) == []


def test_private_ids_that_stand_twice_are_told_to_the_author_only() -> None:
    files = edited(DOSSIER, "lead:", f"audience: public\n{GAPS}")
    assert len(problems_of(files)) == 1
    assert problems_of(files, Audience.PUBLIC) == []


def test_shared_ids_that_stand_twice_are_told_to_all() -> None:
    files = edited(DOSSIER, "roles:\n", "audience: public\nroles:\n  - {id: ml, title: A}\n")
    assert problems_of(files, Audience.PUBLIC) == problems_of(files)
    assert len(problems_of(files)) == 1


def test_records_of_one_id_in_different_files_are_different_records() -> None:
    evidence = "content/evidence/qortex.yml"
    assert problems_of(MINIMAL | {"content/evidence/more.yml": MINIMAL[evidence]}) == []
