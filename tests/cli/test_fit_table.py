"""The rows of a new dossier as they are printed."""

from __future__ import annotations

import pytest

from dossier.cli.fit_corrections import correct
from dossier.cli.fit_rows import Answer
from dossier.cli.fit_table import Listed, full_lines, in_order, proposed, show, show_again
from dossier.load.assemble import assemble
from dossier.match.triage import triage
from dossier.model.application import Strength
from dossier.model.audience import Audience
from dossier.model.library import Library
from tests.builders import AS_OF, MINIMAL, tree_of

FILES = MINIMAL | {
    "content/evidence/mill.yml": """\
evidence:
  - {id: looms, claim: Mended 40 hand looms, kind: employment, check: inspect, source: {label: Log}}
  - {id: cats, claim: "Cats to feed, three at a time", kind: employment, check: inspect,
     source: {label: Log}}
"""
}


def listed(posting: str) -> tuple[list[Listed], Library]:
    """Return the rows of all that a posting asks for."""
    library, _ = assemble(tree_of(FILES), Audience.PRIVATE)
    asks = triage(posting, library, AS_OF)
    return in_order([proposed({"strength": None}, ask, AS_OF) for ask in asks]), library


def test_what_is_met_is_taken_and_tasks_that_nothing_meets_are_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows, _ = listed(
        "# Weaver\n\n## Requirements\n\n- Mended hand looms, cats to feed\n"
        "- Mended looms, cats to feed\n\n## Your tasks\n\n- Mend our hand looms\n- Sweep floors\n"
        "- Mend hand looms, feed our cats\n"
        "- Weave carpets, blankets and shawls of all sorts by hand\n"
        "- Sort yarn\n"
    )
    show(rows)
    assert capsys.readouterr().out.split("\n", 1)[1] == (
        "Asked for:\n"
        "  1 s  Mended hand looms, cats to feed\n"
        "       Mended 40 hand looms\n"
        "  2 s  Mended looms, cats to feed\n"
        "       Cats to feed, three at a time; Mended 40 hand looms\n"
        "Tasks:\n"
        "  3 s  Mend our hand looms\n"
        "       Mended 40 hand looms\n"
        "  4 s  Mend hand looms, feed our cats\n"
        "       Mended 40 hand looms\n"
        "Left out (`5: …` takes 5): 5 Sweep floors; 6 Weave carpets, blankets and shawls …; "
        "7 Sort yarn\n"
    )
    assert rows[5].proposal, "one ordinary word of many is no answer, and may be chosen"
    rows[0].strength, rows[0].is_dropped = Strength.NONE, True
    show(rows)
    shown = capsys.readouterr().out
    assert "Left out, though you may meet them (`1: …` takes 1): 1 Mended hand looms, " in shown
    assert " (Mended 40 hand looms)\nLeft out (`5" in shown
    rows[0].strength, rows[0].is_dropped = Strength.STRONG, False
    rows[0].answer([Answer("Wove eleven carpets for a hotel in town")])
    rows[2].row["priority"] = rows[1].row["priority"] = "nice"
    rows[1].strength = Strength.NONE
    rows[1].answers, rows[5].strength = [], Strength.WEAK
    for number in (1, 2, 3, 6):
        show_again(number, rows[number - 1])
    assert capsys.readouterr().out == (
        "  1 s  Mended hand looms, cats to feed: Wove eleven carpets for a hotel in town\n"
        "  2 n  Mended looms, cats to feed  (nice to have now)\n"
        "  3 s  Mend our hand looms: Mended 40 hand looms\n"
        "  6 w  Weave carpets, blankets and shawls …: Mended 40 hand looms\n"
    )
    assert list(full_lines(rows))[:5] == [
        "  1 s  Mended hand looms, cats to feed",
        "         Wove eleven carpets for a hotel in town",
        "         a instead: Mended 40 hand looms",
        "         b instead: Cats to feed, three at a time",
        "  2 n  Mended looms, cats to feed",
    ]


def test_an_answer_is_cut_to_its_line_and_one_that_is_not_met_shows_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows, library = listed("# Weaver\n\n## Requirements\n\n- Mended hand looms, cats to feed\n")
    rows[0].answer([Answer("Wove " + "eleven carpets, " * 9)])
    show_again(1, rows[0])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("eleven carpets, …")
    assert 70 < len(line) <= 80
    for said in ("1n", "1s", "1n"):
        correct(rows, said, library)
        show_again(1, rows[0])
        assert (": Wove" in capsys.readouterr().out) is (said == "1s"), said


def test_no_record_stands_in_place_of_years() -> None:
    work = "work: [{employer: Mill, title: Mender of hand looms, from: 2015, to: present}]\n"
    files = FILES | {"content/profile.yml": f"name: Ada\n{work}"}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    text = "# Weaver\n\n## Requirements\n\n- Five years of mending hand looms\n"
    (ask,) = triage(text, library, AS_OF)
    row = proposed({}, ask, AS_OF)
    assert (len(ask.candidates), [choice.record for choice in row.choices]) == (1, [""])


def test_what_is_asked_is_told_to_the_end_of_its_first_sentence_where_there_is_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = "Mend all looms of the mill at the river, and those of its two neighbours"
    rows, _ = listed(f"# Weaver\n\n## Requirements\n\n- {first}. You begin in May.\n")
    for columns, told in (
        ("120", f"  1 s  {first}. You begin in May.\n"),
        ("90", f"  1 s  {first}. …\n"),
        ("66", "  1 s  Mend all looms of the mill at the river, and those of its …\n       Mend"),
    ):
        monkeypatch.setenv("COLUMNS", columns)
        show(rows)
        assert told in capsys.readouterr().out, columns


@pytest.mark.parametrize(
    ("years", "strength"), [("five", "direct"), ("12", "moderate"), ("40", "weak")]
)
def test_years_that_are_asked_for_meet_it_and_fewer_in_part(years: str, strength: str) -> None:
    work = "work: [{employer: Mill, title: Mender of hand looms, from: 2016, to: present}]\n"
    files = FILES | {"content/profile.yml": f"name: Ada\n{work}"}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    text = f"# Weaver\n\n## Requirements\n\n- At least {years} years of mending hand looms\n"
    (ask,) = triage(text, library, AS_OF)
    assert str(proposed({}, ask, AS_OF).strength) == strength
