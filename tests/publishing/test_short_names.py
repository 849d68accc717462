"""What companies of several words are called for short, and what no text is told for."""

import pytest

from dossier.publishing.company_names import CompanyName
from dossier.publishing.searched_text import SearchedText
from dossier.publishing.short_names import find_short, is_ordinary, short_names

SHORT = {
    "Zephyrworks Robotics": ["Zephyrworks"],
    "The Zephyrworks Company": ["Zephyrworks"],
    "M\u00fcllerhaus S\u00f6hne": ["Mullerhaus"],
    "IXQOR.AI": ["IXQOR"],
    "Quillon & Tilby": ["Quillon"],
    "Blue Quillon & Tilby": ["Blue Quillon"],
    "Coca-Quorvane Bottling": ["Coca-Quorvane"],
    "Yarovex \u2014 Ads team": ["Yarovex"],
    "Notion - Ads team": ["Notion"],
    "Zephyrworks": [],
    "\u042f\u043d\u0434\u0435\u043a\u0441 \u041c\u0430\u0440\u043a\u0435\u0442": [],
}
ORDINARY = (
    "American Airlines|Deutsche Bank|New York Times|Hugging Face|Weights & Biases|Scale AI|"
    "Two Sigma|Jane Street|Bank of America|General Electric|Booking.com|"
    "Soci\u00e9t\u00e9 G\u00e9n\u00e9rale|"
    "Morgan Stanley|Native Instruments|Together AI|Trade Republic|Applied Intuition"
)


@pytest.mark.parametrize(("core", "short"), SHORT.items(), ids=SHORT)
def test_distinctive_word_is_what_people_say(core: str, short: list[str]) -> None:
    assert list(short_names(core)) == short


def test_ordinary_words_are_no_short_name() -> None:
    assert {name: list(short_names(name)) for name in ORDINARY.split("|")} == {
        name: [] for name in ORDINARY.split("|")
    }


@pytest.mark.parametrize("word", ["hugging", "Weights", "scaled", "companies", "partners"])
def test_forms_of_a_word_are_as_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Ixqor, now)", "Ixqor"),
        ("at IXQOR", "IXQOR"),
        ("an ixqor", ""),
        ("Ixqorian", ""),
    ],
)
def test_it_is_a_whole_word_with_a_capital(text: str, found: str) -> None:
    assert find_short("IXQOR", SearchedText(text), frozenset()) == found


def test_words_of_the_authors_own_names_are_passed() -> None:
    name, text = CompanyName("Zephyrworks Robotics"), SearchedText("at Zephyrworks")
    assert name.find_short(text, frozenset({"other"})) == "Zephyrworks"
    assert name.find_short(text, frozenset({"zephyrworks"})) == ""
