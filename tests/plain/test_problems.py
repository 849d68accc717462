import re
from dataclasses import replace

import pytest

from dossier.plain.problems import (
    CODES,
    Place,
    Problem,
    Severity,
    closest,
    did_you_mean,
    in_order,
    looks_alike,
    warning,
)

HERE = Place("content/index.md", 3, 7)


def test_codes_are_kebab_case_words_that_say_what_they_mean() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in CODES)
    assert all(meaning.endswith(".") for meaning in CODES.values())


def test_problem_begins_with_its_place_so_that_editors_can_jump_there() -> None:
    problem = Problem("evidence-unknown", HERE, "there is no evidence `a/b`", "look again")
    assert str(problem) == (
        "content/index.md:3:7: error: there is no evidence `a/b` [evidence-unknown]\n"
        "  hint: look again"
    )


def test_problem_without_a_hint_is_one_line() -> None:
    assert "\n" not in str(Problem("alt-missing", HERE, "no text"))


def test_warning_weighs_less_than_an_error() -> None:
    assert warning("alt-missing", HERE, "no text").severity is Severity.WARNING
    assert Problem("alt-missing", HERE, "no text").severity is Severity.ERROR


def test_problems_come_in_the_order_of_places_each_once() -> None:
    late = Problem("alt-missing", Place("b.md", 1, 1), "x")
    ninth = Problem("alt-missing", Place("a.md", 9, 1), "x")
    tenth = Problem("alt-missing", Place("a.md", 10, 1), "x")
    other = Problem("link-broken", Place("a.md", 10, 1), "a")
    assert in_order([late, other, tenth, ninth]) == (ninth, tenth, other, late)
    assert in_order([late, other, tenth, ninth, late, tenth]) == (ninth, tenth, other, late)
    cured = replace(late, hint="x")
    assert in_order([late, cured, late]) == (late, cured)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("retreival", ["retrieval", "rust"], "retrieval"),
        ("RETRIEVAL", ["retrieval"], "retrieval"),
        ("retrieval", ["Retrieval"], "Retrieval"),
        ("x", ["retrieval"], None),
        ("", ["retrieval"], None),
        ("retrieval", [], None),
        ("a" * 100_000, ["a" * 100], "a" * 100),
    ],
)
def test_nearest_word_is_found_whatever_its_case(
    word: str, known: list[str], expected: str | None
) -> None:
    assert closest(word, known) == expected


def test_nearest_word_does_not_depend_on_the_order_of_the_known_ones() -> None:
    for known in (["gain-b", "gain-a"], ["gain-a", "Gain-a"]):
        assert closest("gain-aa", known) == closest("gain-aa", reversed(known))


def test_hint_names_the_nearest_word_or_is_empty() -> None:
    assert did_you_mean("evidense", ["evidence"]) == "did you mean `evidence`?"
    assert did_you_mean("evidense", ["project"]) == ""


def test_word_that_looks_the_same_is_told_as_such() -> None:
    one, two = "m\u00fcz.md", "mu\u0308z.md"
    for word, known in ((one, two), (two, one)):
        assert did_you_mean(word, ["a.md", known]).startswith(f"there is `{known}`, which looks")
        assert looks_alike(word, [known]) == did_you_mean(word, [known])
    assert looks_alike(one, [one, "muz.md"]) == looks_alike("a.md", ["A.md"]) == ""


def test_the_nearest_of_many_is_found_by_its_letters() -> None:
    many = [f"example/retrieval-{number}" for number in range(400)]
    assert closest("teir", [*many, "tier"]) == "tier", "it has no pair of letters in common"
    assert closest("example/retreival-7", many) == "example/retrieval-7"
