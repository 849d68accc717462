from decimal import Decimal

import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.tokens import tokens
from dossier.quantities.unit_reading import measure_at, unit_at


@pytest.mark.parametrize(
    ("text", "kind", "factor", "end"),
    [
        ("4 per mille", "%", "0.1", 3),
        ("4 per thousand.", "%", "0.1", 3),
        ("4 per thousand of the planks", "%", "0.1", 3),
        ("4 per thousand planks", None, "0", 1),
        ("4 per thousand old planks", None, "0", 1),
        ("4 per cent", "%", "1", 3),
        ("4 square metres", "area", "1", 3),
        ("4 m3", "volume", "1000", 3),
        ("4 planks", None, "0", 1),
        ("4", None, "0", 1),
    ],
)
def test_unit_behind_a_number_is_read(text: str, kind: str | None, factor: str, end: int) -> None:
    unit, after = unit_at(tokens(text), 1, lexicon("en"))
    assert (unit.kind if unit else None, unit.factor if unit else 0, after) == (
        kind,
        Decimal(factor),
        end,
    )


@pytest.mark.parametrize(
    ("text", "factor", "measured"),
    [
        ("4 working hours", 3600, "working hours"),
        ("4 man-days", 86400, "man-days"),
        ("4 working hens", 0, ""),
        ("4 Working hours", 0, ""),
        ("4 days hours", 0, ""),
        ("4, hours", 0, ""),
        ("4 working", 0, ""),
        ("4", 0, ""),
    ],
)
def test_unit_may_stand_behind_a_word_that_says_which(
    text: str, factor: int, measured: str
) -> None:
    unit, said = measure_at(tokens(text), 1)
    assert (unit.factor if unit else 0, said) == (factor, measured)
