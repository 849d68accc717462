"""Reach is claimed where a record speaks of it, and nowhere else."""

import pytest

from tests.builders import edited, problems_of

RECORDS = "content/evidence/qortex.yml"
HOME = "content/index.md"


@pytest.mark.parametrize(
    ("claim", "is_told"), [("Learned weights retrieve", True), ("Adopted weights retrieve", False)]
)
def test_reach_that_a_cited_record_tells_is_backed(claim: str, *, is_told: bool) -> None:
    files = edited(RECORDS, "Learned weights retrieve", claim)
    files[HOME] = "---\ntitle: Ada\n---\n[It](evidence:qortex/gain) was widely adopted.\n"
    told = [p for p in problems_of(files) if p.endswith("[reach-unbacked]")]
    said = f"{HOME}:4:32: warning: no record cited here says `widely adopted` [reach-unbacked]"
    assert told == [said] * is_told
