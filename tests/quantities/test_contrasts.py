import pytest

from dossier.quantities.contrasts import claimed_for, is_contrasted
from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens
from tests.quantities.reading import figures


@pytest.mark.parametrize(
    ("text", "denied", "claimed"),
    [
        ("it is not 5% but 9%", ["5%"], ["9%"]),
        ("it is not 5%: it is 9%", ["5%"], ["9%"]),
        ("it is 9%, not 5%", ["5%"], ["9%"]),
        ("it isn't 5%, it is 9%", ["5%"], ["9%"]),
        ("it took 9 minutes rather than 5", ["5"], ["9 minutes"]),
        ("9% of the 64 boats sank, not 5%", ["5%"], ["9%"]),
        ("it is not 5%", ["5%"], [None]),
        ("it is not 5% of 40 kg", ["5%"], [None]),
        ("it is not under 5% but 9%", [], []),
        ("it is 5% and not bad", [], []),
        ("No 5 is alive", [], []),
    ],
)
def test_a_denial_before_a_figure_has_another_claimed_for_it(
    text: str, denied: list[str], claimed: list[str | None]
) -> None:
    read, placed = figures(text), Placed(lexicon("en"), tokens(text))
    found = [n for n, figure in enumerate(read) if is_contrasted(placed, figure)]
    instead = [claimed_for(placed, read, n) for n in found]
    assert [read[n].text for n in found] == denied
    assert [None if n is None else read[n].text for n in instead] == claimed
