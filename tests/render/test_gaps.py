"""Gaps: drawn once, each with its framing."""

from pathlib import Path

import pytest

from tests.render.fixtures import draw_dossier, row, section

GAPS = [
    {
        "id": "one",
        "about": "a",
        "gap": "No *Rust*",
        "framing": "Say [so](evidence:qortex/gain)",
        "severity": "major",
    },
    {"id": "two", "about": "new-york", "gap": "Far away"},
]


@pytest.mark.parametrize(
    ("body", "within"),
    [
        ("## Pitch\n\np\n", "Gaps"),
        ("## Gap analysis\n\nText\n\n## Pitch\n\np\n", "Gap analysis"),
        ("## Notes\n\n```gaps\n```\n\n## Gaps\n\nText\n", "Notes"),
        ("## Gaps\n\n```gaps\n```\n", "Gaps"),
    ],
    ids=["at the end", "in their section", "where a directive says", "directive in their section"],
)
def test_gaps_are_drawn_once(body: str, within: str, tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, body, gaps=GAPS)
    assert len(page.all("ul.ev-gaps")) == 1
    assert section(page, within).has("ul.ev-gaps")


def test_gap_says_what_it_is_about_and_how_to_speak_of_it(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, gaps=GAPS, proof_points=[row("a", requirement="Some *Rust*")])
    one, two = page.one("ul.ev-gaps").all("li")
    assert one.texts("p") == ["No Rust", "Major, about Some Rust", "Say so (repeatable)"]
    assert one.links() == {
        "Some Rust": "#proof-a",
        "so": "../../projects/qortex/#qortex/gain",
    }
    assert two.texts("p") == ["Far away", "Minor, about new york", "No framing yet."]
    assert two.links() == {}


def test_dossier_without_gaps_draws_none(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Gaps\n\nNone yet.\n\n```gaps\n```\n")
    assert not page.has("ul.ev-gaps")
    assert section(page, "Gaps").text == "None yet."
