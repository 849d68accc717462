import pytest

from dossier.quantities import word_search
from dossier.quantities.stemming import words_of
from dossier.quantities.word_search import WordSearch

TEXTS = (
    *("Two of ten", "two-thirds", "(Ten)", "it's two", "TWO's", "", "a two", "a two a two"),
    *("no word\nof it", "ten,two", "_two_", "2 and 10", "zwei\u2009two", "a2two"),
)


def test_words_are_found_as_a_reading_of_the_whole_text_finds_them() -> None:
    """Each text is searched twice: what is known of the first time must not hide a word."""
    sought = {"two", "ten", "2"}
    search = WordSearch(sought.__contains__)
    for text in (*TEXTS, *TEXTS):
        assert set(search.found_in(text)) == words_of(text) & sought, text


def test_parts_without_words_are_judged_once_and_only_so_many_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(word_search, "_MOST", 2)
    asked: list[str] = []

    def is_sought(word: str) -> bool:
        asked.append(word)
        return False

    search = WordSearch(is_sought)
    for _ in range(2):
        search.found_in("a a")
        search.found_in("b")
        search.found_in("c")
    assert asked == ["a", "b", "c", "c"]
