"""Rows that rest on nothing but their author's word."""

from dossier.lint.row_uncounted import RULE
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.plain.alike import grouped
from tests.builders import edited, found_by, tree_of

DOSSIER = "content/applications/acme/index.md"
EVIDENCE = "content/evidence/qortex.yml"


def test_several_such_rows_are_one_thing_to_read() -> None:
    told = "  - {id: t1, claim: I wove, kind: employment, check: statement, date: 2026-02}\n"
    files = edited(EVIDENCE, "evidence:\n", f"evidence:\n{told}{told.replace('t1', 't2')}")
    rows = "".join(
        f"\n  - {{id: {n}, requirement: R, strength: direct, evidence: [qortex/{n}]}}"
        for n in ("t1", "t2")
    )
    files[DOSSIER] = files[DOSSIER].replace("    strength: direct", f"    strength: direct{rows}")
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    (group,) = grouped(found_by(RULE, library))
    assert group.first.message == (
        "the row `t1` counts for nothing: `qortex/t1` is an own statement"
    )
    assert len(group.others) == 1
