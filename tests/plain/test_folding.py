import pytest

from dossier.plain.folding import fold, holds, occurrences, plain


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("“Smart” quotes’", '"Smart" quotes\''),
        ("a\u00a0b\u2009c\n  d", "a b c d"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("e\ufb03cient \u2460 caf\u0065\u0301", "efficient 1 café"),
        ("one — two–three \u2011 four", "one-two-three-four"),
        ("## A **bold** _word_ and `code`", "A bold word and code"),
        ("snake_case_name * 2", "snake_case_name 2"),
        ("- first\n* second\n3. third", "first second third"),
        ("[a link](https://example.org) and \\*stars\\*", "a link and stars"),
        ("wait…", "wait..."),
    ],
)
def test_typography_and_markdown_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_plain_text_keeps_blanks_around_dashes() -> None:
    assert plain("**one** — two") == "one - two"


@pytest.mark.parametrize(
    ("wording", "is_held"),
    [
        ("strong coding in C++", True),
        ("Strong coding in C++.", True),
        ('"strong coding"', True),
        ("strong ... C++", True),
        ("strong [...] daily", True),
        ("daily ... strong", False),
        ("strong Coding", False),
        ("trong coding", False),
        ("strong codin", False),
        ("coding in C", False),
        ("", True),
    ],
)
def test_wording_is_held_as_whole_words(wording: str, *, is_held: bool) -> None:
    assert holds("You need strong coding in C++, daily", wording) is is_held


@pytest.mark.parametrize(
    ("text", "wording", "count"),
    [
        ("a b a", "a", 2),
        ("aa a", "a", 1),
        ("a a a a", "a", 4),
        ("x fast. Fast", "fast.", 2),
        ("C++ C", "C", 1),
        ("abc abcabc abc", "abc", 2),
        ("one two one two three", "one two ... three", 2),
        ("three one two", "one two ... three", 0),
        ("a", "", 0),
    ],
)
def test_how_often_a_wording_stands_there(text: str, wording: str, count: int) -> None:
    assert occurrences(text, wording) == count
