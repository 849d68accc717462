import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.model.evidence import Record
from dossier.model.library import Library, RecordEntry, UnreadFile
from dossier.model.proof import ProofLevel, level_of, proof_of
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict, fingerprint
from dossier.verify.checkouts import Checkouts
from dossier.verify.quotes import QuoteFound
from dossier.verify.records import asked_url, check_source, merge, record_response
from dossier.verify.source_check import SourceCheck
from dossier.verify.web import AnswerKind, Response
from tests.verify.authority import COMMIT, REPO, Authority
from tests.verify.test_checkouts import git

DAY = "2026-03-01"
GOOD = CheckResult(CheckOutcome.GOOD, DAY, DAY)
REPORT = '{"precision": 0.22, "recall": 26, "note": "later"}'
HASH = hashlib.sha256(REPORT.encode()).hexdigest()


def metric(value: object, at: str | None = None, metric_id: str = "precision") -> dict[str, Any]:
    fields = {"id": metric_id, "name": metric_id, "value": value, "unit": "%", "op": "+"}
    return fields | ({"at": at} if at else {})


def entry(*metrics: dict[str, Any], **source: str) -> RecordEntry:
    record = Record.model_validate(
        {
            "id": "a",
            "claim": "A",
            "kind": "code",
            "check": "inspect",
            "metrics": list(metrics),
            "source": {"label": "S", **source} if source else None,
        }
    )
    return RecordEntry("x/a", record, None, Audience.PUBLIC, Document("x.yml"), ())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with artifacts, in a repository."""
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "report.json").write_text(REPORT)
    (tmp_path / "notes.md").write_text("# Notes\n\nPrecision rose by 22 %, recall by 26 %.\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "one")
    return tmp_path


def look(root: Path, known: RecordEntry, **clones: Path) -> SourceCheck:
    found = check_source(known, Checkouts(root, tuple(clones.items())), DAY)
    assert {part.record for part in found.parts.values()} <= {known.stamp().fingerprint}
    # What each part is bound to is the same everywhere.
    found.parts = {name: replace(part, record="") for name, part in found.parts.items()}
    return found


@pytest.mark.parametrize(
    ("known", "values"),
    [
        (entry(path="notes.md"), ()),
        (entry(path="bench"), ()),
        (entry(path="notes.md:3"), ()),
        (entry(metric(22), path="notes.md"), ()),
        (entry(metric(22), path="bench/report.json#/precision"), (("precision", "0.22"),)),
        (
            entry(metric(22, "/precision"), metric(26, "/recall", "r"), path="bench/report.json"),
            (("precision", "0.22"), ("r", "26")),
        ),
        (
            entry(metric(22, "notes.md#L3"), path="bench/report.json"),
            (("precision", "22 %, 26 %"),),
        ),
        (
            entry(metric(22, "/precision"), path=f"bench/report.json#sha256={HASH}"),
            (("precision", "0.22"),),
        ),
    ],
)
def test_file_says_what_the_record_says(
    root: Path, known: RecordEntry, values: tuple[tuple[str, str], ...]
) -> None:
    found = look(root, known)
    place = found.parts.pop(SourcePart.PLACE, None)
    assert (place is not None) is (known.record.source.path == "notes.md:3")  # type: ignore[union-attr]
    exact = tuple(name for name, said in values if said != "22 %, 26 %")
    good = replace(GOOD, values=values, exact=exact)
    assert (found.parts, found.skipped) == ({SourcePart.FILE: good}, [])


def test_contradicted_metrics_are_told_apart_from_the_others(root: Path) -> None:
    metrics = (metric(23, "/precision"), metric(26, "/recall", "recall"))
    found = look(root, entry(*metrics, path="bench/report.json"))
    values = (("precision", "0.22"), ("recall", "26"))
    against = CheckResult(CheckOutcome.CONTRADICTED, DAY, values=values, against=("precision",))
    against = replace(against, exact=("precision", "recall"))
    assert found.parts == {SourcePart.FILE: against}


@pytest.mark.parametrize("display", ["2 or 3", "a lot more"])
def test_nothing_proves_a_value_that_is_shown_otherwise(root: Path, display: str) -> None:
    known = entry(metric(22, "/precision") | {"display": display}, path="bench/report.json")
    found = look(root, known)
    assert found.parts[SourcePart.FILE].exact == ()
    (verdict,) = merge(
        Library(Audience.PUBLIC, records={known.id: known}), {}, {known.id: found}
    ).values()
    assert level_of(replace(known, verdict=verdict)) < ProofLevel.MEASURED
    assert [f"is shown as `{display}`" in why for why in found.skipped] == [True]
    assert (
        look(
            root, entry(metric(22, "/precision") | {"display": "22"}, path="bench/report.json")
        ).skipped
        == []
    )


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (entry(path="none.md"), "none.md cannot be read: No such file or directory"),
        (entry(path="notes.md:9"), "notes.md has 3 lines, and none that is L9"),
        (
            entry(metric(22), path="bench/report.json#/gone"),
            "bench/report.json has nothing at /gone",
        ),
        (
            entry(metric(22), path="bench/report.json#/note"),
            "bench/report.json#/note is text, not a number",
        ),
        (entry(metric(22, "tests"), url="https://example.org", path="none"), None),
    ],
)
def test_file_that_is_not_as_said_is_broken(
    root: Path, known: RecordEntry, why: str | None
) -> None:
    found = look(root, known)
    broken = {SourcePart.FILE: CheckResult(CheckOutcome.BROKEN, DAY, said=why)} if why else {}
    assert found.parts == broken


def test_commit_of_a_clone_and_its_file(root: Path) -> None:
    commit = git(root, "rev-parse", "HEAD")
    (root / "bench" / "report.json").write_text("{}")
    known = entry(metric(22, "/precision"), package="q", commit=commit, path="bench/report.json")
    found = look(root / "bench", known, q=root)
    file = replace(GOOD, values=(("precision", "0.22"),), exact=("precision",))
    assert found.parts == {SourcePart.COMMIT: GOOD, SourcePart.FILE: file}
    blob = hashlib.sha1(f"blob {len(REPORT)}\0{REPORT}".encode(), usedforsecurity=False)
    assert (found.revision, found.content) == (commit, f"swh:1:cnt:{blob.hexdigest()}")
    lost = look(root, entry(package="q", commit="0" * 40, path="notes.md"), q=root)
    said = f"the clone has no commit {'0' * 40}"
    assert lost.parts == {SourcePart.COMMIT: CheckResult(CheckOutcome.BROKEN, DAY, said=said)}


@pytest.mark.parametrize(
    ("metrics", "outcome", "said"),
    [
        ((metric(22),), CheckOutcome.GOOD, ""),
        ((metric(12),), CheckOutcome.REFUSED, "its lines say 22 %, 26 %, and no value of the"),
        ((metric(12), metric(26, metric_id="recall")), CheckOutcome.GOOD, ""),
        ((metric(12) | {"unit": "ms"},), CheckOutcome.GOOD, ""),
        ((), CheckOutcome.GOOD, ""),
    ],
)
def test_lines_with_other_values_in_the_same_unit_prove_nothing(
    root: Path, metrics: tuple[dict[str, Any], ...], outcome: CheckOutcome, said: str
) -> None:
    place = look(root, entry(*metrics, path="notes.md", lines="3")).parts[SourcePart.PLACE]
    assert place.outcome is outcome
    assert place.said.startswith(said)
    assert place.lines


def test_nothing_counts_at_a_commit_that_no_branch_or_tag_leads_to(root: Path) -> None:
    commit = git(root, "commit-tree", "HEAD^{tree}", "-m", "nowhere")
    for value, outcome in ((22, CheckOutcome.REFUSED), (12, CheckOutcome.CONTRADICTED)):
        fields = {"package": "q", "commit": commit, "path": "bench/report.json"}
        known = entry(metric(value, "/precision"), **fields)
        found = look(root, known, q=root)
        assert found.parts[SourcePart.FILE].outcome is outcome
        said = found.parts[SourcePart.COMMIT].said
        assert said.startswith(f"no branch or tag leads to its commit {commit[:12]}")
        (verdict,) = merge(
            Library(Audience.PRIVATE, None, {}, {"x/a": known}), {}, {"x/a": found}
        ).values()
        assert level_of(replace(known, verdict=verdict)) is ProofLevel.NAMED
    git(root, "tag", "kept", commit)
    assert look(root, known, q=root).parts[SourcePart.COMMIT] == GOOD


def test_commit_that_a_shallow_clone_may_just_not_have_is_skipped(
    root: Path, tmp_path: Path
) -> None:
    commit = git(root, "rev-parse", "HEAD")
    (root / "notes.md").write_text("")
    git(root, "commit", "--quiet", "-am", "two")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "shallow")
    found = look(root, entry(package="q", commit=commit, path="notes.md"), q=root / "shallow")
    assert (found.parts, found.revision) == ({}, "")
    assert found.skipped[0] == "the clone is shallow and does not have its commit"


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (entry(), "it names no source"),
        (entry(label="S"), "its source is only a label"),
        (
            entry(package="q", path="notes.md"),
            "its files are elsewhere: name a clone, --clone q=DIR",
        ),
        (
            entry(url="https://example.org/q", path="notes.md"),
            "its files are elsewhere: name a clone, --clone https://example.org/q=DIR",
        ),
    ],
)
def test_what_cannot_be_checked_says_why(root: Path, known: RecordEntry, why: str) -> None:
    found = look(root, known)
    assert (found.parts, found.skipped) == ({}, [why])


def test_host_that_reads_like_another_is_no_source(root: Path) -> None:
    for known in (
        entry(url="https://g1thub.com/a"),
        entry(repo="https://g1thub.com/a", commit="a"),
    ):
        (broken,) = look(root, known).parts.values()
        said = "its host reads like `github.com`, and is another: g1thub.com"
        assert broken == CheckResult(CheckOutcome.BROKEN, DAY, said=said)


def test_values_of_a_linked_source_may_be_kept_in_the_project(root: Path) -> None:
    url = "https://example.org/report"
    found = look(root, entry(metric(22), url=url, path="bench/report.json#/precision"))
    assert found.parts[SourcePart.FILE].values == (("precision", "0.22"),)


def test_answers_of_addresses() -> None:
    found = SourceCheck(DAY)
    record_response(found, Response(AnswerKind.UNCLEAR, "403 Forbidden"))
    assert found.skipped == ["its address says nothing to a program: 403 Forbidden"]
    assert found.parts == {}
    record_response(found, Response(AnswerKind.BROKEN, "404 Not Found"))
    assert found.parts == {
        SourcePart.URL: CheckResult(CheckOutcome.BROKEN, DAY, said="404 Not Found")
    }
    record_response(found, Response(AnswerKind.GOOD, moved="https://example.org/b"))
    assert found.parts == {SourcePart.URL: replace(GOOD, moved="https://example.org/b")}
    refused = CheckResult(CheckOutcome.REFUSED, DAY)
    for answer, quote, place in (
        (Response(AnswerKind.GOOD), QuoteFound(spelled="“x”"), replace(GOOD, spelled="“x”")),
        (Response(AnswerKind.GOOD), QuoteFound("twice"), replace(refused, said="twice")),
        (
            Response(AnswerKind.GOOD, elsewhere="b.example"),
            QuoteFound(),
            replace(refused, said="its page is redirected to another host: b.example"),
        ),
    ):
        record_response(found, answer, quote)
        assert found.parts[SourcePart.PLACE] == place
    assert asked_url(entry(url="mailto:a@example.org").record.source) == ""
    assert asked_url(entry(url="https://a.example").record.source) == "https://a.example"
    assert asked_url(None) == ""
    repo = {"repo": "https://github.com/ada/loads", "commit": "abc1234", "path": "a.py"}
    known = entry(**repo, lines="3").record.source
    assert asked_url(known) == "https://github.com/ada/loads/blob/abc1234/a.py"


def test_what_was_not_looked_at_keeps_its_result_and_its_day() -> None:
    early = CheckResult(CheckOutcome.GOOD, "2026-01-01", "2026-01-01")
    known = entry(url="https://a.example", path="a")
    before = Verdict(fingerprint(known.record), {SourcePart.URL: early, SourcePart.FILE: early})
    library = Library(
        Audience.PRIVATE,
        records={"x/a": replace(known, verdict=before), "x/b": entry(path="b")},
        unread=frozenset({UnreadFile("broken.yml", FileKind.EVIDENCE, "broken")}),
    )
    verdicts = {"x/a": before, "x/b": before, "gone/a": before, "broken/a": before}
    new = SourceCheck(DAY)
    new.broken(SourcePart.URL, "404")
    merged = merge(library, verdicts, {"x/a": new})
    lost = CheckResult(CheckOutcome.BROKEN, DAY, "2026-01-01", "404")
    assert merged == {
        "x/a": Verdict(before.of, {SourcePart.URL: lost, SourcePart.FILE: early}),
        # Nobody knows yet whether what is broken in its file lapses it.
        "broken/a": before,
    }


def test_what_a_machine_signed_vouches_until_the_record_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority, report = Authority(), b'{"precision": 22}'
    folder = tmp_path / "proofs"
    folder.mkdir()
    (folder / "report.json").write_bytes(report)
    (folder / "a.json").write_text(json.dumps(authority.attest(report)))
    places = Checkouts(tmp_path, (), tmp_path, authority.trust())
    source = {"repo": REPO, "path": "report.json#/precision", "attestation": "proofs/a.json"}
    known = entry(metric(22), **source)
    found = check_source(known, places, DAY)
    known_library = Library(Audience.PRIVATE, records={known.id: known})
    (verdict,) = merge(known_library, {}, {known.id: found}).values()
    said = f"Measured by the repository’s own workflow at commit {COMMIT[:7]} on 10 Feb 2026."
    assert proof_of(replace(known, verdict=verdict)).sentence == said
    changed = replace(known, record=known.record.model_copy(update={"claim": "B"}))
    assert level_of(replace(changed, verdict=verdict)) < ProofLevel.ATTESTED
    forged = check_source(entry(metric(23), **source), places, DAY)
    refused = forged.parts[SourcePart.ATTESTATION]
    assert (refused.outcome, "another value" in refused.said) == (CheckOutcome.REFUSED, True)
    assert forged.attested is None
    shown = check_source(entry(metric(22) | {"display": "220"}, **source), places, DAY)
    assert "is shown as `220`" in shown.parts[SourcePart.ATTESTATION].said
    assert shown.attested is None
    monkeypatch.setitem(sys.modules, "sigstore.errors", None)
    without = check_source(known, places, DAY)
    assert without.parts == {}
    assert "not installed" in without.skipped[0]
