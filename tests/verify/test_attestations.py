"""Attestations that hosts signed are accepted, forged ones refused, each by its reason."""

import base64
import copy
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from dossier.plain.errors import ConfigError
from dossier.verify.attestations import Expected, check_attestation, read_bundles
from dossier.verify.signatures import RefusedError
from tests.verify.authority import COMMIT, REPO, RUN, WORKFLOW, Authority

VENDOR = Path(__file__).parent / "vendor"
REPORT = b'{"precision": 22}'
DIGEST = hashlib.sha256(REPORT).hexdigest()
EXPECTED = Expected(REPO, WORKFLOW, COMMIT)
PYPI = Expected("https://github.com/trailofbits/pypi-attestations", "release.yml", "08802efe1f8e")
GITLAB = Expected("https://gitlab.com/facutuesca/gitlab-oidc-project")
REAL = {
    "pypi_attestations-0.0.19.tar.gz.slsa.attestation": (
        PYPI,
        "9bb1add04b1b4e182be6b0b80931593f7a291eb49d69b4fd728a5d4cbcdc4bd3",
    ),
    "pypi_attestations-0.0.19.tar.gz.provenance": (
        PYPI,
        "9bb1add04b1b4e182be6b0b80931593f7a291eb49d69b4fd728a5d4cbcdc4bd3",
    ),
    "gitlab_oidc_project-0.0.3.tar.gz.publish.attestation": (
        GITLAB,
        "c1ca9b0d85df1606451098233018534497bf584362e10e4a8c21dfaea92c02a8",
    ),
}


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def spelled(*bundles: object) -> bytes:
    return "\n".join(map(json.dumps, bundles)).encode()


def verdict(
    content: bytes, root: bytes | None, expected: Expected = EXPECTED, digest: str = DIGEST
) -> str:
    try:
        check_attestation(content, digest, expected, root)
    except RefusedError as error:
        return str(error)
    return ""


def test_attestations_of_real_releases_hold() -> None:
    found = {
        name: check_attestation((VENDOR / name).read_bytes(), digest, expected)
        for name, (expected, digest) in REAL.items()
    }
    days = [(attested.day, attested.workflow) for attested in found.values()]
    assert days == [
        ("2024-12-04", ".github/workflows/release.yml"),
        ("2024-12-04", ".github/workflows/release.yml"),
        ("2024-11-19", ".gitlab-ci.yml"),
    ]
    assert all(attested.commit and attested.log for attested in found.values())


def test_attestation_in_a_log_of_the_second_version_holds() -> None:
    bundle = (VENDOR / "a.dsse.staging-rekor-v2.txt.sigstore.json").read_bytes()
    staging = "_store/https%3A%2F%2Ftuf-repo-cdn.sigstage.dev/trusted_root.json"
    root = (resources.files("sigstore") / staging).read_bytes()
    repo = "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon"
    digest = "a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf"
    assert check_attestation(bundle, digest, Expected(repo), root).commit.startswith("977e8d0")
    assert verdict(bundle, None, Expected(repo), digest) != ""


def test_attestations_of_real_releases_are_of_nothing_else(authority: Authority) -> None:
    name = "pypi_attestations-0.0.19.tar.gz.slsa.attestation"
    content, digest = (VENDOR / name).read_bytes(), REAL[name][1]
    said = {
        "of another file": verdict(content, None, PYPI, DIGEST),
        "another repository": verdict(content, None, EXPECTED, digest),
        "of no authority": verdict(content, authority.trust(), PYPI, digest),
        "the workflows of gitlab.com": verdict(content, None, GITLAB, digest),
    }
    assert {why: told for why, told in said.items() if why not in told} == {}


def test_what_was_attested_is_told(authority: Authority) -> None:
    found = check_attestation(
        spelled(authority.attest(REPORT)), DIGEST, EXPECTED, authority.trust()
    )
    assert (found.repo, found.workflow, found.commit) == (REPO, WORKFLOW, COMMIT)
    assert (found.day, found.run, found.log, found.digest) == ("2026-02-10", RUN, "41", DIGEST)


def test_true_attestations_in_every_form_hold(authority: Authority) -> None:
    root, bundle = authority.trust(), authority.attest(REPORT)
    envelope, material = bundle["dsseEnvelope"], bundle["verificationMaterial"]
    published = {
        "version": 1,
        "envelope": {
            "statement": envelope["payload"],
            "signature": envelope["signatures"][0]["sig"],
        },
        "verification_material": {
            "certificate": material["certificate"]["rawBytes"],
            "transparency_entries": material["tlogEntries"],
        },
    }
    provenance = {"version": 1, "attestation_bundles": [{"attestations": [published]}]}
    other = authority.attest(b"other")
    forms = {
        "bundle": spelled(bundle),
        "with a byte order mark": b"\xef\xbb\xbf" + spelled(bundle),
        "lines, the second of them": spelled(other, bundle),
        "PEP 740": spelled(published),
        "a provenance": spelled(provenance),
    }
    said = {name: verdict(content, root) for name, content in forms.items()}
    ways = {
        "a repository ending in .git": Expected(f"{REPO}.git", WORKFLOW),
        "a name of the workflow's file": Expected(REPO, "proof.yml", COMMIT[:7]),
        "nothing but the repository": Expected(REPO.replace("ada/q", "Ada/Q")),
    }
    said |= {name: verdict(spelled(bundle), root, way) for name, way in ways.items()}
    assert {name: told for name, told in said.items() if told} == {}


