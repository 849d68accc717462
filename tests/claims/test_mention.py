"""What is known of a figure where it stands."""

import pytest

from dossier.claims.mention import company_pattern
from tests.builders import edited
from tests.claims.saying import library_of

DOSSIER = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    ("company", "text", "is_named"),
    [
        ("Acme", "at acme they", True),
        ("Acme", "Acmes are", False),
        ("Acme Energy", "Acme reads 3 meters", True),
        ("Acme Energy", "the acme of it", False),
        ("Open Machines", "in the Open, 3", False),
        ("New Works", "New ones", False),
    ],
)
def test_company_goes_by_its_name_and_the_first_word_of_it(
    company: str, text: str, *, is_named: bool
) -> None:
    library = library_of(edited(DOSSIER, "company: Acme\n", f"company: {company}\n"))
    pattern = company_pattern(library.applications["acme"])
    assert bool(pattern.search(text)) is is_named
