import pytest

from dossier.quantities.lexicon import Lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens

WORDS = Lexicon(
    {"denials": {"no": ((("no", "longer"), ""), (("no",), "")), "not": ((("not", "yet"), ""),)}}
)


def placed(text: str) -> Placed:
    return Placed(WORDS, tokens(text))


@pytest.mark.parametrize(
    ("text", "first", "end", "is_there"),
    [
        ("no longer 5", 0, 2, True),
        ("no longer 5", 0, 1, True),
        ("no longer 5", 1, 3, False),
        ("no longer 5", 0, 0, False),
        ("a not yet 5", 0, 3, True),
        ("a not yet 5", 0, 2, False),
        ("no, a not yet 5", 0, 4, True),
        ("no, a not yet 5", 1, 4, False),
    ],
)
def test_a_phrase_counts_where_a_part_has_it_whole(
    text: str, first: int, end: int, *, is_there: bool
) -> None:
    assert placed(text).has("denials", first, end) is is_there
    assert WORDS.has("denials", tokens(text)[first:end]) is is_there


def test_a_phrase_that_goes_over_the_end_has_begun() -> None:
    assert placed("a not yet 5").last_begun("denials", 2) == 1
    assert placed("a not yet 5").last_begun("denials", 1) == -1
    assert placed("a not yet 5").last_begun("owners", 4) == -1


@pytest.mark.parametrize(
    ("text", "is_there"), [("no-show 5", False), ("no - show 5", True), ("not well-yet 5", False)]
)
def test_what_hangs_on_a_hyphen_is_left_out(text: str, *, is_there: bool) -> None:
    found = placed(text)
    assert found.has_apart("denials", 0, len(found.tokens)) is is_there


def test_negations_count_within_a_part() -> None:
    assert placed("it isn't 5").has_negation(0, 2)
    assert not placed("it isn't 5").has_negation(2, 3)
    assert not placed("it isn't 5").has_negation(0, 1)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ('"a" b', [-1, 0, -1, -1]),
        ('a "b c" "d', [-1, -1, 1, 1, -1, -1, -1]),
        ('"a b', [-1, -1, -1]),
    ],
)
def test_a_quotation_has_both_its_marks(text: str, starts: list[int]) -> None:
    found = placed(text)
    kept = [n for n, token in enumerate(found.tokens) if token.text != '"']
    assert [found.quotation(n) for n in kept] == [starts[n] for n in kept]
