from __future__ import annotations

from dossier.load.assemble import assemble
from dossier.match.background import ProfileFact
from dossier.match.known import Known, known_of, stems_of
from dossier.model.audience import Audience
from tests.builders import MINIMAL, tree_of

PROFILE = """\
name: Ada
work: [{employer: Mill, title: Weaver, highlights: [Mended looms., Cut waste from 9 to 4 kg.]}]
certificates: [{name: CAP Weaving}]
"""
EVIDENCE = """\
evidence:
  - {id: looms, claim: Mended looms., kind: employment, check: inspect, skills: [felting],
     source: {label: Log}}
  - {id: cap, claim: "CAP Dyeing", kind: credential, check: inspect, source: {label: Paper}}
  - {id: open, claim: "Dyed silk", kind: employment, check: inspect, status: unconfirmed,
     source: {label: Log}}
"""


def known() -> Known:
    files = {"content/profile.yml": PROFILE, "content/evidence/mill.yml": EVIDENCE}
    library, _ = assemble(tree_of(MINIMAL | files), Audience.PRIVATE)
    return known_of(library, library.profile.profile if library.profile else None)


def lines(of: Known) -> list[str]:
    return [voice.of.text for voice in of.lines if isinstance(voice.of, ProfileFact)]


def records(of: Known) -> list[str]:
    return [entry.id for entry in of.entries if entry.id.startswith("mill/")]


def test_what_a_record_says_the_profile_says_no_more_and_what_is_open_nobody() -> None:
    assert records(known()) == ["mill/looms", "mill/cap"]
    assert lines(known()) == ["Weaver (Mill)", "Cut waste from 9 to 4 kg.", "CAP Weaving"]


def test_no_certificate_shows_that_something_was_done_nor_work_that_it_was_learned() -> None:
    assert records(known().done()) == ["mill/looms"]
    assert lines(known().done()) == ["Cut waste from 9 to 4 kg."]
    assert records(known().learned()) == ["mill/cap"]


def test_a_voice_has_its_words_its_skills_and_its_kinds_of_work() -> None:
    voice = next(v for v in known().records if "loom" in v.own)
    assert voice.skills == stems_of("felting")
    assert "felt" not in voice.words
    change = next(v for v in known().lines if "waste" in v.text)
    assert {"better", "waste"} <= change.kinds
