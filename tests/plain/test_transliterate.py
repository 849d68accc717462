import pytest

from dossier.plain.transliterate import transliterations, without_accents


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Acme", ("Acme",)),
        ("Łódź", ("Lodz",)),
        ("Müller", ("Muller", "Mueller")),
        ("Mu\u0308ller", ("Muller", "Mueller")),
        ("Åse", ("Ase", "Aase")),
        ("Яндекс", ("Yandeks",)),
        ("アクメ", ("akume",)),
    ],
)
def test_a_word_in_latin_letters(text: str, ways: tuple[str, ...]) -> None:
    assert transliterations(text) == ways


@pytest.mark.parametrize(
    ("text", "bare"), [("Acme", "Acme"), ("Nestlé", "Nestle"), ("が한ｆ", "が한ｆ")]
)
def test_accents_go_and_letters_of_other_scripts_stay(text: str, bare: str) -> None:
    assert without_accents(text) == bare
