"""`docs/fields.md` is what the models say."""

from dossier.model.field_guide import field_notes
from dossier.model.field_page import field_page
from tests.builders import REPOSITORY

FILE = REPOSITORY / "docs" / "fields.md"


def test_the_page_in_the_repository_is_that_of_the_models() -> None:
    assert FILE.read_text(encoding="utf-8") == field_page(), "dossier help --write docs/fields.md"


def test_every_field_has_a_row_or_is_said_to_be_like_another() -> None:
    page = field_page()
    for note in field_notes():
        assert f"| `{note.key}` | {note.purpose}" in page, note.path
        if note.model:
            assert f"\n### {note.path}\n" in page


def test_every_row_has_five_cells() -> None:
    rows = [line for line in field_page().splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {6}
