"""The rows of a new dossier as they are printed."""

from __future__ import annotations

import pytest

from dossier.cli.fit_rows import Answer
from dossier.cli.fit_table import Listed, in_order, proposed, show, show_again
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


def test_what_is_taken_stands_first_and_tasks_that_are_left_out_last_with_their_records(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows, _ = listed(
        "# Weaver\n\n## Requirements\n\n- Mended hand looms, cats to feed\n"
        "- Mended looms, cats to feed\n\n## Your tasks\n\n- Mend our hand looms\n- Sweep floors\n"
        "- Mend hand looms, feed our cats\n"
    )
    show(rows)
    assert capsys.readouterr().out.split("\n", 1)[1] == (
        "Asked for:\n"
        "  1 s  Mended hand looms, cats to feed\n"
        "      a  Mended 40 hand looms\n"
        "         b instead: Cats to feed, three at a time\n"
        "  2 s  Mended looms, cats to feed\n"
        "      a  Cats to feed, three at a time\n"
        "      b  Mended 40 hand looms\n"
        "Tasks left out (`3s` takes 3, `3: …` in your words):\n"
        "  3 n  Mend our hand looms\n"
        "         Mended 40 hand looms\n"
        "  4 n  Sweep floors\n"
        "  5 n  Mend hand looms, feed our cats\n"
        "         Mended 40 hand looms\n"
    )
    rows[0].answer([Answer("Wove eleven carpets for a hotel in town")])
    rows[2].row["priority"] = rows[1].row["priority"] = "nice"
    rows[1].strength = Strength.NONE
    rows[1].answers, rows[4].strength = [], Strength.STRONG
    for number in (1, 2, 3, 5):
        show_again(number, rows[number - 1])
    assert capsys.readouterr().out == (
        "  1 s  Mended hand looms, cats to feed\n"
        "         Wove eleven carpets for a …\n"
        "         a instead: Mended 40 hand looms\n"
        "         b instead: Cats to feed, three at a time\n"
        "  2 n  Mended looms, cats to feed  (nice to have now)\n"
        "      a  Cats to feed, three at a time\n"
        "      b  Mended 40 hand looms\n"
        "  3 n  Mend our hand looms\n"
        "         Mended 40 hand looms\n"
        "  5 s  Mend hand looms, feed our cats\n"
        "      a  Mended 40 hand looms\n"
        "         b instead: Cats to feed, three at a time\n"
    )
