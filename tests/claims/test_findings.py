"""Statements come in the order of the texts, each with what is found of its figures."""

from dossier.claims.findings import Finding, read
from dossier.claims.judge import Judge
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.passages import of_application
from tests.builders import edited, tree_of

DOSSIER = "content/applications/acme/index.md"
PITCH = "I built [a learned ranker](evidence:qortex/gain)."


def test_statements_have_their_findings() -> None:
    files = edited(DOSSIER, PITCH, "My precision rose by 30%.\n\nSo it did.")
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    readings = read(Judge(library).judge, of_application(library.applications["acme"]))
    told = [(r.statement.text, [type(f) for f in r.found]) for r in readings]
    start = told.index(("My precision rose by 30%.", [Finding]))
    assert told[start + 1] == ("So it did.", [])
