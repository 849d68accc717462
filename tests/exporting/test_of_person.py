"""Years of work are told of the person, and under no project."""

from dossier.exporting.compose import compose_resume
from dossier.exporting.of_person import is_of_person
from tests.exporting.recipients import recipient, with_text

DOSSIER = "content/applications/acme/index.md"
OWN = (
    "Twelve years in the trade.",
    "For over 25 years I have repaired pumps.",
    "I have 12 years of experience.",
    "15+ years as a nurse",
)
OTHERS = (
    "The plant ran 3 years in production.",
    "Three months of work.",
    "One year passed without a leak.",
    "Twelve years in [it](evidence:qortex/gain).",
    "",
)


def test_years_of_work_are_of_the_person() -> None:
    assert [claim for claim in OWN if not is_of_person(claim, "en")] == []
    assert [claim for claim in OTHERS if is_of_person(claim, "en")] == []


def test_they_stand_in_the_summary_without_the_figures_of_a_record() -> None:
    claim = "claim: I built [a learned ranker](evidence:qortex/gain)"
    resume = compose_resume(recipient(with_text(DOSSIER, (claim, f"claim: {OWN[0]}"))))
    assert resume.summary.text == f"I built a learned ranker. {OWN[0]}"
    assert resume.projects == ()
