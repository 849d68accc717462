"""The rows that rules compare: those that cite a record."""

from dataclasses import replace

from dossier.lint.cited_rows import CitedRow, CitedRows, cited_rows
from dossier.lint.file_view import file_views
from dossier.load.assemble import assemble
from dossier.model.application import Strength
from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, tree_of

DOSSIER = "content/applications/acme/index.md"
BARE = "proof_points:\n  - {id: bare, requirement: Speed, strength: none}\n"


def test_rows_that_cite_nothing_are_left_out() -> None:
    files = MINIMAL | edited(DOSSIER, "proof_points:\n", BARE)
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    (known,) = (known for view in file_views(library) for known in cited_rows(view))
    (row,) = known.rows
    assert row == CitedRow("acme", row.id, 1, "", Strength.DIRECT, ("qortex/gain",))
    assert known.told == frozenset()
    rated = CitedRows((replace(row, concept="rank"),))
    assert rated.told == {(("qortex/gain", "rank"), Strength.DIRECT)}
