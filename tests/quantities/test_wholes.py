import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens
from dossier.quantities.wholes import wholes
from tests.quantities.reading import figures


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("34 of 41 recitals", [("34", "41")]),
        ("34 of the 41 recitals", [("34", "41")]),
        ("91% of our 60 pupils", [("91%", "60")]),
        ("3 of 4, and 5 of 6", [("3", "4"), ("5", "6")]),
        ("41 of 34 recitals", []),
        ("34 recitals of 41 minutes", []),
        ("34 of 41 minutes", []),
        ("34 and 41 recitals", []),
    ],
)
def test_figure_told_of_another_is_of_it(text: str, pairs: list[tuple[str, str]]) -> None:
    found = wholes(Placed(lexicon("en"), tokens(text)), figures(text))
    assert [(part.text.strip(), whole.text.strip()) for part, whole in found] == pairs
