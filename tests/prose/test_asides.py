"""What stands beside a text is read as statements of its own."""

import pytest

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.prose.asides import asides
from dossier.prose.passages import Passage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plain, with 5 < 6.", []),
        ("a\n\nb ![A *chart* of `x`](a.svg 'Of it') c", [(2, "A chart of x"), (2, "Of it")]),
        ("[a](b.md 'T') [](evidence:a/b#c '+1')", [(0, "T")]),
        ("One\n\n<div>\n<p>Two</p></div>", [(3, "Two")]),
    ],
)
def test_each_with_the_line_that_it_stands_in(text: str, found: list[tuple[int, str]]) -> None:
    passage = Passage(text, Audience.PUBLIC, Document("a.md", text, body=text), is_page=True)
    assert [(each.line, each.raw) for each in asides(passage)] == found


def test_a_field_has_them_too() -> None:
    source = Document("a.yml", "claim: x")
    passage = Passage("See [it](b.md 'T')", Audience.PUBLIC, source, path=("claim",))
    assert [each.raw for each in asides(passage)] == ["T"]
