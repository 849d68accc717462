"""What a posting writes as a name that is an everyday word, too."""

import pytest

from dossier.match.names_asked import capitals, names_asked


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("Experience with Rust", ["Rust"]),
        ("Rust", ["Rust"]),
        ("Go, Rust or Python on the job", ["Go", "Rust", "Python"]),
        ("Rust (2+ years)", ["Rust"]),
        ("Go/Rust", ["Go", "Rust"]),
        ("Languages (Ruby, Go)", ["Ruby", "Go"]),
        ("Knows the Go compiler", ["Go"]),
        ("Experience with Ruby on Rails", ["Ruby", "Rails"]),
        ("Knowledge of PACE", ["PACE"]),
        (".NET", ["NET"]),
        ("Node.js at scale", ["Node"]),
    ],
)
def test_a_capital_within_a_line_makes_a_name(item: str, names: list[str]) -> None:
    assert [name.word for name in names_asked(item).values()] == names


@pytest.mark.parametrize(
    "item",
    [
        "Spring is our busiest time",
        "Rotate stock. Clean the bar.",
        "Reports to the Board",
        "Experience with Kubernetes and Datix",
        "Experience in Nursing and Litigation",
        "Skills With Bars And Tills",
        "KEEP THE BAR CLEAN",
        "experience with rust",
    ],
)
def test_a_capital_that_tells_nothing_makes_none(item: str) -> None:
    assert not names_asked(item)


def test_all_capitals_of_a_posting_are_names_that_a_list_may_hold() -> None:
    assert capitals("Kubernetes, Go and the Elm compiler") == {"kubernetes", "go", "elm"}
    assert capitals("Use Node.js") == {"node.js", "node", "js"}


def test_the_first_word_alone_may_be_a_name() -> None:
    (name,) = names_asked("Bar experience").values()
    assert name.is_first
    assert not names_asked("Bar work at night, with tills")


def test_a_noun_of_german_may_be_a_name() -> None:
    (name,) = names_asked("Erfahrung mit Go").values()
    assert name.is_noun
    assert not name.is_certain
    assert not capitals("Erfahrung mit Go und Kubernetes")
