import pytest

from dossier.model.audience import Audience
from tests.builders import edited, problems_of

PROFILE = "content/profile.yml"


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
