import pytest

from dossier.publishing.domains import domain_of, domain_pattern


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://jobs.acme.example/x", "acme.example"),
        ("https://Acme.co.uk:443/jobs", "acme.co.uk"),
        ("https://boards.greenhouse.io/acme", ""),
        ("https://acme.wd3.myworkdayjobs.com/x", ""),
        ("https://www.reed.co.uk/jobs/1", ""),
        ("http://localhost/x", ""),
        ("http://127.0.0.1/x", ""),
        ("", ""),
    ],
)
def test_domain_of_an_address(url: str, domain: str) -> None:
    assert domain_of(url) == domain


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("https://acme.example/x", True),
        ("see docs.acme.example.", True),
        ("ada@acme.example", True),
        ("notacme.example", False),
        ("acme.example.org", False),
    ],
)
def test_domain_in_a_text(text: str, *, is_there: bool) -> None:
    assert bool(domain_pattern("acme.example").search(text)) is is_there
