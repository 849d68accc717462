import pytest

from dossier.quantities.leading import is_led
from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it cost 88 on a budget of 74", False),
        ("the budget was 88, it cost 74", True),
        ("within the budget at 88 instead of 74", False),
        ("under our budget we took 88 of 74", False),
        ("88 budget, 74 cost", True),
        ("in 2021 it stood at 88, later at 74", True),
        ("in all it stood at 88, in 2021 at 74", False),
    ],
)
def test_words_lead_to_the_figure_behind_them(text: str, expected: bool) -> None:  # noqa: FBT001
    found, words = tokens(text), lexicon("en")
    one, two = (f for f in quantities(text, found, words) if f.number in (88, 74))
    comma = next((n for n, t in enumerate(found) if t.text == ","), len(found))

    def part(place: int) -> tuple[int, int]:
        return (0, comma) if place < comma else (comma, len(found))

    placed = Placed(words, found)
    assert is_led(placed, part, {"budget", "2021"}, one, two) is expected