def forged_signatures(authority: Authority) -> Iterator[tuple[str, Any]]:
    """Yield what somebody makes of a true bundle, each after how it is refused."""
    true, other = authority.attest(REPORT), authority.attest(b"other")

    def changed(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        bundle = copy.deepcopy(true)
        change(bundle)
        return bundle

    def entry(bundle: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = bundle["verificationMaterial"]["tlogEntries"][0]
        return found

    payload = base64.b64encode(base64.b64decode(other["dsseEnvelope"]["payload"])).decode()
    yield "signature is of another", changed(lambda b: b["dsseEnvelope"].update(payload=payload))
    yield (
        "signature is of another",
        changed(lambda b: b["dsseEnvelope"].update(signatures=other["dsseEnvelope"]["signatures"])),
    )
    yield (
        "signature is of another",
        changed(
            lambda b: b["verificationMaterial"].update(
                certificate=other["verificationMaterial"]["certificate"]
            )
        ),
    )
    yield (
        "log is of another statement",
        changed(lambda b: b["verificationMaterial"].update(tlogEntries=[entry(other)])),
    )
    yield "does not hold", changed(lambda b: entry(b).update(integratedTime="1770725000"))
    yield "does not hold", changed(lambda b: entry(b)["inclusionProof"].update(logIndex="0"))
    yield (
        "does not hold",
        changed(
            lambda b: entry(b)["inclusionProof"]["checkpoint"].update(
                envelope=entry(other)["inclusionProof"]["checkpoint"]["envelope"]
            )
        ),
    )
    yield "can be read", changed(lambda b: entry(b).pop("inclusionProof"))
    yield "can be read", changed(lambda b: b["verificationMaterial"].pop("certificate"))
    yield "can be read", changed(lambda b: b.update(mediaType="x"))
    yield "can be read", changed(lambda b: entry(b).pop("inclusionPromise"))
    yield "certificate was not valid", authority.attest(REPORT, after=3600)


def test_forged_signatures_are_refused_each_by_its_reason(authority: Authority) -> None:
    root, strangers = authority.trust(), Authority()
    cases = list(forged_signatures(authority))
    half = Authority(authority.issuing, log=authority.log)
    cases += [
        ("of no authority", strangers.attest(REPORT)),
        ("no log of certificates", half.attest(REPORT)),
        ("log does not hold", Authority(authority.issuing, authority.certificates).attest(REPORT)),
        ("no in-toto statement", authority.attest(REPORT, _type="other")),
        ("of another file", authority.attest(b"other")),
        ("of another file", authority.attest(REPORT, subject=[])),
        ("of another file", authority.attest(REPORT, subject=[{"digest": "x"}, 1])),
    ]
    said = [(why, verdict(spelled(bundle), root)) for why, bundle in cases]
    assert [(why, told) for why, told in said if why not in told] == []


def test_another_origin_is_refused_by_its_reason(authority: Authority) -> None:
    root = authority.trust()
    mallory = REPO.replace("ada", "mallory")
    origins: dict[str, dict[int, str | bytes]] = {
        "something that is no text": {13: b"\x02\x01\x01"},
        "certificate says something": {13: b"\x0c\x02a"},
        "another repository": {12: mallory, 18: f"{mallory}/{WORKFLOW}@refs/heads/main"},
        "another workflow": {18: f"{REPO}/.github/workflows/other.yml@refs/heads/main"},
        "another commit": {13: "0" * 40},
        "machine of the author's own": {11: "self-hosted"},
        "login/oauth vouches": {8: "https://github.com/login/oauth"},
    }
    said = {
        why: verdict(spelled(authority.attest(REPORT, origin)), root)
        for why, origin in origins.items()
    }
    true = spelled(authority.attest(REPORT))
    claimed = {
        "of g\u0131thub.com are not known": Expected("https://g\u0131thub.com/ada/qortex"),
        "of no host": Expected(""),
        "repository: https://github.com/ada/qortex": Expected(f"{REPO}-2"),
        "of another workflow: .github": Expected(REPO, "of.yml"),
    }
    said |= {why: verdict(true, root, expected) for why, expected in claimed.items()}
    assert {why: told for why, told in said.items() if why not in told} == {}


def test_what_is_no_attestation_says_so() -> None:
    cases = [b"", b"\xff", b"[]", b"1", b'"x"', b"{", b"[" * 100_000, b'{"envelope": 1}', b"{}"]
    said = [verdict(content, None) for content in cases]
    assert [
        told for told in said if "can be read" not in told and "no attestation" not in told
    ] == []
    with pytest.raises(RefusedError, match="too large"):
        read_bundles(b" " * 6_000_000)


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sigstore.errors", None)
    with pytest.raises(ConfigError, match="not installed"):
        check_attestation(b"{}", DIGEST, EXPECTED)
