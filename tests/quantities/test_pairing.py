from dossier.quantities.lexicon import lexicon
from dossier.quantities.pairing import Pair, pairs
from dossier.quantities.placed import Placed
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token, tokens
from tests.quantities.reading import figures


def read(text: str, *heads: str) -> list[Pair]:
    found = figures(text)

    def head(figure: Quantity) -> tuple[Token, ...]:
        return tokens(heads[found.index(figure)])

    return list(pairs(Placed(lexicon("en"), tokens(text)), found, head if heads else None))


def test_times_make_a_pair_that_nothing_joins() -> None:
    (pair,) = read("Packing time: it had been 14 minutes and is now 9")
    assert (pair.old.text, pair.new.text, pair.is_joined) == ("14 minutes", "9", False)


def test_a_difference_before_a_pair_is_none_of_it() -> None:
    (pair,) = read("Packing time fell by 5 minutes, from 14 to 9")
    assert [pair.old.text, pair.new.text] == ["14", "9"]


def test_heads_of_columns_make_a_pair() -> None:
    assert read("Packing | 14 minutes | 9 minutes") == []
    (pair,) = read("Packing | 14 minutes | 9 minutes", "Before", "Now")
    assert (pair.old.text, pair.new.text, pair.is_new_first) == ("14 minutes", "9 minutes", False)


def test_two_things_are_no_pair() -> None:
    assert read("48 readings from 20 sensors") == []
    assert read("22% from 5 minutes") == []
