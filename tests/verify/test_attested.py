"""An attestation vouches for every value of a record, or for none of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.model.evidence import Record
from dossier.verify.attested import check_attested
from dossier.verify.signatures import RefusedError
from tests.verify.authority import COMMIT, REPO, WORKFLOW, Authority
from tests.verify.test_attestations import VENDOR

REPORT = b'{"gain": {"precision": 22, "cost": 3, "name": "x"}}'
WHEEL = "pypi_attestations-0.0.19-py3-none-any.whl"
GAIN = {"id": "gain", "name": "gain", "value": 22, "unit": "%", "op": "+"}
COST = {"id": "cost", "name": "cost", "value": 3, "unit": "ms", "at": "/gain/cost"}
SOURCE = {
    "label": "Report",
    "repo": REPO,
    "workflow": WORKFLOW,
    "commit": COMMIT[:7],
    "path": "out/report.json#/gain/precision",
    "attestation": "proofs/gain/attestation.json",
}


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def record(*metrics: dict[str, Any], **source: Any) -> Record:  # noqa: ANN401 - raw values
    raw = {"id": "gain", "claim": "C", "kind": "benchmark", "check": "rerun"}
    known = {key: value for key, value in (SOURCE | source).items() if value is not None}
    return Record.model_validate(raw | {"metrics": list(metrics), "source": known})


def put(content: Path, files: dict[str, bytes]) -> None:
    for name, raw in files.items():
        path = content / "proofs" / "gain" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def verdict(of: Record, content: Path, authority: Authority) -> str:
    assert of.source
    try:
        check_attested(of, of.source, content, authority.trust())
    except RefusedError as error:
        return str(error)
    return ""


def test_what_is_attested_gives_every_value(tmp_path: Path, authority: Authority) -> None:
    signed = json.dumps(authority.attest(REPORT)).encode()
    put(tmp_path, {"attestation.json": signed, "report.json": REPORT})
    of = record(GAIN | {"at": "/gain/precision"}, COST)
    assert of.source
    found = check_attested(of, of.source, tmp_path, authority.trust())
    assert found.values == (("gain", "22"), ("cost", "3"))
    assert found.attested.commit == COMMIT
    assert verdict(record(GAIN), tmp_path, authority) == ""
    assert verdict(record(path="report.json"), tmp_path, authority) == ""


def test_whatever_it_does_not_give_is_refused_by_reason(
    tmp_path: Path, authority: Authority
) -> None:
    signed = json.dumps(authority.attest(REPORT)).encode()
    put(tmp_path, {"attestation.json": signed, "report.json": REPORT, "other.json": b"{}"})
    cases = {
        "another value of `gain`: 22": record(GAIN | {"value": 23}),
        "names no place at which the value of `gain`": record(GAIN, COST),
        "nothing at /gain/recall": record(GAIN, path="report.json#/gain/recall"),
        "no number": record(GAIN, path="report.json#/gain"),
        "another value of `gain`: text, not a number": record(GAIN, path="report.json#/gain/name"),
        "a file that was not attested": record(GAIN | {"at": "other.json#/a"}, COST),
        "of another file: report.json": record(GAIN, path="other.json#/gain/precision"),
        "beside its attestation": record(GAIN, path="none.json#/gain"),
        "cannot be read": record(GAIN, attestation="proofs/none.json"),
        "names no `path`": record(GAIN, path=None),
        "of no host are not known": record(GAIN, repo=None),
        "of another repository": record(GAIN, repo=f"{REPO}-2"),
        "of another workflow": record(GAIN, workflow="other.yml"),
        "of another commit": record(GAIN, commit="0000000"),
    }
    said = {why: verdict(of, tmp_path, authority) for why, of in cases.items()}
    assert {why: told for why, told in said.items() if why not in told} == {}
    put(tmp_path, {"report.json": REPORT.replace(b"22", b"23")})
    assert "of another file" in verdict(record(GAIN | {"value": 23}), tmp_path, authority)


def test_a_release_is_vouched_for_by_what_its_index_serves(
    tmp_path: Path, authority: Authority
) -> None:
    served = (VENDOR / "pypi_attestations-0.0.19.tar.gz.provenance").read_bytes()
    put(tmp_path, {"release.json": served})
    repo = "https://github.com/trailofbits/pypi-attestations"
    known = {"package": "PyPI.attestations", "version": "0.0.19", "repo": repo, "path": None}
    known |= {"workflow": None, "commit": None, "attestation": "proofs/gain/release.json"}
    of = record(**known)
    assert of.source
    assert check_attested(of, of.source, tmp_path).attested.day == "2024-12-04"
    cases = {
        "of another file: pypi_attestations-0.0.19.tar.gz": record(**known | {"version": "0.0.1"}),
        "another file: pypi_attestations": record(**known | {"package": "attestations"}),
        "names no `path`": record(**known | {"package": "npm:pypi-attestations"}),
        "names no place at which the value": record(GAIN, **known),
        "of another repository": record(**known | {"repo": REPO}),
    }
    said = {}
    for why, other in cases.items():
        assert other.source
        with pytest.raises(RefusedError) as refused:
            check_attested(other, other.source, tmp_path)
        said[why] = str(refused.value)
    assert {why: told for why, told in said.items() if why not in told} == {}
    wheel = authority.attest(b"", subject=[{"name": WHEEL, "digest": {"sha256": "0" * 64}}])
    put(tmp_path, {"wheel.json": json.dumps(wheel).encode()})
    built = record(**known | {"repo": REPO, "attestation": "proofs/gain/wheel.json"})
    assert verdict(built, tmp_path, authority) == ""
    # What is no file of a release says neither package nor version.
    named = WHEEL.replace("-py3-none-any.whl", ".zip")
    unknown = authority.attest(b"", subject=[{"name": named, "digest": {"sha256": "0" * 64}}])
    put(tmp_path, {"wheel.json": json.dumps(unknown).encode()})
    assert f"of another file: {named}" in verdict(built, tmp_path, authority)
