from dossier.render.shortening import LENGTH, first_words


def test_beginning_of_a_text_names_it() -> None:
    for text, expected in {
        "Cut  the build\n time to 6 min": "Cut the build time to 6 min",
        "Cut remakes and non-tolerances of the practice from 6.2% to 2.4% of dispenses": (
            "Cut remakes and non-tolerances of the practice from 6.2% …"
        ),
        "Wrote it all anew for the two sites of the group, which have since 2019 been one": (
            "Wrote it all anew for the two sites of the group, which have …"
        ),
        "Wrote it all anew for the sites of the group, as they had 2024 2025 2026 2027 wanted": (
            "Wrote it all anew for the sites of the group, as they …"
        ),
        "x" * LENGTH: "x" * LENGTH,
        "x" * (LENGTH + 1): f"{'x' * LENGTH}…",
        "": "",
    }.items():
        assert first_words(text) == expected
