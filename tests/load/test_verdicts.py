from pathlib import Path

import pytest

from dossier.load.verdicts import LIMIT, read_verdicts
from dossier.model.audience import Audience
from dossier.model.verdict import (
    CheckOutcome,
    CheckResult,
    SourcePart,
    Verdict,
    fingerprint,
    spell_verdicts,
)
from dossier.plain.problems import Place
from tests.builders import EVIDENCE, MINIMAL, write_site
from tests.views import library as read_library
from tests.views import view

GOOD = CheckResult(CheckOutcome.GOOD, "2026-03-01", "2026-03-01")
FILE = "content/verified.json"


def test_results_are_read(tmp_path: Path) -> None:
    verdicts = {"a/a": Verdict("1", {SourcePart.URL: GOOD})}
    (tmp_path / "x").write_text(spell_verdicts(verdicts))
    assert read_verdicts(tmp_path / "x", "x") == (verdicts, [])


def test_file_that_cannot_be_read_gives_no_result_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for content in (b"\xff", b"{", b"{}"):
        path.write_bytes(content)
        verdicts, problems = read_verdicts(path, "x")
        assert verdicts == {}
        assert [(p.code, p.where) for p in problems] == [("verified-form", Place("x"))]
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert "more than the 5,000,000" in read_verdicts(path, "x")[1][0].message


@pytest.mark.parametrize("audience", Audience)
def test_only_the_author_is_told_of_a_broken_file(tmp_path: Path, audience: Audience) -> None:
    seen = view(write_site(tmp_path, MINIMAL | {FILE: "{"}, audience=audience))
    library, problems = seen.library, seen.found
    told = [p.code for p in problems]
    assert told == (["verified-form"] if audience is Audience.PRIVATE else [])
    assert library.records["qortex/gain"].verdict is None


def test_record_has_its_result_until_it_changes(tmp_path: Path) -> None:
    library = read_library(write_site(tmp_path, MINIMAL))
    verdict = Verdict(fingerprint(library.records["qortex/gain"].record), {SourcePart.URL: GOOD})
    files = MINIMAL | {FILE: spell_verdicts({"qortex/gain": verdict, "gone/x": verdict})}
    seen = view(write_site(tmp_path, files))
    library, problems = seen.library, seen.found
    assert library.records["qortex/gain"].verdict == verdict
    assert problems == ()
    files["content/evidence/qortex.yml"] = EVIDENCE.replace("value: 22", "value: 23")
    library = read_library(write_site(tmp_path, files))
    assert library.records["qortex/gain"].verdict is None
