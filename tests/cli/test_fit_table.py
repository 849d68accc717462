"""The rows of a new dossier as they are printed."""

from __future__ import annotations

import pytest

from dossier.cli.fit_table import in_order, proposed, show
from dossier.load.assemble import assemble
from dossier.match.triage import triage
from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, tree_of

FILES = MINIMAL | {
    "content/evidence/mill.yml": """\
evidence:
  - {id: looms, claim: Mended 40 hand looms, kind: employment, check: inspect, source: {label: Log}}
  - {id: cats, claim: Cats to feed, kind: employment, check: inspect, source: {label: Log}}
"""
}


def table(posting: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is printed of all that a posting asks for."""
    library, _ = assemble(tree_of(FILES), Audience.PRIVATE)
    asks = triage(posting, library, AS_OF)
    show(in_order([proposed({"strength": None}, ask, AS_OF) for ask in asks]))
    return capsys.readouterr().out


def test_tasks_that_repeat_what_answers_others_stand_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = table(
        "# Weaver\n\n## Requirements\n\n- Mended hand looms\n\n"
        "## Your tasks\n\n- Mend our hand looms\n- Feed cats\n",
        capsys,
    )
    assert "Asked for:\n  1 s  Mended hand looms\n         Mended 40 hand looms\n" in shown
    assert "  2 s  Feed cats\n" in shown
    assert "Tasks left out: 3 Mend our hand looms\n" in shown
