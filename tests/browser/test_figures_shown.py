"""What a page counts is what it shows, and a figure reads the same wherever it stands."""

import re
from collections import Counter

import pytest

from tests.browser.sites import SITES
from tests.browser.visits import Survey, each_survey

pytestmark = pytest.mark.browser

STATES = {
    "direct": "covered",
    "strong": "covered",
    "moderate": "partial",
    "weak": "weak",
    "none": "missing",
}
"""What a row of a strength counts as, unless it says otherwise."""

TOLD = {"gap": "missing", "claimed": "claimed only", "accepted": "waived"}
"""How states are called whose names differ from their words."""
WORDS = ("covered", "partial", "weak", "missing", "stale", "claimed only", "waived")
SPOKEN = re.compile(rf"(\d+) ({'|'.join(WORDS)})")


def expected(rows: list[dict[str, str]], title: str) -> Counter[str]:
    """Count the rows of a role by what they say of themselves."""
    counted: Counter[str] = Counter()
    for row in rows:
        if row["roles"] and title not in row["roles"]:
            continue
        said = [note.partition(":")[0].strip().lower() for note in row["caveats"]]
        waived = ["waived" for note in row["waived"] if note.startswith("Waived:")]
        marked = [TOLD.get(row["mark"], row["mark"])] if row["mark"] else []
        counted[(waived or marked or said or [STATES[row["strength"]]])[0]] += 1
    return counted


@each_survey("shipped-private", "hostile-private", "hostile-public")
def test_ring_tally_and_rows_agree(survey: Survey) -> None:
    rings = 0
    for address, page in survey.figures.items():
        if not address.startswith("/applications/"):
            continue
        for role in page["roles"]:
            counted = expected(page["rows"], role["title"])
            if not page["rows"]:
                assert role["segments"] == []
                continue
            rings += 1
            tally: Counter[str] = Counter()
            for state, number in role["tally"]:
                tally[TOLD.get(state, state)] += number
            assert +tally == counted, f"{address} {role['title']}"
            arcs = len(counted) if counted.total() > 20 else counted.total()
            assert len(role["segments"]) == arcs
            if address.endswith("/preview/"):
                assert role["label"] == "", "the words beside the ring say all"
                continue
            spoken = SPOKEN.findall(role["label"].partition(";")[0])
            assert {word: int(n) for n, word in spoken} == counted, role["label"]
            assert role["label"].startswith(f"Coverage {role['text']}: ")
    assert rings >= 2


@each_survey(*SITES)
def test_figures_read_as_in_their_record(survey: Survey) -> None:
    records: dict[str, list[str]] = {}
    for page in survey.figures.values():
        records |= dict(page["cards"])
    shown = [
        (address, target, values)
        for address, page in survey.figures.items()
        for target, values in page["elsewhere"]
    ]
    assert len(shown) > 20
    assert [
        f"{address} shows {values}, {target} has {records.get(target)}"
        for address, target, values in shown
        if not set(values) <= set(records.get(target, ()))
    ] == []
