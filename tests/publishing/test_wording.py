"""What a word is at the ends of a name; names as a whole are in test_company_names.py."""

import pytest

from dossier.publishing.wording import Wording, stands_alone


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("acme", "for acme.", "acme"),
        ("acme", "acme_case", "acme"),
        ("acme", "macme acmes", ""),
        ("acme", "macme acme", "acme"),
        ("acme", "私はacmeで", "acme"),
        ("acme", "acme에서", "acme"),
        ("アクメ", "私はアクメで", "アクメ"),
        ("쿠팡", "쿠팡에서", "쿠팡"),
        ("쿠팡", "쿠팡플레이 한쿠팡", ""),
        ("яндекс", "в яндексе", "яндекс"),
        ("яндекс", "яндексный", ""),
        ("почта", "на почте", "почт"),
        ("أكمي", "في وبأكمي", "أكمي"),
        ("أكمي", "شأكمي", ""),
        ("acme corp", "acme-corp", "acme-corp"),
        ("marks & co", "marks and co", "marks and co"),
        ("at&t", "look at t", ""),
    ],
)
def test_name_as_a_word_of_its_own(name: str, text: str, found: str) -> None:
    assert Wording(name).find(text) == found


def test_letters_around_a_part() -> None:
    assert stands_alone("a bc d", 2, 4)
    assert not stands_alone("a bcd", 2, 4)
