"""Languages in lists and in sentences."""

import pytest

from dossier.importing.spoken_languages import listed_languages, read_spoken, told_languages


@pytest.mark.parametrize(
    ("said", "language", "level"),
    [
        ("German (C1)", "German", "C1"),
        ("German - A2", "German", "A2"),
        ("Igbo: a little", "Igbo", "a little"),
        ("some Xhosa", "Xhosa", "some"),
        ("a little French", "French", "a little"),
        ("BSL Level 2", "BSL", "Level 2"),
        ("Welsh", "Welsh", None),
    ],
)
def test_an_item_names_a_language_and_how_well(said: str, language: str, level: str | None) -> None:
    spoken = read_spoken(said)
    assert (spoken["language"], spoken.get("level")) == (language, level)


def test_a_bracket_holds_any_marks_and_a_line_may_end_within_one() -> None:
    text = "English (first language), German (B2; two years there, for work), a\nlittle French"
    assert [each.get("level") for each in listed_languages(text)] == [
        *("first language", "B2; two years there, for work", "a little")
    ]
    assert listed_languages("English, and I can read maps in most weathers of the year.") == []


@pytest.mark.parametrize(
    ("sentence", "languages"),
    [
        ("I speak Welsh (native) and Yoruba (conversational)", ["Welsh", "Yoruba"]),
        ("Languages: English, some Xhosa, BSL Level 2", ["English", "Xhosa", "BSL"]),
        ("Polish (mother tongue), English (fluent), German - A2", ["Polish", "English", "German"]),
        ("Irish (fluent), British Sign Language (Level 1)", ["Irish", "British Sign Language"]),
        ("Fluent in German and Dutch", ["German", "Dutch"]),
        ("German, Dutch", []),
        ("I speak at fairs", []),
        ("Python (advanced), SQL (good) and a bit of patience", []),
        ("Drove to Wales (twice)", []),
        ("Languages: Python, and whatever comes my way", []),
    ],
)
def test_a_sentence_tells_of_languages_and_of_nothing_else(
    sentence: str, languages: list[str]
) -> None:
    assert [each["language"] for each in told_languages(sentence)] == languages


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        (
            "English and Polish (both mother tongue), enough German to read a manual",
            [
                ("English", "mother tongue"),
                ("Polish", "mother tongue"),
                ("German", "enough to read a manual"),
            ],
        ),
        (
            "Mother tongue English, I get by in Spanish; school French",
            [("English", "Mother tongue"), ("Spanish", "I get by"), ("French", "school")],
        ),
        ("German and English, both fluent", [("German", "fluent"), ("English", "fluent")]),
        ("Spanish at home, English elsewhere", [("Spanish", "at home"), ("English", "elsewhere")]),
        (
            "English, fluent; a bit of Igbo",
            [("English", "fluent"), ("Igbo", "a bit")],
        ),
        ("Klingon (fluent), English", [("Klingon", "fluent"), ("English", None)]),
        ("German, and what I picked up in Polish and Welsh chapel choirs", []),
    ],
)
def test_a_section_of_languages_says_how_well_in_any_words(
    said: str, spoken: list[tuple[str, str | None]]
) -> None:
    assert [(each["language"], each.get("level")) for each in listed_languages(said)] == spoken
