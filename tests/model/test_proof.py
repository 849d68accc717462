from dataclasses import replace
from typing import Any

import pytest

from dossier.model.audience import Audience
from dossier.model.confirmation import Confirmation
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.library import RecordEntry
from dossier.model.proof import ProofLevel, level_of, proof_of, proofs_of, unchecked
from dossier.model.verdict import Attested, CheckOutcome, CheckResult, SourcePart, Verdict

DAY = "2026-03-01"
GOOD = CheckResult(CheckOutcome.GOOD, DAY, DAY)
REFUSED = CheckResult(CheckOutcome.REFUSED, DAY, said="it stands there twice")
BROKEN = CheckResult(CheckOutcome.BROKEN, DAY)
MEASURED = replace(GOOD, values=(("m", "22"),), exact=("m",))
MACHINE = Attested(
    *("https://github.com/ada/loads", "proof.yml", "abc1234def", "2026-02-10", "0" * 64),
    "https://github.com/ada/loads/actions/runs/1",
)
MARIA = Confirmation(
    *("x/a", "github:maria", Audience.PUBLIC, "text", "signature", "key"), "2026-03-02"
)
URL, FILE, PLACE = SourcePart.URL, SourcePart.FILE, SourcePart.PLACE


def entry(check: str = "inspect", metrics: int = 1, **source: str) -> RecordEntry:
    known: dict[str, Any] = {
        "id": "a",
        "claim": "A",
        "kind": "code",
        "check": check,
        "metrics": [{"id": "mn"[n], "name": "m", "value": 22} for n in range(metrics)],
        "source": {"label": "S", **source} if source else None,
    }
    record = Record.model_validate(known)
    return RecordEntry("x/a", record, None, Audience.PUBLIC, Document("x.yml"), ())


def checked(known: RecordEntry, parts: dict[SourcePart, CheckResult], **facts: Any) -> RecordEntry:  # noqa: ANN401
    of = known.stamp().fingerprint
    bound = {part: replace(found, record=of) for part, found in parts.items()}
    return replace(known, verdict=Verdict("", bound, **facts))


SITE = entry(url="https://example.org/r", quote="As said")
PROJECT = entry(path="report.json#/m")


@pytest.mark.parametrize(
    ("known", "level", "said"),
    [
        (entry(), 0, "My own statement."),
        (entry(check="statement", url="https://example.org"), 0, "My own statement."),
        (SITE, 1, "A source is named; no check has opened it."),
        (checked(SITE, {URL: BROKEN}), 1, "A source is named; no check has opened it."),
        (checked(SITE, {URL: replace(GOOD, elsewhere="evil.example")}), 1, "A source is named"),
        (checked(SITE, {URL: GOOD, PLACE: REFUSED}), 2, "Its address answered my check"),
        (checked(PROJECT, {FILE: GOOD}), 2, "Its file was there for my check on 1 Mar"),
        (checked(PROJECT, {SourcePart.COMMIT: GOOD}), 2, "Its commit was there"),
        (checked(SITE, {URL: GOOD, PLACE: GOOD}), 3, "The quoted words stood there, once, when"),
        (
            checked(PROJECT, {FILE: GOOD, PLACE: GOOD}),
            3,
            "The lines stood there when my check looked on",
        ),
        (checked(PROJECT, {FILE: MEASURED}), 4, "The artifact gave the value to my check on"),
        (
            checked(PROJECT, {FILE: MEASURED, SourcePart.ATTESTATION: GOOD}, attested=MACHINE),
            5,
            "Measured by the repository’s own workflow at commit abc1234 on 10 Feb 2026.",
        ),
        (
            checked(PROJECT, {FILE: MEASURED, SourcePart.ATTESTATION: REFUSED}, attested=MACHINE),
            4,
            "The artifact gave",
        ),
        (
            replace(entry(check="statement"), confirmations=(MARIA,)),
            6,
            "Confirmed by github:maria, with a signature that is kept since 2 Mar 2026.",
        ),
    ],
)
def test_level_follows_from_what_was_checked(known: RecordEntry, level: int, said: str) -> None:
    proof = proof_of(known)
    assert (proof.level, proof.sentence[: len(said)]) == (level, said)


def test_all_values_have_to_be_measured() -> None:
    two = entry(metrics=2, path="report.json#/m")
    half = checked(two, {FILE: MEASURED})
    assert (level_of(half), unchecked(half)) == (ProofLevel.OPENS, "1 of 2 values")
    whole = checked(two, {FILE: replace(MEASURED, exact=("m", "n"))})
    assert (level_of(whole), unchecked(whole)) == (ProofLevel.MEASURED, "")
    in_lines = checked(two, {FILE: replace(MEASURED, exact=())})
    assert level_of(in_lines) is ProofLevel.OPENS


def test_proof_lapses_with_whatever_changes_of_the_record() -> None:
    known = checked(SITE, {URL: GOOD, PLACE: GOOD})
    assert unchecked(known) == ""
    for change in ({"claim": "B"}, {"limits": "C"}, {"check": "rerun"}, {"part": "sole"}):
        changed = replace(known, record=known.record.model_copy(update=change))
        assert level_of(changed) is ProofLevel.NAMED, change
    assert level_of(replace(known, project="other")) is ProofLevel.NAMED
    unbound = replace(known, verdict=Verdict("", {URL: GOOD, PLACE: GOOD}))
    assert level_of(unbound) is ProofLevel.NAMED


def test_quote_on_a_page_of_the_authors_own_says_so() -> None:
    known = checked(SITE, {URL: GOOD, PLACE: GOOD})
    assert "on the author’s page" in proof_of(known, on_own_page=True).sentence


def test_what_is_below_the_best_is_told_too_with_what_each_does_not_show() -> None:
    known = checked(PROJECT, {FILE: MEASURED, SourcePart.ATTESTATION: GOOD}, attested=MACHINE)
    found = proofs_of(replace(known, confirmations=(MARIA,)))
    assert [proof.level for proof in found] == [6, 5, 4]
    assert [bool(proof.limit) for proof in found] == [True, True, False]
    assert found[1].href == MACHINE.run
    logged = replace(MACHINE, run="", log="42")
    by_log = checked(PROJECT, {SourcePart.ATTESTATION: GOOD}, attested=logged)
    assert proof_of(by_log).href == "https://search.sigstore.dev/?logIndex=42"


def test_what_could_not_be_checked_is_named_beside_what_could() -> None:
    quoted = entry(url="https://example.org", quote="As said", attestation="proofs/a.json")
    assert unchecked(quoted) == ""
    assert unchecked(checked(quoted, {URL: GOOD})) == "the quote, the attestation"
