"""What the author alone gets as files: `coverage.json` and badges."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dossier.match.coverage import State
from tests.builders import MINIMAL
from tests.render.fixtures import ACME, dossier, draw, evidence, record, role, row

AS_OF = date(2026, 3, 1)
RECORDS = evidence(
    record("linked"),
    record("unlinked", source={"label": "Notes"}),
    record("stale", valid_until="2026-02"),
    record("said", check="statement"),
)
ROWS = [
    row("z", evidence=["qortex/unlinked", "qortex/linked"], priority="nice"),
    row("a", evidence=["qortex/unlinked"], requirement="Need *it*"),
    row("b", strength="moderate", note="n", evidence=["qortex/linked"], roles=["ml"]),
    row("c", strength="weak", note="n", roles=["ml"]),
    row("d", strength="none", evidence=[]),
    row("e", evidence=["qortex/stale"], roles=["ml", "be"]),
    row("f", evidence=["qortex/said"]),
    row("g", accepted="Why not", evidence=["qortex/linked"]),
]


def coverage_json(root: Path) -> dict[str, Any]:
    files = {
        "content/evidence/qortex.yml": RECORDS,
        f"content/{ACME}": dossier(roles=[role("ml"), role("be")], proof_points=ROWS),
        "content/applications/aaa/index.md": dossier(company="First"),
        "content/applications/zzz/index.md": dossier(proof_points=[row("x", evidence=[])]),
    }
    drawn = draw(root, files, as_of=AS_OF)
    assert drawn.files["coverage.json"].endswith("}\n")
    found: dict[str, Any] = json.loads(drawn.files["coverage.json"])
    return found


def test_coverage_json_has_just_the_keys_that_are_promised(tmp_path: Path) -> None:
    found = coverage_json(tmp_path)
    assert list(found) == ["version", "applications"]
    assert found["version"] == 1
    for application in found["applications"]:
        assert list(application) == ["id", "roles", "rows"]
        for entry in application["roles"]:
            assert list(entry) == ["id", "coverage", "counts", "linked"]
            assert set(entry["counts"]) == set(State)
            assert all(type(number) is int for number in entry["counts"].values())
            assert entry["coverage"] is None or type(entry["coverage"]) is int
        for line in application["rows"]:
            assert list(line) == [
                *("id", "requirement", "roles", "priority", "strength"),
                *("state", "reason", "evidence", "file", "line"),
            ]


def test_coverage_json_is_sorted(tmp_path: Path) -> None:
    applications = coverage_json(tmp_path)["applications"]
    assert [entry["id"] for entry in applications] == ["aaa", "acme", "zzz"]
    assert [entry["id"] for entry in applications[1]["roles"]] == ["be", "ml"]
    assert [line["id"] for line in applications[1]["rows"]] == list("abcdefgz")


def test_coverage_json_says_state_reason_and_place_of_every_row(tmp_path: Path) -> None:
    lines = {line["id"]: line for line in coverage_json(tmp_path)["applications"][1]["rows"]}
    assert lines["a"] == {
        "id": "a",
        "requirement": "Need *it*",
        "roles": ["ml", "be"],
        "priority": "must",
        "strength": "strong",
        "state": "covered",
        "reason": "stands on qortex/unlinked",
        "evidence": ["qortex/unlinked"],
        "file": f"content/{ACME}",
        "line": 2,
    }
    assert lines["z"]["evidence"] == ["qortex/unlinked", "qortex/linked"]
    assert lines["b"]["roles"] == ["ml"]
    assert {row_id: line["state"] for row_id, line in lines.items()} == {
        "a": "covered",
        "b": "partial",
        "c": "weak",
        "d": "gap",
        "e": "stale",
        "f": "claimed",
        "g": "accepted",
        "z": "covered",
    }
    assert lines["g"]["reason"] == "waived: Why not"


def test_row_is_placed_on_the_line_where_it_stands(tmp_path: Path) -> None:
    drawn = draw(tmp_path)
    (line,) = json.loads(drawn.files["coverage.json"])["applications"][0]["rows"]
    written = MINIMAL[line["file"]].split("\n")
    assert written[line["line"] - 1].strip() == "- id: ranking"


def recompute(rows: list[dict[str, Any]], role_id: str) -> tuple[int | None, dict[str, int]]:
    """Compute a role's coverage and counts from the rows, as PRODUCT words the formula."""
    weights, worth = {"must": 2, "nice": 1}, {"covered": 1.0, "partial": 0.5}
    mine = [line for line in rows if not line["roles"] or role_id in line["roles"]]
    counts = {state.value: sum(line["state"] == state for line in mine) for state in State}
    asked = [line for line in mine if line["state"] != "accepted"]
    total = sum(weights[line["priority"]] for line in asked)
    got = sum(weights[line["priority"]] * worth.get(line["state"], 0) for line in asked)
    return (int(100 * got / total) if total else None), counts


def test_every_figure_can_be_recomputed_from_the_rows(tmp_path: Path) -> None:
    found = coverage_json(tmp_path)
    seen = {}
    for application in found["applications"]:
        for entry in application["roles"]:
            expected = recompute(application["rows"], entry["id"])
            assert (entry["coverage"], entry["counts"]) == expected
            seen[application["id"], entry["id"]] = (entry["coverage"], entry["linked"])
    assert seen == {
        ("aaa", ""): (None, 0),
        # 1 + 2 of 9; 1 + 2 + 1 of 13. One of the covered stands on a linked record.
        ("acme", "be"): (33, 1),
        ("acme", "ml"): (30, 1),
        ("zzz", ""): (0, 0),
    }


def sample(strengths: str, roles: Mapping[str, str]) -> list[dict[str, object]]:
    """Return rows by the first letters of their strengths, all on a record that counts."""
    words = {"d": "direct", "s": "strong", "m": "moderate", "w": "weak"}
    return [
        row(
            f"r{n}", strength=words[letter], note="n", roles=[r] if (r := roles.get(letter)) else []
        )
        for n, letter in enumerate(strengths)
    ]


@pytest.mark.parametrize(
    ("strengths", "roles", "figures"),
    [
        ("dsssmdm", {}, {"ml": (85, 5, 2)}),
        ("sssmwsssmsss", {"w": "be"}, {"be": (83, 9, 2), "ml": (90, 9, 2)}),
    ],
    ids=["Databricks", "TensorZero"],
)
def test_samples_come_to_their_figures_where_all_records_count(
    strengths: str,
    roles: Mapping[str, str],
    figures: dict[str, tuple[int, int, int]],
    tmp_path: Path,
) -> None:
    files = {
        f"content/{ACME}": dossier(
            roles=[role(name) for name in figures], proof_points=sample(strengths, roles)
        )
    }
    (entry,) = json.loads(draw(tmp_path, files).files["coverage.json"])["applications"]
    assert {
        found["id"]: (found["coverage"], found["counts"]["covered"], found["counts"]["partial"])
        for found in entry["roles"]
    } == figures


def test_badge_is_written_for_every_dossier(tmp_path: Path) -> None:
    drawn = draw(tmp_path, {"content/applications/other/index.md": dossier(company="Other")})
    assert {name for name in drawn.files if "preview" not in name} == {
        "coverage.json",
        "badges/acme.svg",
        "badges/other.svg",
    }
