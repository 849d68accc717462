"""Words to ids."""

import pytest

from dossier.importing.ids import make_id, new_id, new_role_id
from dossier.model.ids import ID_FORM


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("Łódź Data", "lodz-data"),
        ("Applying ML to the systems of tomorrow and today", "applying-ml-systems-tomorrow-today"),
        ("C++ / Rust", "c-plus-plus-rust"),
        ("[Rust](https://x.example/y)", "rust"),
        ("x" * 300, "x" * 48),
        ("../../etc", "etc"),
        ("of the", "of-the"),
        ("…", ""),
    ],
)
def test_id_is_made_of_the_words_that_say_something(text: str, entry_id: str) -> None:
    assert make_id(text) == entry_id
    assert not entry_id or ID_FORM.fullmatch(entry_id)


def test_id_is_new() -> None:
    assert new_id("Rust", {"rust", "rust-2"}, other="row") == "rust-3"
    assert new_id("…", (), other="row") == "row"


def test_id_of_a_role_does_not_end_within_its_title() -> None:
    title = "Head of Conservation, Books and Paper (80 %)"
    assert new_role_id(title) == "head-conservation-books-paper"
    assert (
        new_role_id(title, {"head-conservation-books-paper"}) == "head-conservation-books-paper-2"
    )
