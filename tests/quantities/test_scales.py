"""Amounts of money as people write them."""

from dossier.quantities.lexicon import lexicon
from dossier.quantities.reader import quantities
from dossier.quantities.scales import is_currency
from dossier.quantities.tokens import tokens


def test_a_scale_counts_for_both_ends_of_a_range_and_as_germans_write_it() -> None:
    told = {
        "€1.2-1.4m": ("money:EUR", (1_200_000, 1_400_000)),
        "EUR 1.2\N{EN DASH}1.4m": ("money:EUR", (1_200_000, 1_400_000)),
        "€1.2m-1.4m": ("money:EUR", (1_200_000, 1_400_000)),
        "2.4 Mio EUR": ("money:EUR", (2_400_000,)),
        "EUR 2.4 Mio.": ("money:EUR", (2_400_000,)),
        "1.5 Mrd. EUR": ("money:EUR", (1_500_000_000,)),
        "2-3 m": ("length", (2, 3)),
    }
    for text, expected in told.items():
        (found,) = quantities(text, tokens(text), lexicon("en"))
        assert (found.kind, tuple(map(int, found.values))) == expected, text


def test_signs_and_codes_of_money_are_currencies() -> None:
    assert [text for text in ("€", "EUR", "m", "M", "kg", "eur") if is_currency(text)] == [
        "€",
        "EUR",
    ]
