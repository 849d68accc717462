from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, problems_of

PROFILE = "content/profile.yml"
DOSSIER = "content/applications/acme/index.md"


def test_unknown_lead_and_project_are_told_to_the_author_only() -> None:
    files = edited(DOSSIER, "lead: ml-engineer", "audience: public\nlead: nobody")
    files[PROFILE] = files[PROFILE].replace("projects: [qortex]", "projects: [nothing]")
    assert [p.rpartition("[")[2] for p in problems_of(files)] == [
        "lead-unknown]",
        "project-unknown]",
    ]
    assert problems_of(files, Audience.PUBLIC) == problems_of(files, Audience.SHARED) == []


def test_dossiers_are_not_judged_by_a_profile_that_is_missing_or_broken() -> None:
    without = {file: text for file, text in MINIMAL.items() if file != PROFILE}
    assert problems_of(without) == []
    found = problems_of(edited(PROFILE, "name: Ada Example", "nam: Ada"))
    assert [line.rpartition(" ")[2] for line in found] == [
        *("[field-missing]", "[field-unknown]", "[rules-waiting]")
    ]
