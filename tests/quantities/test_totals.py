import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.placed import Placed
from dossier.quantities.tokens import tokens
from dossier.quantities.totals import is_total_of, totals
from dossier.quantities.vocabulary import Hit


def read(text: str, language: str = "en") -> tuple[Placed, list[str]]:
    placed = Placed(lexicon(language), tokens(text))
    return placed, [f.text for f in totals(placed, ((0, len(placed.tokens)),))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Every pupil passed", ["Every pupil"]),
        ("We had no loud errors at all", ["no loud errors"]),
        ("We had no errors", []),
        ("We had no luck at all", []),
        ("We had five errors at all hours", []),
        ("All our pupils passed", ["All our pupils"]),
        ("Each of our pupils passed", ["Each of our pupils"]),
        ("In March all pupils passed", ["all pupils"]),
        ("Errors were eliminated", ["eliminated"]),
        ("It eliminates errors", ["eliminates"]),
        ("In all schools pupils passed", []),
        ("We asked every pupil", []),
        ("Every year pupils passed", []),
        ("Every second pupil passed", []),
        ("Every two pupils passed", []),
        ("All but some pupils passed", []),
        ("After all it was fine", []),
        ("Errors were almost eliminated", []),
        ("Errors were all but eliminated", []),
        ("Errors were largely eliminated", []),
        ("How to eliminate errors", []),
    ],
)
def test_what_is_told_of_all_is_found(text: str, found: list[str]) -> None:
    assert read(text)[1] == found


def test_another_language_has_none() -> None:
    assert read("All pupils passed", "de")[1] == []


@pytest.mark.parametrize(
    ("text", "name", "is_meant"),
    [
        ("Every pupil passed", "passed", True),
        ("Every pupil passed in March", "passed", True),
        ("Every pupil passed in May", "passed", False),
        ("Every pupil who passed", "passed", False),
        ("Every pass counts", "pass", False),
        ("All tools returned are oiled", "returned", False),
        ("We eliminated errors", "errors", True),
        ("There were no errors at all", "errors", True),
        ("In march we had no errors at all.", "errors", True),
        ("In May we had no errors at all.", "errors", False),
        ("Last year we had no errors at all", "errors", False),
        ("Since 2023 we had no errors at all", "errors", False),
        ("We had no loud errors at all", "errors", False),
        ("We had no errors at all in May", "errors", False),
        ("We eliminated all the errors", "errors", True),
        ("The errors were eliminated", "errors", True),
        ("We eliminated most errors", "errors", False),
        ("We eliminated errors caused by haste", "errors", False),
        ("We eliminated errors on ward 3", "errors", False),
        ("We eliminated waiting rooms", "waiting", False),
    ],
)
def test_name_of_which_it_is_told_stands_beside_it(text: str, name: str, *, is_meant: bool) -> None:
    placed, _ = read(text)
    (total,) = totals(placed, ((0, len(placed.tokens)),))
    place = next(n for n, token in enumerate(placed.tokens) if token.low == name)
    hit = Hit(place, place + 1, (name,), 1)
    assert is_total_of(placed, total, hit, frozenset({"march"})) is is_meant
