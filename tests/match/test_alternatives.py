"""What a posting asks for in a list."""

from time import process_time

import pytest

from dossier.match.alternatives import either, examples, needed, parts_of
from dossier.match.asks import stem_words, stems


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("Maker's course (Steinway, Yamaha or similar)", ("Steinway", "Yamaha")),
        ("A ledger such as Sage, Xero or an equivalent; Excel", ("Sage", "Xero")),
        ("Weaving (by hand)", ("by hand",)),
        ("Weaving", ()),
    ],
)
def test_what_a_bracket_lists_would_do_each(item: str, names: tuple[str, ...]) -> None:
    assert examples(item) == names


@pytest.mark.parametrize(
    ("item", "ways"),
    [
        ("Arabic, Somali, or French speakers", ("Arabic", "Somali", "French")),
        ("A bus or a tram", ("bus", "tram")),
        ("A concert hall or similar", ()),
        ("or", ()),
        ("Looms; or", ()),
    ],
)
def test_ways_are_single_words_around_or(item: str, ways: tuple[str, ...]) -> None:
    assert either(item) == ((ways,) if ways else ())


@pytest.mark.parametrize("part", ["a", "a, ", "A.", "Aa", "a or ", "(", "such as "])
def test_long_texts_cost_no_more_than_their_length(part: str) -> None:
    began = process_time()
    for text in (part * 20_000, part * 20_000 + " or"):
        either(text)
        parts_of(text)
    assert process_time() - began < 4


def test_of_what_is_parted_by_or_one_is_enough() -> None:
    item = "Training or mentoring of staff (Sage, Xero or similar)"
    assert either(item) == (("Sage", "Xero"), ("Training", "mentoring"))
    asked = stem_words(item)
    left = needed(item, asked, {*stems("mentor sage")})
    assert set(asked) - set(left) == stems("training Xero")
    assert needed(item, asked, set()) == asked, "nothing is said: all of it is asked for"


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        (
            "Experience of restringing, pinblocks and hammer fitting",
            ("restringing", "pinblocks", "hammer fitting"),
        ),
        ("Knowledge of LOLER and PUWER", ("LOLER", "PUWER")),
        ("Organise trips and visits", ()),
        ("Plan, keep and hold a schedule", ()),
        ("Weave carpets", ()),
    ],
)
def test_a_list_has_parts_that_each_say_something(item: str, parts: tuple[str, ...]) -> None:
    assert parts_of(item) == parts
