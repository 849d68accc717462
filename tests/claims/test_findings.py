"""Statements come in the order of the texts, each with what is found of its figures."""

import pytest

from dossier.claims.findings import Finding, read, says
from dossier.claims.judge import Judge
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.passages import of_application
from tests.builders import edited, tree_of
from tests.claims.saying import known
from tests.quantities.reading import one

DOSSIER = "content/applications/acme/index.md"
PITCH = "I built [a learned ranker](evidence:qortex/gain)."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("16 trips a month", "of trips per another time, the record says trips 16, per season"),
        ("19 trips a month", "of trips, the record says trips 16"),
        ("16 trips per site", "of trips per something else, the record says trips 16, per season"),
    ],
)
def test_message_says_what_differs(text: str, said: str) -> None:
    (trips,) = known("id: precision, name: trips, value: 16, scope: per season")
    assert says(one(text), trips) == f"`{text[:2]}` is told {said}"


def test_statements_have_their_findings() -> None:
    files = edited(DOSSIER, PITCH, "My precision rose by 30%.\n\nSo it did.")
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    readings = read(Judge(library).judge, of_application(library.applications["acme"]))
    told = [(r.statement.text, [type(f) for f in r.found]) for r in readings]
    start = told.index(("My precision rose by 30%.", [Finding]))
    assert told[start + 1] == ("So it did.", [])
