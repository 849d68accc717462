"""How many of how many: the part is the figure, and its scope says the whole."""

from pathlib import Path

import pytest

from dossier.claims.findings import Finding, read
from dossier.claims.judge import Judge
from dossier.cli.confirm_own import propose_figures
from dossier.importing.contradictions import _with
from dossier.importing.figures import proposed_metrics
from dossier.prose.passages import passages
from tests.importing.test_contradictions import imported

PARTS = {
    "31 of 40 seedlings since spring survived the frost.": ("seedlings survived", 31, "of 40"),
    "Grew 40 seedlings, of which 31 survived the frost": ("seedlings survived", 31, "of 40"),
    "Of 40 seedlings 31 survived": ("seedlings survived", 31, "of 40"),
    "Won 14 of the 20 tenders for roof gardens": ("tenders", 14, "of 20"),
    "Won 14 of 20 tenders (planted since)": ("tenders", 14, "of 20"),
    "Answered 300 letters, 280 of them in a week": ("letters", 280, "of 300"),
    "It was chosen for 34 of 41 recitals in the 2023 season": ("recitals", 34, "of 41"),
    "It was chosen for 34 out of 41 recitals": ("recitals", 34, "out of 41"),
    "Walked only 3 of 214 overbooked guests": ("overbooked guests", 3, "of 214"),
    "Trained 22 of 27 midwives in four months": ("midwives", 22, "of 27"),
    "37/40 candidates passed after it": ("candidates", 37, "/40"),
}


def told(claim: str) -> list[tuple[str, object]]:
    return [(str(metric["name"]), metric["value"]) for metric in proposed_metrics(claim)]


@pytest.mark.parametrize("claim", PARTS)
def test_a_part_and_its_whole_are_one_figure(claim: str) -> None:
    (metric,) = proposed_metrics(claim)
    assert (metric["name"], metric["value"], metric["scope"]) == PARTS[claim]


def test_no_part_calls_its_own_sentence_wrong(tmp_path: Path) -> None:
    for number, claim in enumerate(PARTS):
        library = imported(tmp_path / str(number), "Gardener.", [claim])
        good, bad = propose_figures(library, tuple(library.records.values()))
        assert not any(bad.values()), claim
        judged = read(Judge(_with(library, good)).judge, tuple(passages(library)))
        assert not any(isinstance(f, Finding) for each in judged for f in each.found), claim


def test_two_counts_beside_each_other_stay_two() -> None:
    assert told("Led 8 gardeners and planted 300 trees") == [("gardeners", 8), ("trees", 300)]
    assert told("Planted 300 trees. 31 of them survived") == [("trees", 300)]
