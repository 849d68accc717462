import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.load.recheck import rechecked
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.library import RecordEntry
from dossier.model.lock import stamp_of
from dossier.model.proof import ProofLevel, level_of
from dossier.model.verdict import (
    Attested,
    CheckOutcome,
    CheckResult,
    SourcePart,
    Verdict,
    fingerprint,
    spell_verdicts,
)
from dossier.verify.checkouts import Checkouts
from tests.builders import MINIMAL, write_site
from tests.verify.authority import COMMIT, REPO, WORKFLOW, Authority
from tests.views import library

PATH, LINES = {"path": "bench.json#/m"}, {"path": "notes.md", "lines": "1"}
URL = {"url": "https://example.org/r"}
METRIC = {"id": "m", "name": "m", "value": 22}
FORGED = Attested(REPO, WORKFLOW, COMMIT, "2026-02-10", "0" * 64)
FILE, PLACE, SIGNED = SourcePart.FILE, SourcePart.PLACE, SourcePart.ATTESTATION


def record(**source: str) -> dict[str, Any]:
    known = {"id": "r", "claim": "C", "kind": "code", "check": "rerun", "metrics": [METRIC]}
    return known | {"source": {"label": "S", **source}}


def result(raw: dict[str, Any], part: SourcePart, attested: Attested | None = None) -> Verdict:
    """Return what whoever edits the results would write: that a part is good."""
    of = Record.model_validate(raw)
    stamp = stamp_of(of, None).fingerprint
    good = CheckResult(CheckOutcome.GOOD, "2026-02-01", "2026-02-01", record=stamp)
    good = replace(good, exact=("m",) if part is FILE else ())
    return Verdict(fingerprint(of), {part: good}, attested=attested)


def test_results_are_held_against_the_files_that_are_here(tmp_path: Path) -> None:
    cases = (
        ("true", PATH, FILE, '{"m": 22}', ProofLevel.MEASURED),
        ("changed", PATH, FILE, '{"m": 23}', ProofLevel.NAMED),
        ("gone", PATH, FILE, None, ProofLevel.NAMED),
        ("no file", URL, FILE, '{"m": 22}', ProofLevel.NAMED),
        ("no place of its own", {"path": "bench.json"}, FILE, '{"m": 22}', ProofLevel.NAMED),
        ("lines", LINES, PLACE, '{"m": 22}', ProofLevel.PLACED),
        ("no such lines", LINES | {"lines": "9"}, PLACE, '{"m": 22}', ProofLevel.NAMED),
        ("quote", {"path": "notes.md", "quote": "Rose by 22"}, PLACE, "", ProofLevel.PLACED),
        ("no quote", {"path": "notes.md", "quote": "Fell"}, PLACE, "", ProofLevel.NAMED),
        ("unsigned", {"attestation": "proofs/a.json", "repo": REPO}, SIGNED, "", ProofLevel.NAMED),
        # Nobody can look these up again without asking: they are the word of the author's check.
        ("a page's quote", URL | {"quote": "Rose"}, PLACE, "", ProofLevel.PLACED),
        ("files elsewhere", PATH | {"repo": REPO}, FILE, "", ProofLevel.MEASURED),
    )
    for name, source, part, bench, expected in cases:
        raw = record(**source)
        root = tmp_path / name.replace(" ", "-").replace("'", "")
        files = {
            "content/evidence/x.yml": yaml.safe_dump({"audience": "public", "evidence": [raw]}),
            "content/verified.json": spell_verdicts({"x/r": result(raw, part, FORGED)}),
            "notes.md": "Rose by 22.\n",
        }
        beside = {"bench.json": bench} if bench is not None else {}
        for audience in (Audience.PRIVATE, Audience.PUBLIC):
            folder = root / audience
            settings = write_site(folder, MINIMAL | files | beside, audience=audience)
            assert level_of(library(settings).records["x/r"]) is expected, (name, audience)


def test_attestation_is_checked_anew_and_its_facts_are_its_own(tmp_path: Path) -> None:
    authority, report = Authority(), b'{"m": 22}'
    folder = tmp_path / "proofs"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(authority.attest(report)))
    (folder / "bench.json").write_bytes(report)
    signed = {"attestation": "proofs/a.json", "repo": REPO, "commit": COMMIT, **PATH}
    raw = record(**signed)
    places = Checkouts(tmp_path, content=tmp_path, trust=authority.trust())
    source = Document("x.yml")

    def now() -> RecordEntry:
        files = [("x", source, {"evidence": [raw]})]
        kept = {"x/r": result(raw, SIGNED, Attested(REPO, "other.yml", "f" * 40, "2020", ""))}
        found = rechecked(files, kept, places)["x/r"]
        model = Record.model_validate(raw)
        return RecordEntry("x/r", model, None, Audience.PUBLIC, source, (), found)

    entry = now()
    assert level_of(entry) is ProofLevel.ATTESTED
    assert entry.verdict
    assert entry.verdict.attested
    assert entry.verdict.attested.workflow == WORKFLOW
    (folder / "bench.json").write_bytes(b'{"m": 22.0}')
    assert level_of(now()) is ProofLevel.NAMED


def test_nothing_is_read_where_nothing_was_found(tmp_path: Path) -> None:
    never: Any = (1 / number for number in (0,))
    lost = Verdict("", {SourcePart.URL: CheckResult(CheckOutcome.GOOD, "2026")})
    assert rechecked(never, {"x/r": lost}, Checkouts(tmp_path)) == {"x/r": lost}


def test_what_was_found_wrong_is_not_looked_at_again(tmp_path: Path) -> None:
    raw = record(**LINES)
    (tmp_path / "notes.md").write_text("Rose by 22.\n")
    good = result(raw, FILE)
    wrong = CheckResult(CheckOutcome.BROKEN, "2026-02-01", said="it was not there")
    kept = {"x/r": replace(good, parts={**good.parts, PLACE: wrong})}
    held = rechecked([("x", Document("x.yml"), {"evidence": [raw]})], kept, Checkouts(tmp_path))
    assert held["x/r"].parts[PLACE] is wrong


def test_signature_that_nothing_here_can_check_proves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "proofs").mkdir()
    (tmp_path / "proofs/a.json").write_text(json.dumps(Authority().attest(b"{}")))
    (tmp_path / "proofs/bench.json").write_text('{"m": 22}')
    raw = record(attestation="proofs/a.json", repo=REPO, **PATH)
    kept = {"x/r": result(raw, SIGNED, FORGED)}
    monkeypatch.setitem(sys.modules, "sigstore.errors", None)
    places = Checkouts(tmp_path, content=tmp_path)
    held = rechecked([("x", Document("x.yml"), {"evidence": [raw]})], kept, places)["x/r"]
    assert held.attested is None
    assert held.parts[SIGNED].outcome is CheckOutcome.REFUSED
    assert held.parts[SIGNED].said.startswith("nothing here can check it")
