import pytest

from dossier.quantities.hiding import without_figures


@pytest.mark.parametrize(
    "text",
    [
        "Loads take 11 min, down from 95",
        "Cut by half, from twenty to ten, +22% in Q3 of 2026-02",
        "16K lines, v1.4.0, 3.9x faster, 1,000 users and 1 000 more",
        "two of three clinics",
        "٣ clinics",
    ],
)
def test_no_number_is_left(text: str) -> None:
    hidden = without_figures(text, "en")
    assert not any(sign.isdigit() for sign in hidden)
    assert not {"half", "twenty", "ten", "two", "three"} & set(hidden.split())
    assert "…" in hidden


def test_words_stay() -> None:
    assert without_figures("Loads that repair themselves", "en") == "Loads that repair themselves"
