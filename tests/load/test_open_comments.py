"""Where a comment begins that never ends."""

import pytest

from dossier.load.open_comments import open_comments
from dossier.model.document import Document

OPEN = {
    "a\n\n<!-- b\n\nc": [3],
    "a <!-- b\nc": [1],
    "a <!-- b --!>\nc": [1],
    "- a\n- b <!-- c": [2],
}
CLOSED = ("a <!-- b --> c", "<!-- a\n\nb -->\nc", "`<!-- a`", "    <!-- a", "a --> b")


@pytest.mark.parametrize("text", OPEN)
def test_a_comment_without_an_end_is_told_at_its_line(text: str) -> None:
    found = open_comments(Document("about.md", body=text))
    assert [(problem.code, problem.where.line) for problem in found] == [
        ("markdown-open", line) for line in OPEN[text]
    ]


def test_what_ends_or_is_code_is_no_fault() -> None:
    assert [text for text in CLOSED if open_comments(Document("about.md", body=text))] == []
