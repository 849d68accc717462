"""A patch tried from a seat: nothing but what it sees decides, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dossier.assistants.patch_edits import FormError
from dossier.assistants.patch_reading import read_patch
from dossier.assistants.projection import one_dossier
from dossier.assistants.seated_trial import try_from_seat
from dossier.assistants.trial import Trial
from dossier.plain.errors import ContentError
from tests.assistants.patches import (
    DOSSIER,
    QORTEX,
    UNSEEN,
    after,
    answer,
    ground_of,
    patch,
    record,
    row,
    section,
)

OWN = "content/evidence/acme-proposed.yml"
HIDDEN_ROW = "  - {id: hush, requirement: Hush, strength: none, audience: private}\n"


def tried(text: str, files: Mapping[str, str] = UNSEEN) -> Trial:
    known = {name: content.encode() for name, content in files.items()}
    ground = ground_of(files)
    return try_from_seat(
        read_patch(text), ground, known.get, lambda library: one_dossier(library, "acme").library
    )


def told(trial: Trial) -> str:
    return "\n".join([*trial.refused, *map(str, trial.added)])


def test_it_replaces_what_it_sees_and_nobody_vouched_for() -> None:
    trial = tried(patch(record("guess", "qortex", claim="Loads end")))
    assert not trial.is_refused
    assert "claim: Loads end" in after(trial, UNSEEN)[QORTEX]


def test_a_record_that_it_does_not_see_is_no_record_to_it() -> None:
    hidden = "evidence:\n  - {id: churn, claim: Churn fell, kind: code, check: statement}\n"
    there, gone = {**UNSEEN, "content/evidence/secret.yml": hidden}, UNSEEN
    for text in ("[x](evidence:secret/churn)", "[x](project:secret)", "Churn fell by 37 %."):
        operations = section("Offer", text), row(claim=text, strength="weak", note="N")
        for operation in operations:
            one, other = (tried(patch(operation), files) for files in (there, gone))
            assert (one.refused, one.added) == (other.refused, other.added)
    assert "[evidence-unknown]" in told(
        tried(patch(section("Offer", "[x](evidence:secret/churn)")))
    )


def test_a_shared_record_of_another_dossier_is_not_drawn_in_by_citing_it() -> None:
    theirs = "audience: shared\nevidence:\n  - {id: one, claim: X, kind: code, check: statement}\n"
    files = {**UNSEEN, "content/evidence/theirs.yml": theirs}
    for operation in (
        section("Offer", "[x](evidence:theirs/one)"),
        row(evidence=["theirs/one"], strength="weak", note="N"),
    ):
        assert "[evidence-unknown]" in told(tried(patch(operation), files))


def test_what_has_the_name_of_something_unseen_is_written_beside_it() -> None:
    own = "evidence:\n  - {id: hush, claim: Mine, kind: code, check: statement}\n"
    dossier = UNSEEN[DOSSIER].replace("events:", f"{HIDDEN_ROW}events:")
    dossier += "\n## Letter { audience=private }\n\nDear Sam.\n\n## Hush money\n\nA lot.\n"
    files = {**UNSEEN, OWN: own, DOSSIER: dossier}
    trial = tried(
        patch(
            record("hush", "acme-proposed"),
            row("hush"),
            section("Letter", "Dear all."),
            section("Hush money", "None."),
        ),
        files,
    )
    assert told(trial) == ""
    new = after(trial, files)
    assert "claim: Mine" in new[OWN]
    assert new[OWN].count("hush") == 2
    assert HIDDEN_ROW in new[DOSSIER]
    for kept in ("Dear Sam.", "Dear all.", "A lot.", "None."):
        assert kept in new[DOSSIER]
    mine = ground_of(new)
    problems = mine.library(mine.tree)[1]
    assert {"duplicate-id", "duplicate-section"} <= {problem.code for problem in problems}


@pytest.mark.parametrize(
    "operation", [section("Notes", "X"), section("Hooks", "X"), answer("Why us?", "X")], ids=str
)
def test_a_section_that_is_always_private_is_written_where_it_is_shown_alone(
    operation: Mapping[str, object],
) -> None:
    without = UNSEEN[DOSSIER].partition("## Questions")[0]
    said = []
    for files in (UNSEEN, {**UNSEEN, DOSSIER: without}):
        with pytest.raises(ContentError, match="is not yours to change: its author opens") as error:
            tried(patch(operation), files)
        said.append(str(error.value))
    assert said[0] == said[1]
    opened = "\n## Notes { audience=assistant }\n\nOld.\n\n## Hooks { audience=assistant }\n"
    opened += "\nOld.\n\n## Questions { audience=assistant }\n\n### Why us?\n\nOld.\n"
    trial = tried(patch(operation), {**UNSEEN, DOSSIER: without + opened})
    assert told(trial) == ""


def test_comments_of_what_it_replaces_stay() -> None:
    notes = "\n## Offer { audience=assistant }\n\nI %% why? %% build.\n\n<!-- or not -->\n"
    files = {**UNSEEN, DOSSIER: UNSEEN[DOSSIER] + notes}
    text = after(tried(patch(section("Offer", "I make.")), files), files)[DOSSIER]
    assert text.endswith("\n\nI make.\n\n%% why? %%\n\n<!-- or not -->\n")


def test_files_that_let_nothing_in_for_sure_are_told_apart() -> None:
    with pytest.raises(FormError):
        tried(patch(record("new", "acme-proposed")), {**UNSEEN, OWN: "evidence: [\n"})
    unended = {**UNSEEN, DOSSIER: UNSEEN[DOSSIER] + "\n<pre>\n"}
    with pytest.raises(FormError):
        tried(patch(section("Pre", "X")), unended)
    theirs = "project: hush\nevidence:\n  - {id: a, claim: X, kind: code, check: statement}\n"
    with pytest.raises(FormError):
        tried(patch(record("new", "acme-proposed")), {**UNSEEN, OWN: theirs})


def wrong_by_itself() -> list[tuple[str, list[dict[str, object]]]]:
    turned, many = "Good \u202edab\u202c end", "1, " * 20_001
    return [
        ("[file-encoding]", [record("new", "acme-proposed", claim=turned)]),
        ("[file-encoding]", [row(requirement=turned)]),
        ("[file-encoding]", [section("Offer", turned)]),
        ("[merge-open]", [section("Offer", "<<<<<<< mine\n\nX")]),
        ("[text-heavy]", [record("new", "acme-proposed", limits=many)]),
        (
            "[text-heavy]",
            [record(f"r{n}", "acme-proposed", limits="1, " * 900) for n in range(30)],
        ),
    ]


@pytest.mark.parametrize(("code", "operations"), wrong_by_itself(), ids=lambda each: str(each)[:60])
def test_what_is_wrong_by_itself_is_refused_whatever_else_is_there(
    code: str, operations: list[dict[str, object]]
) -> None:
    own = "evidence:\n  - {id: hush, claim: Mine, kind: code, check: statement}\n"
    said = set()
    for files in (UNSEEN, {**UNSEEN, OWN: own}, {**UNSEEN, OWN: "evidence: [\n"}):
        trial = tried(patch(*operations), files)
        assert trial.is_refused
        assert not trial.files
        said.add(told(trial))
    assert code in said.pop()
    assert not said
