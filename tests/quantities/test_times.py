import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.times import told_time
from dossier.quantities.tokens import tokens
from tests.quantities.reading import figures


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("14 now, 9 before", ["now", "earlier"]),
        ("it was 14 and is now 9", ["earlier", "now"]),
        ("before that we needed some slow 14", ["earlier"]),
        ("now, was 14", ["earlier"]),
        ("it takes 14", [""]),
        ("14 after the change", ["now"]),
        ("91% after 12 months, 66%", ["", "", ""]),
        ("91% within nearly 12 months, 66%", ["", "", ""]),
    ],
)
def test_words_say_when_a_figure_held(text: str, times: list[str]) -> None:
    read, placed = figures(text), Placed(lexicon("en"), tokens(text))
    assert [told_time(placed, read, figure) for figure in read] == times
