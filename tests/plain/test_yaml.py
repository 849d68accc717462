from decimal import Decimal

import pytest

from dossier.plain.problems import Place
from dossier.plain.yaml import MAX_DEPTH, construct, find_places, syntax_problem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: true", True),
        ("a: false", False),
        ("a: null", None),
        ("a: ~", None),
        ("a:", None),
        ("a: yes", "yes"),
        ("a: No", "No"),
        ("a: True", "True"),
        ("a: 2026-02-10", "2026-02-10"),
        ("a: 12:30", "12:30"),
        ("a: 7", 7),
        ("a: -7", -7),
        ("a: +7", "+7"),
        ("a: 0.10", Decimal("0.10")),
        ("a: 007", "007"),
        ("a: 0x10", "0x10"),
        ("a: 1_000", "1_000"),
        ("a: 1e3", "1e3"),
        ("a: .5", ".5"),
        ("a: 5.", "5."),
        ("a: .inf", ".inf"),
        (f"a: {'9' * 40}", "9" * 40),
        ('a: "7"', "7"),
        ("a: 'true'", "true"),
        ('a: ""', ""),
        ("a: |\n  7\n", "7\n"),
        ("a: >-\n  one\n  two\n", "one two"),
        ("a: [1, b, [c]]", [1, "b", ["c"]]),
        ("a: {b: {c: 1}}", {"b": {"c": 1}}),
        ("a:\n- 1\n- 2", [1, 2]),
        ("a: caf\u00e9 \U0001f600", "caf\u00e9 \U0001f600"),
    ],
)
def test_only_a_few_plain_words_and_numbers_are_not_text(text: str, value: object) -> None:
    found, problems = construct(text, "f.yml")
    assert problems == []
    assert found == {"a": value}
    assert type(found["a"]) is type(value)


def test_number_keeps_its_digits_as_typed() -> None:
    assert str(construct("a: 0.10", "f.yml")[0]["a"]) == "0.10"


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "---", "---\n...", "null"])
def test_text_without_a_value_is_none(text: str) -> None:
    assert construct(text, "f.yml") == (None, [])


def test_keys_are_always_text() -> None:
    assert construct("{1: a, true: b, ~: c}", "f.yml")[0] == {"1": "a", "true": "b", "~": "c"}


def test_place_of_a_problem_counts_from_the_first_line_of_the_file() -> None:
    _, problems = construct("a: 1\n\nb: !x y\n", "f.md", first_line=10)
    assert [problem.where for problem in problems] == [Place("f.md", 13, 4)]


def test_duplicate_keys_are_told_even_when_a_fault_follows() -> None:
    _, problems = construct("a: 1\na: 2\nb: [", "f.yml")
    assert [problem.code for problem in problems] == ["duplicate-key", "yaml-syntax"]


def test_key_that_stands_three_times_is_told_twice() -> None:
    value, problems = construct("a: 1\na: 2\na: 3\n", "f.yml")
    assert [(p.where.line, p.message[-1]) for p in problems] == [(2, "1"), (3, "2")]
    assert value == {"a": 3}


def test_nesting_is_read_to_its_limit_and_no_deeper() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert construct(deepest, "f.yml")[1] == []
    assert [p.code for p in construct(f"[{deepest}]", "f.yml")[1]] == ["yaml-depth"]


def test_unforeseen_faults_are_told_in_the_words_of_the_parser() -> None:
    _, problems = construct("%YAML 3.0\n---\na: 1\n", "f.yml")
    assert [str(problem) for problem in problems] == [
        "f.yml:1:1: error: YAML: found incompatible YAML document [yaml-syntax]"
    ]


def test_places_are_those_of_keys_and_of_items() -> None:
    text = "a: 1\nb:\n  - c: 2\n  - [x, y]\n"
    assert find_places(text) == {
        (): (0, 0),
        ("a",): (0, 0),
        ("b",): (1, 0),
        ("b", 0): (2, 4),
        ("b", 0, "c"): (2, 4),
        ("b", 1): (3, 4),
        ("b", 1, 0): (3, 5),
        ("b", 1, 1): (3, 8),
    }


def test_places_count_characters_and_the_lines_of_editors() -> None:
    assert find_places('{a: "\u00e9\u2028", \U0001f600: 2,\n b: 3}') == {
        (): (0, 0),
        ("a",): (0, 1),
        ("\U0001f600",): (0, 10),
        ("b",): (1, 1),
    }


def test_what_came_before_a_fault_has_its_place() -> None:
    assert find_places("a: 1\nb: !x 2\nc: 3\n") == {(): (0, 0), ("a",): (0, 0), ("b",): (1, 0)}
    assert find_places("") == {}


def test_fault_is_found_behind_tags_aliases_and_repeated_keys() -> None:
    problem = syntax_problem("a: &x !y 1\na: *x\nb: [\n", "f.yml")
    told = "f.yml:3:4: error: what begins here is never closed [yaml-syntax]"
    assert str(problem).startswith(told)
    assert syntax_problem("a: &x !y 1\na: *x\n", "f.yml") is None


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_line_that_ends_for_no_editor_is_refused(sign: str) -> None:
    value, problems = construct(f"a: 1\n# a comment{sign}audience: public\n", "f.yml")
    assert value is None
    assert [(p.code, p.where.line, p.where.column) for p in problems] == [("yaml-syntax", 2, 12)]
