"""Nothing is done by what is shown; what is read stays as it was. Attacks: tests/attacks/."""

import pytest

from dossier.plain.terminal import inert, inert_line


@pytest.mark.parametrize(
    "text", ["Zażółć", "株式会社", "👩\u200d💻", "a\u00a0b", "a\u00adb", "שלום"]
)
def test_words_of_any_language_stay(text: str) -> None:
    assert inert_line(text) == text


def test_lines_stay_lines_or_become_one() -> None:
    assert inert("a\n\tb\r\x1b[2J") == "a\n\tb\\u000d\\u001b[2J"
    assert inert_line("a\n\tb") == "a\\u000a\\u0009b"
