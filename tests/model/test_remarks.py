"""What is said below the fields of a model."""

import pytest

from dossier.model.application import Role
from dossier.model.profile import Employment
from dossier.model.remarks import remarks, split_example


def test_a_remark_is_what_stands_below_its_field_on_one_line() -> None:
    assert remarks(Role)["title"] == "The title of the posting. Example: `Senior Data Engineer`"
    assert all("\n" not in remark for remark in remarks(Role).values())


def test_what_a_base_says_of_its_fields_is_said_of_all_that_have_them() -> None:
    assert remarks(Employment)["audience"].startswith("Who may see it")


@pytest.mark.parametrize(
    ("remark", "parts"),
    [
        ("What it is. Example: `a: b`", ("What it is.", "a: b")),
        ("What it is.", ("What it is.", "")),
        ("", ("", "")),
    ],
)
def test_an_example_follows_what_a_field_is_for(remark: str, parts: tuple[str, str]) -> None:
    assert split_example(remark) == parts
