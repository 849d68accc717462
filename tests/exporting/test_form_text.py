"""Texts for forms: what a form would break is plain, and nothing is cut within a figure."""

import pytest

from dossier.exporting.form_text import cut_at_sentences, plain_prose, plain_signs


def test_typographic_signs_are_plain_and_letters_stay() -> None:
    text = "“Zoë’s” – 2–3\u00a0ms… • ≤5 × José 李 שלום\u200b ½"
    assert plain_signs(text) == '"Zoë\'s" - 2-3 ms... - <=5 x José 李 שלום ½'


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("It took 0.02 ms. More is said.", 18, "It took 0.02 ms."),
        ("It took 0.02 ms. More is said.", 30, "It took 0.02 ms. More is said."),
        ("It took 0.02 ms, once.", 10, ""),
        ("It is by Dr. Who. He is well.", 20, "It is by Dr. Who."),
        ("Is it? Yes! It is.", 11, "Is it? Yes!"),
        ("", 10, ""),
    ],
)
def test_a_text_is_cut_between_sentences(text: str, most: int, cut: str) -> None:
    assert cut_at_sentences(text, most) == cut


def test_blocks_become_paragraphs_and_items() -> None:
    assert plain_prose("- a\n- ![](a.png)\n- b\n", lambda _, shown, __: shown) == "- a\n- b"
    text = (
        "## Head\n\nOne *two*\nthree [x](https://e.org). <!-- no -->\n\n- a\n- b\n  1. c\n\n"
        "```python\nx = 1\n```\n\n```proof-points\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"
    )
    assert plain_prose(text, lambda _, shown, __: shown) == (
        "Head\n\nOne two three x.\n\n- a\n- b\n  1. c\n\nx = 1\n\na, b\n\n1, 2"
    )
