"""Whether a word is an everyday one."""

import pytest

from dossier.match.english_words import calls_field, is_everyday


@pytest.mark.parametrize("word", ["Rust", "GO", "spring", "Rails", "excel", "Toast"])
def test_a_word_that_anybody_uses_is_everyday(word: str) -> None:
    assert is_everyday(word)


@pytest.mark.parametrize("word", ["Kubernetes", "datix", "Moodle", "HACCP", "phlebotomy", "#"])
def test_a_name_and_a_word_of_one_trade_are_not(word: str) -> None:
    assert not is_everyday(word)


@pytest.mark.parametrize("word", ["Nursing", "litigation", "Pastry", "SAFETY", "Logistics"])
def test_a_word_made_of_another_calls_a_field_of_work(word: str) -> None:
    assert calls_field(word)


@pytest.mark.parametrize("word", ["Spring", "Notion", "Rust", "Story", "string"])
def test_a_word_that_only_ends_so_calls_none(word: str) -> None:
    assert not calls_field(word)
