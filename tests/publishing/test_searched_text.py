import pytest

from dossier.publishing.searched_text import SearchedText, folded


@pytest.mark.parametrize(
    "text", ["acme", "ACME", "ＡＣＭＥ", "A\u200bc\u00adme", "Ácmé", "A\u0301cme"]
)
def test_what_reads_alike_is_folded_alike(text: str) -> None:
    assert folded(text) == "acme"


def test_case_stays_in_what_is_written() -> None:
    assert SearchedText("Ａcmé").written == "Acme"


def test_foreign_words_alone_are_put_in_latin_letters() -> None:
    assert SearchedText("at Яндекс, Łódź; アクメで").latin[0] == "yandeks lodz akume de"
    assert SearchedText("at Acme").latin == ()


@pytest.mark.parametrize("text", ["At ACME", "İŞ BANKASI", "I\u0307S", "İ̇İ", "ẞ ﬃ Ⅷ"])
def test_each_letter_in_lower_case_stands_at_its_place(text: str) -> None:
    searched = SearchedText(text)
    assert searched.lower == searched.lower.lower()
    assert [sign.lower() for sign in searched.written] == [*searched.lower]
