"""Parts that hold the same objects are the very parts, and what was made of them stays."""

from dataclasses import replace

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.kept_parts import DERIVED, with_parts_of
from tests.builders import MINIMAL, tree_of

BEFORE, _ = assemble(tree_of(MINIMAL), Audience.PRIVATE)


def test_what_is_the_same_is_kept_and_what_hangs_on_another_is_not() -> None:
    known = {name: getattr(BEFORE, name) for name in DERIVED}
    (entry,), (record,) = BEFORE.applications.values(), BEFORE.records.values()
    same = replace(BEFORE, records=dict(BEFORE.records), applications={entry.id: entry})
    other = replace(BEFORE, applications={entry.id: replace(entry)}, stamps={})
    renamed = replace(BEFORE, records={"qortex/other": record})
    fewer = replace(BEFORE, records={}, files=frozenset({"assets/a.png"}))
    for library, kept, is_as_it_was in (
        (same, {"citations", "records_by_project", "suspects"}, True),
        (other, {"records_by_project"}, True),
        (renamed, {"citations"}, False),
        (fewer, {"citations"}, False),
    ):
        found = with_parts_of(library, BEFORE)
        assert found == library
        assert {name for name in DERIVED if found.__dict__.get(name) is known[name]} == kept
        assert (found.records is BEFORE.records) is is_as_it_was
