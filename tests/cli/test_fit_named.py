"""What a line names of all that its author has."""

from __future__ import annotations

from dossier.cli.fit_named import named_in, says_words
from dossier.cli.fit_table import proposed
from dossier.load.assemble import assemble
from dossier.match.triage import triage
from dossier.model.audience import Audience
from tests.builders import AS_OF, tree_of
from tests.cli.test_fit_table import FILES, listed


def test_a_line_of_which_a_part_names_nothing_names_nothing() -> None:
    (row,), library = listed("# Weaver\n\n## Requirements\n\n- Mended hand looms, cats to feed\n")
    told = {
        said: [answer.record for answer in named_in(said, row, library)]
        for said in (
            "cats and looms",
            "a cats",
            "b, cats",
            "cats and silk",
            "2 40",
            "ac",
            "2-90",
            ",",
        )
    }
    both = ["mill/cats", "mill/looms"]
    assert told == {
        "cats and looms": both,
        "a cats": [],
        "b, cats": ["mill/cats"],
        "cats and silk": [],
        **{said: [] for said in ("2 40", "ac", "2-90", ",")},
    }


def test_what_has_no_letter_is_no_sentence() -> None:
    assert [says_words(said) for said in ("2 6", "100 %", "é", "4 years")] == [
        False,
        False,
        True,
        True,
    ]


def test_a_job_is_named_with_its_years_where_years_are_asked_for() -> None:
    jobs = (
        "{employer: Mill, title: Mender, from: 2020-10, to: present}",
        "{employer: Loft, title: Locum, from: 2019-02, to: 2020-08}",
    )
    files = {**FILES, "content/profile.yml": f"name: Ada\nwork: [{', '.join(jobs)}]\n"}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    text = "# Weaver\n\n## Requirements\n\n- Five years with looms\n- Looms\n"
    rows = [proposed({"strength": None}, ask, AS_OF) for ask in triage(text, library, AS_OF)]
    told = [[answer.text for answer in named_in("mender, locum", row, library)] for row in rows]
    with_years = [
        "5 years of work since Oct 2020: Mender (Mill)",
        "1 year of work since Feb 2019: Locum (Loft)",
    ]
    assert told == [with_years, ["Mender (Mill)", "Locum (Loft)"]]
    assert rows[0].choices == list(named_in("mender, locum", rows[0], library))
