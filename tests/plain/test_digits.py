"""A number as people type it, in plain digits."""

import pytest

from dossier.plain.digits import plain_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1,000", "1000"),
        ("1,234,567.5", "1234567.5"),
        ("1 234", "1234"),
        ("1'234’567 books", "1234567"),
        ("22", "22"),
        ("+22", "22"),
        ("-3.5", "-3.5"),
        ("95 min", "95"),
        ("13.1%", "13.1"),
        ("5 ms", "5"),
        ("3,5", "3.5"),
        *(
            (text, "")
            for text in ("", "high", "1,00,0", "1.2.3", "10-20", "2 of 5", "1 2345", "12 34")
        ),
        *((text, "") for text in ("16K", "4 M", "v2", "1,2345")),
    ],
)
def test_one_number_is_read_and_nothing_else(text: str, digits: str) -> None:
    assert plain_digits(text) == digits
