"""What is denied may not be the value, and what is claimed in its place has to be."""

import pytest

from dossier.claims.context import Context
from dossier.claims.contrasts import wrong_contrast
from dossier.quantities.nearness import candidates
from tests.claims.saying import sentence

YIELD = "id: precision, name: first-pass yield, value: 91, unit: '%', before: 73"


@pytest.mark.parametrize(
    ("text", "denied", "claimed", "wrong"),
    [
        ("not 91% but 99%", 0, 1, "99%"),
        ("not 73% but 99%", 0, 1, "99%"),
        ("73%, not 91%", 1, 0, "73%"),
        ("not 91%", 0, None, "91%"),
        ("not 73% but 91%", 0, 1, None),
        ("91%, not 73%", 1, 0, None),
        ("not 73%", 0, None, None),
    ],
)
def test_value_is_not_denied(
    text: str, denied: int, claimed: int | None, wrong: str | None
) -> None:
    read = sentence(f"The first-pass yield is {text}", YIELD)
    figures = read.figures
    near = candidates(read.placed, read.hits, figures[0].first, figures[-1].last, [])
    told = figures[claimed] if claimed is not None else None
    found = wrong_contrast(Context(read), told, figures[denied], near)
    assert (found[0].text if found else None) == wrong


def test_value_that_is_denied_needs_no_name_where_its_record_is_spoken_of() -> None:
    read = sentence("In this first pass we had 99%, not 91%", YIELD)
    claimed, denied = read.figures
    found = wrong_contrast(Context(read), claimed, denied, [])
    assert found is not None
    assert found[0] is claimed
