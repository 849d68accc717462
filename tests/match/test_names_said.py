"""Whether a record says a name or the everyday word."""

import pytest

from dossier.match.names_asked import names_asked
from dossier.match.names_said import Said, how_said, is_listed

OTHERS = {"kubernetes", "go", "python"}


def said(item: str, text: str, *listed: str) -> Said:
    """Return how a text says the last name of what is asked."""
    stem, name = list(names_asked(item).items())[-1]
    return how_said(name, stem, text, listed, OTHERS)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("Experience with Rust", "Rewrote the parser in Rust"),
        ("Experience with Rust", "Keep Rust-based tools"),
        ("Experience with Rust", "Wrote tools in rust, python and more"),
        ("Experience with Rust", "Go, Rust and what else helps"),
        ("Experience with Rust", "Kubernetes and rust in two halls"),
        ("Experience with Rust", "wrote services in rust, all on kubernetes"),
        ("Experience with Ruby on Rails", "wrote shops in ruby on rails"),
        ("Experience with Food Safety and Stock Control", "Trained cooks in stock control"),
        ("Knowledge of PACE", "PACE interviews"),
        ("Bar experience", "Ran the bar of a hotel"),
        ("Erfahrung mit Test und Abnahme", "Test-Labor aufgebaut"),
        ("Erfahrung mit Transport", "Transport von 40 Anlagen"),
    ],
)
def test_a_name_is_said_by_its_capital_in_a_list_or_in_a_phrase(item: str, text: str) -> None:
    assert said(item, text) is Said.AS_NAME


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("Experience with Rust", "Removed rust from the hull"),
        ("Experience with Rust", "Rust removal on twelve hulls"),
        ("Experience with Rust", "Removed Rust From The Hull"),
        ("Experience with Rust", "Doors covered in rust, wires in silk"),
        ("Experience with Swift", "Known for swift delivery of kubernetes"),
        ("Experience with Spring", "Moved to kubernetes in spring"),
        ("Go experience", "Let twelve ships go to sea"),
        ("Knowledge of PACE", "Kept pace with files"),
        ("Experience with Go", "Helped with the Go-Live of a shop"),
    ],
)
def test_what_may_be_either_is_neither(item: str, text: str) -> None:
    assert said(item, text) is Said.MAYBE


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("Experience with Go", "Wrote the go-to-market plan"),
        ("Experience with Go", "Wrote the Go-to-Market plan"),
        ("Go experience", "Go-to-market plans for three partners"),
        ("Erfahrung mit Go", "Leitung der Go-to-Market-Planung"),
        ("Experience with Spring", "Since spring 2016 at sea"),
        ("Experience with Spring", "Led the harbor in Spring of 2016"),
        ("Experience with React", "A team that could react to incidents"),
        ("Experience with Ruby on Rails", "Stayed on the rails with the timetable"),
        ("Experience with Apache Spark", "Sparked interest"),
        ("Experience with Notion", "Dispelled the notion that wills are dear"),
    ],
)
def test_another_word_is_not_the_name(item: str, text: str) -> None:
    assert said(item, text) is Said.NOT


def test_a_listed_skill_is_the_name_in_any_case_alone_and_by_its_capital_among_words() -> None:
    assert said("Experience with Rust", "Mends ships", "rust") is Said.AS_NAME
    assert is_listed("excel", "Advanced Excel")
    assert not is_listed("rust", "rust removal")
    assert not is_listed("rust", "Excel")
