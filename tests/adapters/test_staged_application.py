"""A dossier as plain Markdown: its sections, and its rows once."""

from pathlib import Path

import pytest

from tests.adapters.test_staged import tree
from tests.builders import APPLICATION

OPEN = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")


ROWS = "| Asked for | What shows it | Match |"


def dossier(root: Path, text: str) -> str:
    files = {"content/applications/acme/index.md": text}
    return tree(root, files)["applications/acme/index.md"]


def test_open_dossier_shows_its_shared_part(tmp_path: Path) -> None:
    assert dossier(tmp_path, OPEN) == (
        '---\ntitle: "Acme"\n---\n\n# Acme\n\nSenior ML Engineer\n\n- Senior ML Engineer\n\n'
        "## Pitch\n\nI built [a learned ranker](../../projects/qortex.md#qortex/gain).\n\n"
        f"{ROWS}\n| --- | --- | --- |\n"
        '| <a id="proof-ranking"></a>Rankers that learn | '
        "I built [a learned ranker](../../projects/qortex.md#qortex/gain) "
        "[qortex/gain](../../projects/qortex.md#qortex/gain) | Direct |\n\n"
        "Senior ML Engineer: 100% (1 covered of 1).\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        OPEN,
        OPEN.replace("## Pitch", "## Intro { audience=shared }"),
        OPEN.replace("## Notes", "## Proof points\n\nText\n\n## Notes"),
        OPEN.replace("## Notes", "## Proof points\n\n```proof-points\n```\n\n## Notes"),
        OPEN.replace("## Notes", "## More { audience=shared }\n\n```proof-points\n```\n\n## Notes"),
        OPEN.partition("## Pitch")[0],
    ],
    ids=["pitch", "no pitch", "own section", "directive", "directive elsewhere", "no prose"],
)
def test_rows_are_drawn_once(tmp_path: Path, text: str) -> None:
    assert dossier(tmp_path, text).count(ROWS) == 1


def test_cells_hold_no_bars(tmp_path: Path) -> None:
    text = OPEN.replace("Rankers that learn", "A | B").replace(
        "strength: direct", "strength: direct\n    quote: C | D"
    )
    (row,) = [line for line in dossier(tmp_path, text).splitlines() if "proof-ranking" in line]
    assert row.count(" | ") == 2
    assert "A &#124; B “C &#124; D”" in row


def test_a_section_that_says_nothing_is_left_out(tmp_path: Path) -> None:
    assert "## Why" not in dossier(tmp_path, OPEN.replace("## Notes", "## Why\n\n## Notes"))
