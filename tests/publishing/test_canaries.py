"""The words that are searched for: nobody else's, and in no public text."""

from pathlib import Path

import pytest

from dossier.publishing.canaries import canaries_of
from tests.builders import MINIMAL, write_site
from tests.canaries import RICH
from tests.publishing.fixtures import OWN, views


def test_canaries_are_names_facts_and_phrases_that_no_public_text_holds(tmp_path: Path) -> None:
    acme = MINIMAL["content/applications/acme/index.md"].replace(
        "company: Acme\n",
        "company: Northwind\naliases: [Nord, qortex, Wind of the North]\n"
        'next: {do: Call them}\nevents: [{date: 2026, what: x, note: "+49 30 1234567"}]\n',
    )
    files = MINIMAL | {"content/applications/acme/index.md": acme}
    private, public = views(write_site(tmp_path, files))
    assert tuple(canaries_of(private, public, (), OWN)) == (
        "+49 30 1234567",
        "I built [a learned ranker](evidence:qortex/gain)",
        "Linguistics",
        "Northwind",
        "Put the figure first",
        "Rankers that learn",
        "Senior ML Engineer",
        "Wind of the North",
        "a learned ranker",
        "ada@example.org",
    )
    assert "Northwind" not in canaries_of(private, public, ["NORTHWIND"], OWN)


@pytest.mark.parametrize(("audience", "is_private"), [("public", False), ("shared", True)])
def test_a_record_of_a_study_that_all_may_know_says_nothing_else(
    audience: str, tmp_path: Path, *, is_private: bool
) -> None:
    claim = "CAP Cuisine, CFA Rennes, 2014"
    files = {
        "content/profile.yml": "name: Ada\neducation: [{degree: CAP Cuisine, institution: "
        f"CFA Rennes, to: 2014, audience: {audience}}}]\n",
        "content/evidence/cv.yml": f"evidence: [{{id: cap, claim: '{claim}', kind: credential, "
        "check: inspect, audience: shared, source: {label: Certificate}}]\n",
    }
    private, public = views(write_site(tmp_path, MINIMAL | files))
    assert (claim in canaries_of(private, public, (), OWN)) is is_private


def test_words_of_a_rich_site_are_derived(tmp_path: Path) -> None:
    private, public = views(write_site(tmp_path, {**MINIMAL, **RICH}))
    words = canaries_of(private, public, (), OWN)
    assert {"quokkafoxhiddentitle", "quokkafoxothername"} <= {*words}
    assert not [word for word in words if "wombatowl" in word]
