"""The names in what is written for one, and what it is shortened to."""

import pytest

from dossier.publishing.other_names import is_told_apart, names_in, shortened, without_article

HELD = {
    "Acme": (),
    "Zyxa (formerly Foobark)": ("Zyxa", "Foobark"),
    "Zyxa, formerly Foobark Inc.": ("Zyxa", "Foobark Inc."),
    "Zyxa formerly known as Foobark": ("Zyxa", "Foobark"),
    "Zyxa (ex-Foobark)": ("Zyxa", "Foobark"),
    "Zyxa f/k/a Foobark": ("Zyxa", "Foobark"),
    "Zyxa (f.k.a. Foobark)": ("Zyxa", "Foobark"),
    "Zyxa [now: Foobark]": ("Zyxa", "Foobark"),
    "Zyxa / Foobark": ("Zyxa", "Foobark"),
    "Zyxa/Foobark": ("Zyxa", "Foobark"),
    "Zyxa (Berlin)": ("Zyxa",),
    "Zyxa (formerly Foobark / Barfoo)": ("Zyxa", "Foobark", "Barfoo"),
    "Novo Nordisk A/S": (),
    "Now Foods": (),
    "Once Upon a Farm": (),
    "Exa Labs": (),
}


@pytest.mark.parametrize(("name", "held"), HELD.items(), ids=HELD)
def test_names_in_a_name(name: str, held: tuple[str, ...]) -> None:
    assert names_in(name) == (name, *held)


@pytest.mark.parametrize(
    ("core", "short"),
    [("The Zyxa", "Zyxa"), ("the Gap", "Gap"), ("Theta", ""), ("The AI", ""), ("The", "")],
)
def test_article(core: str, short: str) -> None:
    assert without_article(core) == short


@pytest.mark.parametrize(
    ("core", "short"),
    [
        ("トヨタ自動車", "トヨタ"),
        ("삼성전자", "삼성"),
        ("우리은행", ""),
        ("自動車", ""),
        ("Acme", ""),
    ],
)
def test_short_name(core: str, short: str) -> None:
    assert shortened(core) == short


def test_places_are_not_told_apart() -> None:
    assert is_told_apart("トヨタ")
    assert not is_told_apart("中国")
