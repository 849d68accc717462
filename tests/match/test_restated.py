"""A sentence that says again what a record says."""

from __future__ import annotations

from dossier.load.assemble import assemble
from dossier.match.background import ProfileFact
from dossier.match.restated import nameable, named, restated
from dossier.model.audience import Audience
from tests.builders import MINIMAL, tree_of

EVIDENCE = """\
evidence:
  - {id: looms, claim: "Mended 40 hand looms of the mill, from 12 to 3 hours each",
     kind: employment, check: inspect, source: {label: Log}}
  - {id: someday, claim: "Dyed silk for 9 theatres", kind: employment, check: inspect,
     status: unconfirmed, source: {label: Log}}
"""


def test_the_record_that_has_the_words_and_the_numbers_of_a_sentence() -> None:
    files = MINIMAL | {"content/evidence/mill.yml": EVIDENCE}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    found = {
        sentence: (entry := restated(sentence, library)) and entry.id
        for sentence in (
            "At the mill I mended 40 looms",
            "Mended hand looms",
            "Mended 41 hand looms of the mill",
            "Mended looms and wove 40 carpets for a hotel in town",
            "Looms",
            "Dyed silk for 9 theatres",
        )
    }
    assert list(found.values()) == ["mill/looms", "mill/looms", None, None, None, None], found


def test_a_few_words_name_what_has_them_the_shortest_of_several() -> None:
    profile = (
        "name: Ada\nwork:\n  - {employer: Mill, title: Weaver, highlights: [Kept a dye house.]}\n"
        "education: [{degree: CAP Weaving, institution: CFA Rennes, to: 2014}]\n"
    )
    files = MINIMAL | {"content/evidence/mill.yml": EVIDENCE, "content/profile.yml": profile}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    found = [
        named(said, library)
        for said in ("cap", "dye house", "mill/looms", "Hand looms", "silk", "loo", "a b c d e")
    ]
    every = nameable(library)
    assert [named(str(n), library) for n in (1, len(every))] == [every[0], every[-1]]
    assert named("0", library) is named(str(len(every) + 1), library) is None
    told = [each.text if isinstance(each, ProfileFact) else each and each.id for each in found]
    assert told == [
        "CAP Weaving, CFA Rennes, 2014",
        "Kept a dye house.",
        "mill/looms",
        "mill/looms",
        None,
        None,
        None,
    ]
