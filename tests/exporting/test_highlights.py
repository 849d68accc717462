"""What is told of each project."""

import pytest

from dossier.exporting.highlights import highlights
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient, with_text

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
MORE = """\
  - id: cost
    claim: Learning is cheap.
    kind: benchmark
    check: rerun
    metrics:
      - {id: time, name: median time, value: 0.02, unit: ms, baseline: none, scope: per query}
      - {id: peak, name: peak, value: 3, unit: ms, baseline: none, scope: per query}
    source: {label: Report}
  - {id: plan, claim: Soon, kind: code, check: inspect, status: planned, source: {label: Plan}}
"""
RANKER = "I built a learned ranker: precision +22% (20 concepts)"
FILES = MINIMAL | {RECORDS: MINIMAL[RECORDS] + MORE}


def told(*changes: tuple[str, str]) -> list[str]:
    files = FILES | {DOSSIER: with_text(DOSSIER, *changes)[DOSSIER]}
    found = highlights(recipient(files))
    assert set(found) <= {"qortex"}
    return [statement.text for statement in found.get("qortex", ())]


def emphasis(*names: str) -> tuple[str, str]:
    items = "".join(f"- [x](evidence:{name})\n" for name in names)
    return "## Notes\n", f"## Emphasis\n\n{items}\n## Notes\n"


@pytest.mark.parametrize("strength", ["weak", "none"])
def test_a_row_that_is_hardly_shown_is_not_told(strength: str) -> None:
    assert told() == [RANKER]
    assert told(("strength: direct", f"strength: {strength}\n    note: Little")) == []


def test_a_record_that_is_emphasized_tells_its_own_and_stands_where_it_is_named() -> None:
    cost = "Learning is cheap: median time 0.02\u00a0ms and peak 3\u00a0ms against none (per query)"
    assert told(emphasis("qortex/cost")) == [cost, RANKER]
    assert told(emphasis("qortex/gain", "qortex/cost")) == [RANKER, cost]


def test_what_shows_nothing_yet_is_not_told() -> None:
    assert told(emphasis("qortex/plan")) == [RANKER]
    assert told(("[qortex/gain]", "[qortex/plan]")) == []


def test_a_row_without_a_claim_tells_those_of_its_records() -> None:
    claim = "    claim: I built [a learned ranker](evidence:qortex/gain)\n"
    assert told((claim, "")) == [
        "Learned weights retrieve better than cosine similarity: precision +22% (20 concepts)"
    ]
