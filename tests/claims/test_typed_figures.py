import pytest

from dossier.claims.typed_figures import typed_figures
from tests.claims.saying import HOME, home, library_of

REFERENCE = "[](evidence:qortex/gain#precision)"


def offered(text: str) -> list[tuple[str, str, str]]:
    """Return what is offered for a home page: what stands there, the text and the reference."""
    found = typed_figures(library_of(home(f"{text}\n")))
    body = f"{text}\n"
    return [
        (body[t.start : t.end], t.text, t.reference) for t in found if t.passage.source.file == HOME
    ]


@pytest.mark.parametrize("typed", ["22%", "+22%", "22 %", "twenty-two percent"])
def test_typed_value_is_offered_with_its_reference(typed: str) -> None:
    assert offered(f"*So* precision rose by {typed}.") == [(typed, typed, REFERENCE)]


@pytest.mark.parametrize(
    "text",
    [
        "Precision rose by over 20%.",
        "Precision rose by about 22%.",
        "Precision had a 22% gain.",
        "# Precision of 22%",
        "Precision rose by **22**%.",
        "Precision rose by 26%.",
        f"Precision rose by {REFERENCE}.",
    ],
)
def test_what_a_reference_would_say_otherwise_is_not_offered(text: str) -> None:
    assert offered(text) == []


def test_a_word_that_ends_like_an_article_is_none() -> None:
    assert offered("Precision on my data 22% over before.") == [("22%", "22%", REFERENCE)]
