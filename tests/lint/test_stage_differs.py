"""A status that events contradict, and what would cure it."""

import pytest

from dossier.lint.stage_differs import RULE
from tests.builders import AS_OF, edited, found_by
from tests.claims.saying import library_of

DOSSIER = "content/applications/acme/index.md"
SENT = "{date: 2026-02-01, what: applied}"


@pytest.mark.parametrize(
    ("status", "ahead", "cure"),
    [
        ("drafting", "", "remove `status:`, because events decide"),
        ("offer", "", "remove `status:`, or write down the event that it stands for"),
        (
            "interviewing",
            ", {date: 2026-04-01, what: interview}",
            "`interview`, 1 Apr 2026, is still",
        ),
        ("offer", ", {date: 2026-04-01, what: interview}", "remove `status:`, or write down"),
    ],
)
def test_cure_is_that_of_the_event_that_the_status_stands_for(
    status: str, ahead: str, cure: str
) -> None:
    listed = f"status: {status}\nevents: [{SENT}{ahead}]\n"
    files = edited(DOSSIER, "lead: ml-engineer\n", f"lead: ml-engineer\n{listed}")
    (problem,) = found_by(RULE, library_of(files), AS_OF)
    assert problem.message.endswith("the dossier is applied: `applied`, 1 Feb 2026")
    assert problem.hint.startswith(cure)
