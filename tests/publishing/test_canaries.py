"""The words that are searched for: nobody else's, and in no public text."""

from pathlib import Path

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


def test_words_of_a_rich_site_are_derived(tmp_path: Path) -> None:
    private, public = views(write_site(tmp_path, {**MINIMAL, **RICH}))
    words = canaries_of(private, public, (), OWN)
    assert {"quokkafoxhiddentitle", "quokkafoxothername"} <= {*words}
    assert not [word for word in words if "wombatowl" in word]
