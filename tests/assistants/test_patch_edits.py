"""What a patch changes in files, and that nothing around it is another."""

import pytest

from dossier.plain.errors import ContentError
from tests.assistants.patches import (
    DOSSIER,
    FILES,
    QORTEX,
    after,
    answer,
    patch,
    record,
    row,
    section,
    tried,
)

EVENT = {"op": "event", "event": {"date": "2026-02-20", "what": "applied"}}


@pytest.mark.parametrize(
    ("operation", "file", "old", "new"),
    [
        (
            section("why", "They measure."),
            DOSSIER,
            "kept %% They know.\n",
            "kept %% They know.\n\n## why { audience=assistant }\n\nThey measure.\n",
        ),
        (
            row("kernels"),
            DOSSIER,
            "qortex/guess]}   # mine\n",
            (
                "qortex/guess]}   # mine\n  - {id: kernels, requirement: Kernels, "
                "strength: none, priority: nice, audience: assistant}\n"
            ),
        ),
        (answer("Why Rust?", "It is fast."), DOSSIER, "\nBecause.\n", "\nIt is fast.\n"),
        (
            answer("Why now?", "Time.", about="loads"),
            DOSSIER,
            "You measure.\n",
            "You measure.\n\n### Why now? { about=loads }\n\nTime.\n",
        ),
        (
            EVENT,
            DOSSIER,
            "what: saved}\n",
            "what: saved}\n  - {date: 2026-02-20, what: applied}\n",
        ),
        (
            record("guess", "qortex", claim="Loads take minutes"),
            QORTEX,
            FILES[QORTEX].partition("  - id: guess   # from memory\n")[2],
            (
                "    claim: Loads take minutes\n    kind: code\n    check: statement\n"
                "    status: unconfirmed\n"
            ),
        ),
    ],
    ids=lambda value: value.get("op") if isinstance(value, dict) else "",
)
def test_each_operation_changes_its_place_alone(
    operation: dict[str, object], file: str, old: str, new: str
) -> None:
    trial = tried(patch(operation))
    assert FILES[file].count(old) == 1
    wanted = FILES[file].replace(old, new).replace("id: guess   # from memory", "id: guess")
    found = after(trial)[file].replace("id: guess   # from memory", "id: guess")
    assert found == wanted
    assert [*trial.files] == [file]


def test_a_row_that_is_proposed_is_replaced_and_stays_unseen() -> None:
    proposed = {**FILES, DOSSIER: FILES[DOSSIER].replace("Small,", "Small, audience: assistant,")}
    new = row("loads", requirement="Fast", strength="weak", note="Few")
    text = after(tried(patch(new), proposed), proposed)[DOSSIER]
    wanted = "requirement: Fast, strength: weak, priority: nice, note: Few, audience: assistant}"
    assert f"{{id: loads, {wanted}   # mine" in text


def test_new_files_and_line_ends() -> None:
    made = after(tried(patch(record())))["content/evidence/more.yml"]
    assert made.endswith("    status: unconfirmed\n    audience: assistant\n")
    windows = {**FILES, DOSSIER: "\ufeff" + FILES[DOSSIER].replace("\n", "\r\n")}
    text = after(tried(patch(section("Offer", "A\n\nB."), EVENT), windows), windows)[DOSSIER]
    assert text.startswith("\ufeff---\r\n")
    assert "\r\n\r\nA\r\n\r\nB.\r\n" in text
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        (section("Notes", "Mine."), "there is a comment"),
        (record("gain", "qortex"), "`gain` in content/evidence/qortex.yml is its author's"),
        (row("loads"), "`loads` in content/applications/acme/index.md is its author's"),
        (row("ranking"), "`ranking` in content/applications/acme/index.md is its author's"),
    ],
)
def test_what_would_be_lost_is_not_replaced(operation: dict[str, object], told: str) -> None:
    with pytest.raises(ContentError, match=told):
        tried(patch(operation))


def test_a_text_begins_no_part_of_its_own() -> None:
    written = ("### Why us?\n\nX", "A\n\n  ###  B ###", "> ### A", "- # A", "> A\n> ---", "###")
    for text in written:
        with pytest.raises(ContentError, match="has a heading of level"):
            tried(patch(answer("Why now?", text)))
    for kept in ("#### Deeper\n\nX", "```\n### code\n```", "#no heading"):
        assert kept in after(tried(patch(answer("Why now?", kept))))[DOSSIER]
    assert "### A" in after(tried(patch(section("Offer", "### A"))))[DOSSIER]


def test_files_that_cannot_be_read_are_told() -> None:
    for file, text in ((QORTEX, "evidence: [\n"), (DOSSIER, FILES[DOSSIER] + "```\n")):
        with pytest.raises(ContentError):
            tried(patch(record("new", "qortex"), section("why", "X")), {**FILES, file: text})
