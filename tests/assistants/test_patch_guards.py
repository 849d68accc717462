"""The last net: told from what is there before and after, however it came about."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dossier.assistants.patch_guards import refusals, unseen
from tests.assistants.patches import DOSSIER, FILES, QORTEX, UNSEEN, ground_of
from tests.builders import AS_OF

OTHER = FILES[DOSSIER].replace("Acme", "Initech")
WITH_OTHER = {**FILES, "content/applications/initech/index.md": OTHER}


def refused(
    changes: Mapping[str, tuple[str, str]],
    texts: int = 0,
    files: Mapping[str, str] = WITH_OTHER,
) -> list[str]:
    new = dict(files)
    for file, (old, text) in changes.items():
        assert new[file].count(old) == 1, old
        new[file] = new[file].replace(old, text)
    before, after = (ground_of(f).library(ground_of(f).tree)[0] for f in (files, new))
    return list(refusals(before, after, "acme", texts=texts, as_of=AS_OF))


RANKING = FILES[DOSSIER][
    FILES[DOSSIER].index("  - id: ranking") : FILES[DOSSIER].index("  - {id: lo")
]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (QORTEX, "status: unconfirmed", "status: shipped", "says that it is confirmed"),
        (QORTEX, "    status: unconfirmed\n", "", "says that it is confirmed"),
        (QORTEX, "value: 22", "value: 44", "is confirmed: add another"),
        (QORTEX, "    must_say: [20 concepts]\n", "", "is confirmed: add another"),
        (QORTEX, "date: 2026-02", "date: 2026-03", "is confirmed: add another"),
        (QORTEX, "  - id: gain", "  - id: gian", "would be gone"),
        (QORTEX, "audience: public", "audience: shared", "is confirmed: add another"),
        (QORTEX, "  # from memory", "\n    audience: private", "would be seen by others"),
        (
            DOSSIER,
            "They know.",
            "They know.\n\n## Letter\n\nSeen.",
            "`Letter` would be seen by others",
        ),
        (DOSSIER, "You measure.", "X\n\n## Offer\n\nSeen.", "which sections there are"),
        (DOSSIER, "strength: weak", "strength: strong", "rates itself strong"),
        (DOSSIER, "note: Small", "note: Small, override: Enough", "its author's to say"),
        (DOSSIER, "note: Small", "note: Small, accepted: Fine", "its author's to say"),
        (DOSSIER, "requirement: Rankers that learn", "requirement: Kernels", "is its author's"),
        (DOSSIER, "evidence: [qortex/gain]", "evidence: [qortex/guess]", "is its author's"),
        (DOSSIER, "note: Small", "note: Large", "is its author's"),
        (
            DOSSIER,
            "events:",
            "  - {id: x, requirement: X, strength: none}\nevents:",
            "seen by others",
        ),
        (DOSSIER, "\nI built [", "\nI made [", "others see the section `Pitch`"),
        (DOSSIER, RANKING, "", "would be gone"),
        (DOSSIER, "note: Small", "note: Small, priority: nice", "coverage of acme/ml would rise"),
        (DOSSIER, "note: Small", "note: Small, roles: [other]", "coverage of acme/ml would rise"),
        (DOSSIER, "lead: ml-engineer", "lead: other", "changes `lead`"),
        (DOSSIER, "lead: ml-engineer", "assistant: [gaps]\nlead: ml-engineer", "`assistant`"),
        (DOSSIER, "company: Acme", "company: Acme\naudience: public", "changes `audience`"),
        (DOSSIER, "what: saved", "what: offer", "events that are there"),
        (DOSSIER, "## Questions", "## Questions { audience=assistant }", "who may see them"),
        (DOSSIER, "You measure.", "You do not.", "other sections than"),
        ("content/profile.yml", "headline: I", "headline: We", "it changes profile"),
        ("content/projects/qortex.md", "title: qortex", "title: q", "it changes projects"),
        ("content/index.md", "I measure", "We measure", "it changes pages"),
        ("content/applications/initech/index.md", "Initech", "Initrode", "another dossier"),
    ],
    ids=str,
)
def test_what_no_patch_may_come_to(file: str, old: str, new: str, told: str) -> None:
    found = refused({file: (old, new)})
    assert [line for line in found if told in line], found


def test_what_a_patch_may_come_to() -> None:
    slower = {QORTEX: ("claim: Loads are fast", "claim: Loads are slow")}
    assert refused(slower, files=UNSEEN) == []
    assert refused(slower) == ["others see the record `qortex/guess`: add another beside it"]
    assert refused({DOSSIER: ("You measure.", "You do not.")}, texts=1) == []
    row = "  - {id: x, requirement: X, strength: none, audience: assistant}\n"
    assert refused({DOSSIER: ("events:", f"{row}events:")}) == []


def test_what_a_seat_does_not_see_is_as_it_was() -> None:
    files = {
        **UNSEEN,
        DOSSIER: UNSEEN[DOSSIER].replace("note: Small", "note: S, audience: private"),
    }
    new = {
        DOSSIER: files[DOSSIER]
        .replace("They know.", "They do not.")
        .replace("note: S,", "note: T,"),
        QORTEX: files[QORTEX].replace("Loads are fast", "Loads are slow"),
    }
    new[DOSSIER] += "\n## Hidden\n\nX\n"
    before, after = (ground_of(f).library(ground_of(f).tree)[0] for f in (files, files | new))
    seen = replace(before, records={})
    found = list(unseen(before, after, "acme", seen))
    for told in ("record `qortex/guess`", "row `loads`", "section `Notes`", "section `Hidden`"):
        assert [line for line in found if told in line], told
    assert list(unseen(before, before, "acme", seen)) == []
