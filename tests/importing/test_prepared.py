"""Prepared questions."""

import pytest

from dossier.importing.draft import Draft
from dossier.importing.prepared import read_questions


@pytest.mark.parametrize(
    "text",
    [
        '**"Why us?"**\nThe river.\n\nAnd trains.',
        '1. **"Why us?"** → The river.\n\n   And trains.',
        "### Why us?\n\nThe river.\n\nAnd trains.",
        "**Q: Why us?**\nA: The river.\n\nAnd trains.",
        "**Q1:** Why us?\n\n**A1:** The river.\n\nAnd trains.",
        "Q: Why us?\nA: The river.\n\nAnd trains.",
        "- **Why us?** — The river.\n\n  And trains.",
        "| Question | Answer |\n|-|-|\n| Why us? | The river. |\n\nAnd trains.",
        "| # | If they ask | I say |\n|-|-|-|\n| 1 | **Why us?** | The river. |\n\nAnd trains.",
    ],
)
def test_question_is_a_heading_with_its_answer(text: str) -> None:
    draft = Draft("dossier", text)
    read = read_questions(draft, text)
    assert read == "### Why us?\n\nThe river.\n\nAnd trains."
    draft.keep("", read)
    assert draft.account().lost == ()


def test_bold_words_that_ask_nothing_are_left() -> None:
    text = "### Why?\n\n**First** I learn.\n\n```\n**Really?**\n```"
    assert read_questions(Draft("dossier", text), text) == text


def test_table_that_asks_or_answers_nothing_is_left() -> None:
    for columns in ("Question | Who", "Who | Answer"):
        text = f"| {columns} |\n|-|-|\n| Why us? | Ada |"
        assert read_questions(Draft("dossier", text), text) == text
