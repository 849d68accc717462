import pytest

from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, problems_of

PROFILE = "content/profile.yml"
DOSSIER = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    "contact", ['email: ""', "phone: '1'", "email: {value: a, audience: public}"]
)
def test_any_contact_will_do(contact: str) -> None:
    files = edited(PROFILE, "email: ada@example.org", contact)
    assert not [problem for problem in problems_of(files) if "contact-missing" in problem]


def test_missing_contact_is_told_to_the_author_only() -> None:
    files = edited(PROFILE, "email: ada@example.org\n", "")
    assert len(problems_of(files)) == 1
    assert problems_of(files, Audience.PUBLIC) == problems_of(files, Audience.SHARED) == []


def test_unknown_lead_and_project_are_told_to_the_author_only() -> None:
    files = edited(DOSSIER, "lead: ml-engineer", "audience: public\nlead: nobody")
    files[PROFILE] = files[PROFILE].replace("projects: [qortex]", "projects: [nothing]")
    assert [p.rpartition("[")[2] for p in problems_of(files)] == [
        "lead-unknown]",
        "project-unknown]",
    ]
    assert problems_of(files, Audience.PUBLIC) == problems_of(files, Audience.SHARED) == []


def test_lead_may_name_a_private_project() -> None:
    files = edited(PROFILE, "projects: [qortex]", "projects: [secret]")
    assert problems_of(files | {"content/projects/secret.md": "---\ntitle: S\n---\n"}) == []


def test_project_with_a_problem_of_its_own_is_not_told_again() -> None:
    files = edited(PROFILE, "projects: [qortex]", "projects: [broken]")
    assert len(problems_of(files | {"content/projects/broken.md": "---\n[\n---\n"})) == 1


def test_dossiers_are_not_judged_by_a_profile_that_is_missing_or_broken() -> None:
    without = {file: text for file, text in MINIMAL.items() if file != PROFILE}
    assert problems_of(without) == []
    assert len(problems_of(edited(PROFILE, "name: Ada Example", "nam: Ada"))) == 2
