"""Asks that want figures, and the records that have some."""

from dossier.load.assemble import assemble
from dossier.match.figures_asked import wants_figures
from dossier.match.triage import triage
from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, tree_of

EVIDENCE = """\
evidence:
  - {id: plain, claim: Improved the practice, kind: code, check: inspect, source: {label: Log}}
  - {id: rooms, claim: Opened 4 rooms, kind: code, check: inspect, source: {label: Log},
     metrics: [{id: rooms, name: rooms, value: 4}]}
  - {id: waits, claim: Cut waits, kind: code, check: inspect, source: {label: Log},
     metrics: [{id: waits, name: waits, value: 2, before: 9}]}
"""


def answers(asked: str) -> list[str]:
    files = MINIMAL | {"content/evidence/cv.yml": EVIDENCE}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    (ask,) = triage(f"## Requirements\n\n- {asked}\n", library, AS_OF)
    return [each.entry.id for each in ask.candidates if each.entry.id.startswith("cv/")]


def test_what_wants_figures_is_answered_by_those_that_have_some_first_what_changed() -> None:
    assert answers("A track record, with figures to show for it") == ["cv/waits", "cv/rooms"]
    assert answers("Improved the practice, in figures") == ["cv/waits", "cv/rooms"]
    assert answers("Measurable results with rooms") == ["cv/rooms", "cv/waits"]
    assert answers("Improved the practice") == ["cv/plain", "cv/waits"]


def test_figures_are_wanted_in_several_words() -> None:
    for said in ("Messbare Erfolge", "quantifiable impact", "results that show it", "in figures"):
        assert wants_figures(said), said
    for said in ("Working with numbers and Excel", "A public figure", "Umgang mit Zahlen"):
        assert not wants_figures(said), said
