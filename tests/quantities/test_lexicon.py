"""Every word of `claims/english` has a line that is judged wrong without it."""

import pytest

from dossier.quantities.lexicon import NO_WORDS, lexicon
from dossier.quantities.tokens import tokens
from tests.each import each
from tests.quantities.word_cases import Line, Word, is_right, lines, without, words

WORDS = tuple(words())


def test_every_line_is_judged_right() -> None:
    each(lines().values(), judged_right)


def judged_right(line: Line) -> None:
    assert is_right(line)


def test_every_word_is_missed_by_the_line_that_is_named_behind_it() -> None:
    each(WORDS, missed)


def missed(word: Word) -> None:
    file, _, number = word.case.partition(":")
    assert file == "lines.txt"
    assert not is_right(lines()[int(number)], without(word)), word.case


def test_no_word_stands_twice_in_a_list() -> None:
    named = [str(word) for word in WORDS]
    assert sorted(named) == sorted(set(named))


def test_other_languages_have_no_words() -> None:
    assert lexicon("de") is NO_WORDS
    assert lexicon("en-GB").has("denials", tokens("It is not so."))
    assert not NO_WORDS.has("denials", tokens("It is not so."))


def test_longest_phrase_of_a_list_is_found() -> None:
    found = tokens("more than half")
    assert lexicon("en").at("bounds", found, 0) == (2, "over")
    assert lexicon("en").ending_at("bounds", found, 2) == (2, "over")


def test_one_alone_counts_nothing() -> None:
    texts = ("One of us packed it.", "Nine of us packed it.", "One in ten is packed.")
    assert [lexicon("en").may_count(text) for text in texts] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "may"),
    [("All came", True), ("Nothing eliminates it", True), ("It is well", False)],
)
def test_text_that_tells_all_is_known_cheaply(text: str, *, may: bool) -> None:
    assert lexicon("en").may_tell_all(text) is may
    assert not NO_WORDS.may_tell_all(text)
