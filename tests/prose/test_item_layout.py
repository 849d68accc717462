"""An item written anew: the rest of its file stays as it is."""

import pytest

from dossier.load.front_matter import split
from dossier.model.document import Document
from dossier.prose.item_layout import with_item, without_item

TEXT = """\
# Head
evidence:
  - id: one   # first
    claim: A
    # gain: 2
    # of mine

  # for the second
  -   id: two
      claim: B
last: x
"""


def test_item_is_laid_out_anew_and_all_else_stays() -> None:
    source = Document("x.yml", TEXT, yaml=TEXT)
    assert with_item(source, ("evidence", 0), {"id": "one", "size": [1, 2]}, ["gain: 2"]) == (
        "# Head\nevidence:\n  - id: one\n    size: [1, 2]\n    # of mine\n\n  # for the second\n"
        "  -   id: two\n      claim: B\nlast: x\n"
    )
    assert with_item(source, ("evidence", 1), {"id": "two"}) == TEXT.replace(
        "  -   id: two\n      claim: B\n", "  - id: two\n"
    )


@pytest.mark.parametrize("text", ["a: [{b: 1}]\n", "a:\n- {b: 1}\n", "a:\n  -\n    b: 1\n"])
def test_item_that_cannot_be_told_for_sure_stays(text: str) -> None:
    assert with_item(Document("x.yml", text, yaml=text), ("a", 0), {"b": 2}) is None


@pytest.mark.parametrize("text", ["a: [{b: 1}, {c: 2}]\n", "a: [\n", "a: 1\n"])
def test_item_that_cannot_be_told_for_sure_is_not_taken_out(text: str) -> None:
    assert without_item(Document("x.yml", text, yaml=text), ("a", 0)) is None


def test_item_goes_with_its_comments_out_of_a_page_and_all_else_stays() -> None:
    page = f"---\n{TEXT}---\n\nBody\n"
    source, _ = split("x.md", page)
    gone = page.replace("  -   id: two\n      claim: B\n", "")
    assert without_item(source, ("evidence", 1)) == gone
    first = page.replace("  - id: one   # first\n    claim: A\n    # gain: 2\n    # of mine\n", "")
    assert without_item(source, ("evidence", 0)) == first
    alone, _ = split("x.md", "---\na:\n  - b: 1\n---\n")
    assert without_item(alone, ("a", 0)) is None, "no list of nothing"
