"""Phone numbers and e-mail addresses, found however they are set."""

import pytest

from dossier.plain.contact_forms import has_email, number_in, reach_in


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        ("Call 0049 30 901820-1", "+49 (0)30 9018201", "0049 30 901820-1"),
        ("030/9018201", "+49 (0)30 9018201", "030/9018201"),
        ("In 2026 512.555.0142", "+1 512 555 0142", "2026 512.555.0142"),
        ("\uff15\uff11\uff12 555 0142", "512 555 0142", "512 555 0142"),
        ("+49 40 9018201", "+49 30 9018201", ""),
        ("9018202", "+49 30 9018201", ""),
        ("Call +1 512 555 0142.", "512 555 0142", "+1 512 555 0142"),
        ("112", "112", ""),
    ],
)
def test_a_number_is_its_digits(text: str, number: str, found: str) -> None:
    assert number_in(text, number) == found


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("(Ada@X.example)", True),
        ("mailto:ada%40x.example?subject=a", True),
        ("ada@x.example.", True),
        ("eada@x.example", False),
        ("ada@x.example.org", False),
    ],
)
def test_an_address_is_no_part_of_another(text: str, *, has: bool) -> None:
    assert has_email(text, "ada@x.example") is has


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask Tom, +44 7700 900789.", ["+44 7700 900789"]),
        ("0431 555 0142 or (0341) 555-0199", ["0431 555 0142", "(0341) 555-0199"]),
        ("512-555-0142 (bob@mill.example)", ["bob@mill.example", "512-555-0142"]),
        ("Served 12 000 000 pages from 01-02-2019 to 2021-05-06", []),
        ("Cut it from 0.12345678 to 0.1; ISBN 978-0-306-40615-7", []),
        ("Cloned git@github.com:ada/mill.git, pinned react@18.2.0", []),
        ("Won 0800-1200 h, in 2019 2020 2021", []),
    ],
)
def test_what_reaches_somebody_is_told_from_amounts_days_and_code(
    text: str, found: list[str]
) -> None:
    assert list(reach_in(text)) == found
