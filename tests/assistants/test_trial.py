"""Hostile patches: none of them makes anything count, be seen, or be lost."""

from itertools import count

import pytest

from dossier.assistants.patch_reading import read_patch
from dossier.assistants.trial import try_patch
from dossier.load.assemble import assemble
from dossier.match.coverage import cover
from dossier.model.audience import Audience
from dossier.plain.errors import ContentError
from tests.assistants.patches import (
    DOSSIER,
    FILES,
    QORTEX,
    UNSEEN,
    after,
    answer,
    ground_of,
    patch,
    record,
    row,
    section,
    tried,
)
from tests.builders import AS_OF

MARK = "<!-- dossier: allow figure-unbacked: it is right -->"


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        (section("pitch", "I built [one](evidence:qortex/nope)."), "[evidence-unknown]"),
        (section("pitch", "I cut costs by 40 %."), "[figure-unbacked]"),
        (section("pitch", "Precision rose by 60%."), "[figure-drift]"),
        (section("pitch", f"{MARK}\nI cut costs by 40 %."), "silences a problem"),
        (section("pitch", "I built it.\n\n## Letter\n\nDear all."), "which sections there are"),
        (section("pitch", "```\nopen"), "which sections there are"),
        (section("pitch", "<!-- open"), "which sections there are"),
        (section("pitch", "%% open"), "which sections there are"),
        (section("pitch", "One\n===\n"), "which sections there are"),
        (section("Extra", "X\n\n## Why { audience=shared }\n\nSeen."), "would be seen by others"),
        (answer("Why us?", "X\n\n## Pitch\n\nSeen."), "which sections there are"),
        (row("new", strength="weak"), "[note-missing]"),
        (record("new", "qortex", source={"label": "x", "url": "javascript:x"}), ""),
        (record("new", "qortex", project="nope"), "[project-unknown]"),
    ],
    ids=str,
)
def test_a_patch_that_does_harm_is_refused(operation: dict[str, object], told: str) -> None:
    if not told:
        with pytest.raises(ContentError):
            tried(patch(operation))
        return
    trial = tried(patch(operation))
    assert trial.is_refused
    assert told in "\n".join([*trial.refused, *map(str, trial.added)])


def test_a_row_cannot_show_what_its_reader_may_not_see() -> None:
    cites = row(evidence=["more/new"], strength="weak", note="N")
    trial = tried(patch(record(), cites))
    assert [problem.code for problem in trial.added] == ["evidence-private"]
    assert trial.is_refused


def test_what_was_wrong_before_stands_in_no_patch_s_way() -> None:
    files = {**FILES, DOSSIER: FILES[DOSSIER].replace("You measure.", "[x](evidence:no/no)")}
    assert tried(patch(section("why", "They measure."), record()), files).is_refused is False
    worse = tried(patch(section("why", "[x](evidence:no/no)")), files)
    assert [problem.code for problem in worse.added] == ["evidence-unknown"]


def test_nothing_that_a_patch_adds_counts_or_is_seen() -> None:
    trial = tried(
        patch(
            record("new", "qortex", status="planned"),
            record("other", "fresh", metrics=[{"id": "m", "name": "gain", "value": 99}]),
            section("Letter", "Dear all."),
            row("kernels", requirement="Kernels", priority="must"),
        )
    )
    assert not trial.is_refused
    changed = ground_of(after(trial)).tree
    mine = assemble(changed, Audience.PRIVATE)[0]
    covered = cover(mine.applications["acme"], mine, AS_OF)
    assert not [row for role in covered for row in role.rows if row.row.id == "kernels"]
    for reader in (Audience.SHARED, Audience.PUBLIC):
        seen = assemble(changed, reader)[0].applications
        assert [e for e in seen.values() if e.application.row("kernels")] == []
    library, _ = ground_of(after(trial)).library(ground_of(after(trial)).tree)
    found = {name: (e.record.status.value, e.audience) for name, e in library.records.items()}
    assert found["qortex/new"] == ("planned", Audience.ASSISTANT)
    assert found["fresh/other"] == ("unconfirmed", Audience.ASSISTANT)
    letter = library.applications["acme"].section("letter")
    assert letter
    assert letter.audience is Audience.ASSISTANT


def test_who_may_see_a_record_stays() -> None:
    change = patch(record("guess", "qortex", claim="Loads end"))
    trial = tried(change, UNSEEN)
    assert not trial.is_refused
    assert "audience: assistant\n" in after(trial, UNSEEN)[QORTEX].partition("id: guess")[2]
    trial = tried(change)
    assert "others see the record `qortex/guess`: add another beside it" in trial.refused


def test_what_is_saved_meanwhile_is_not_taken_for_what_was_read() -> None:
    """Whoever writes the files compares the first of each pair with what stands there then."""
    saved = {name: count() for name in FILES}

    def read(name: str) -> bytes | None:
        known = FILES.get(name)
        again = b"\n# saved\n" * next(saved[name]) if name in saved else b""
        return known.encode() + again if known else None

    text = patch(section("why", "They measure."))
    trial = try_patch(read_patch(text), ground_of(FILES), read)
    assert [pair[0] for pair in trial.files.values()] == [FILES[DOSSIER].encode()]


def test_a_dossier_that_is_not_there_is_told() -> None:
    with pytest.raises(ContentError, match="did you mean `acme`"):
        tried(patch(record(), application="acmee"))
