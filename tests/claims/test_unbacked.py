from pathlib import Path

import pytest

from dossier.claims.context import Context
from dossier.claims.unbacked import is_backed, slip
from tests.builders import MINIMAL, write_site
from tests.claims.saying import sentence
from tests.views import diagnose

CURRENT = "id: precision, name: sleep current, value: 2.8, unit: µA, scope: at 64 MHz"


@pytest.mark.parametrize(
    "text",
    [
        "It took 4 tries",
        "It runs at 64 MHz in its sleep",
        "Sleep current: 2.8",
        "Of 40 tries 12 of them failed",
    ],
)
def test_what_needs_no_record(text: str) -> None:
    read = sentence(text, CURRENT)
    assert is_backed(read, Context(read), read.figures[-1])


@pytest.mark.parametrize("text", ["It took 12 tries", "It took 40 minutes", "It is 36% less"])
def test_what_needs_one(text: str) -> None:
    read = sentence(text, CURRENT)
    assert not is_backed(read, Context(read), read.figures[-1])


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        ("The sleep took 28 µA", True),
        ("The sleep took 2.8 mA", True),
        ("qortex in its sleep took 7 mA", False),
        ("The fan took 7 V", False),
        ("The sleep current fell by 7%", False),
    ],
)
def test_slips_of_the_pen_and_of_the_unit(text: str, is_slip: bool) -> None:  # noqa: FBT001 - a table's
    read = sentence(text, CURRENT)
    assert bool(slip(read, Context(read), read.figures[0])) is is_slip


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        ("qortex kept 14 ward rounds", True),
        ("qortex kept 14 round tables", False),
        ("qortex kept 14 rounds tables", False),
    ],
)
def test_slip_of_a_count_counts_the_same(text: str, *, is_slip: bool) -> None:
    read = sentence(text, "id: precision, name: rounds, forms: [visits], value: 41")
    assert bool(slip(read, Context(read), read.figures[0])) is is_slip


@pytest.mark.parametrize(("status", "backed"), [("shipped", True), ("unconfirmed", False)])
def test_what_is_not_confirmed_backs_nothing_but_itself(
    tmp_path: Path,
    status: str,
    backed: bool,  # noqa: FBT001 - a table's
) -> None:
    evidence = (
        "evidence:\n  - {id: told, claim: Saved 47 hours of toil, kind: code, check: statement, "
        f"status: {status}}}\n"
    )
    page = MINIMAL["content/applications/acme/index.md"].replace(
        "## Notes", "We saved 47 hours of toil.\n\n## Notes"
    )
    files = MINIMAL | {
        "content/evidence/toil.yml": evidence,
        "content/applications/acme/index.md": page,
    }
    found = diagnose(write_site(tmp_path, files)).problems
    told = [p.where.file for p in found if p.code == "figure-unbacked"]
    assert told == ([] if backed else ["content/applications/acme/index.md"])
