import pytest

from dossier.quantities.factuality import is_denied, is_planned, is_quoted
from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens
from tests.quantities.reading import one


@pytest.mark.parametrize(
    ("text", "denied", "planned", "quoted"),
    [
        ("it has 12 parts", False, False, False),
        ("it has not 12 parts", True, False, False),
        ("it lost nobody at all in 12 parts", False, False, False),
        ("nothing is known of 12 parts", True, False, False),
        ("not in 12 parts", True, False, False),
        ("97% of the owners would pay", False, False, False),
        ("97% of the cost would be paid", False, True, False),
        ("it would have 12 parts", False, True, False),
        ("if asked: 12 parts", False, False, False),
        ("I have 12 parts and would stay", False, False, False),
        ('she said "12 parts"', False, False, True),
        ('I said "12 parts"', False, False, False),
    ],
)
def test_what_is_no_fact(text: str, *, denied: bool, planned: bool, quoted: bool) -> None:
    found = tokens(text)
    placed, figure = Placed(lexicon("en"), found), one(text)
    assert is_denied(placed, figure, 0, len(found)) is denied
    assert is_planned(placed, figure, len(found)) is planned
    assert is_quoted(placed, figure) is quoted
