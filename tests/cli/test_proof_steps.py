from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.cli.proof_steps import MOST, Step, next_step, proof_table
from dossier.model.library import RecordEntry
from dossier.model.proof import ProofLevel
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart
from dossier.verify.source_check import SourceCheck
from tests.model.test_proof import BROKEN, GOOD, MARIA, MEASURED, REFUSED, checked, entry

URL, FILE, PLACE = SourcePart.URL, SourcePart.FILE, SourcePart.PLACE
PAGE = entry(url="https://example.org/r")
QUOTED = entry(url="https://example.org/r", quote="As said")
REPO = entry(repo="https://github.com/ada/loads", path="report.json#/m")
ASK = "dossier ask ID --of github:NAME"


@pytest.mark.parametrize(
    ("known", "reachable", "command"),
    [
        (entry(), 6, ASK),
        (PAGE, 2, "dossier verify ID --online"),
        (QUOTED, 3, "dossier verify ID --online"),
        (checked(PAGE, {URL: GOOD}), 3, "add `quote: …`, then dossier verify ID --online"),
        (
            checked(QUOTED, {URL: GOOD, PLACE: REFUSED}),
            3,
            "mend `quote` or its place, then dossier verify ID --online",
        ),
        (checked(PAGE, {URL: BROKEN}), 2, "mend its source, then dossier verify ID --online"),
        (checked(REPO, {URL: GOOD, FILE: MEASURED}), 5, "dossier new proof ID --run … --at …"),
        (checked(QUOTED, {URL: GOOD, PLACE: GOOD}), 6, ASK),
        (replace(QUOTED, confirmations=(MARIA,)), 6, ""),
    ],
)
def test_next_step_is_what_takes_least(known: RecordEntry, reachable: int, command: str) -> None:
    step = next_step(known, None)
    assert (step.reachable, step.command) == (reachable, command)


def test_clone_is_asked_for_where_files_are_elsewhere() -> None:
    check = SourceCheck("2026-03-01", skipped=["its files are elsewhere: name a clone, --clone …"])
    repo = "https://github.com/ada/loads"
    command = f"dossier verify ID --clone {repo}=DIR"
    known = checked(REPO, {URL: GOOD})
    assert next_step(known, check) == Step(ProofLevel.OPENS, ProofLevel.MEASURED, command)
    lines = checked(entry(metrics=0, repo=repo, path="a.py", lines="1-2"), {URL: GOOD})
    assert next_step(lines, check).reachable is ProofLevel.PLACED


def named(count: int, of: Callable[[int], RecordEntry]) -> dict[str, RecordEntry]:
    return {f"x/r{number}": of(number) for number in range(count)}


def test_table_of_few_and_of_many() -> None:
    few = proof_table(named(2, lambda number: (PAGE, entry())[number]), {})
    assert list(few) == [
        "record  now            reachable              by",
        "x/r0    source named   source opens           dossier verify x/r0 --online",
        "x/r1    own statement  confirmed by a person  dossier ask x/r1 --of github:NAME",
    ]
    found = CheckResult(CheckOutcome.GOOD, "2026-03-01")
    many = named(MOST + 2, lambda number: PAGE if number else checked(PAGE, {URL: found}))
    assert [line.split("  ")[0] for line in proof_table(many, {})] == [
        *("record", "x/r0", "x/r1 and 20 more"),
    ]
    assert not list(proof_table({}, {}))


def test_what_cannot_be_proven_better_has_no_next_step() -> None:
    *_, row = proof_table({"x/r": replace(QUOTED, confirmations=(MARIA,))}, {})
    assert row.split() == ["x/r", "confirmed", "by", "a", "person"]
