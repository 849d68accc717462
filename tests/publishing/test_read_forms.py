"""A text to how it is read; whole attacks stand in tests/attacks/test_copied_dossier.py."""

import pytest

from dossier.publishing.read_forms import read_forms

READ = {
    "at Zyxa**bot**ics *Werke*": "at Zyxabotics Werke",
    "Z&#121;xa&ZeroWidthSpace;b": "Zyxa\u200bb",
    "Zyxa[botics](https://example.org/)": "Zyxabotics",
    "Zyxa<wbr>botics": "Zyxabotics",
    "https://example.org/?to=https%3A%2F%2Fzyxa.example%252FM%25C3%25BC": (
        "https://example.org/?to=https://zyxa.example/M\u00fc"
    ),
    "see xn--mzyxa-kva.example": "see m\u00fczyxa.example",
    "at Zyxa-\n> botics": "at Zyxa-botics",
    "![Zyxa`bot`ics](x.png)": "Zyxabotics",
}


@pytest.mark.parametrize("text", READ)
def test_each_text_is_told_as_it_is_written_and_as_it_is_read(text: str) -> None:
    written, *forms = read_forms(text)
    assert written == text
    assert READ[text] in forms


def test_a_plain_text_has_one_form() -> None:
    assert read_forms("I build. At 22 °C, I measure; xn--\u00fc") == (
        "I build. At 22 °C, I measure; xn--\u00fc",
    )
    assert "xn--99999999999" in read_forms("xn--99999999999 a")[0]
