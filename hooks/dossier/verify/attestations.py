"""A signed attestation and an artifact's digest to whose machine made it, or why it is refused.

Read are Sigstore bundles, one or a line each, and what PyPI serves of a release (PEP 740). All is
checked offline by the `sigstore` library (extra `proof`) with the roots of trust that it ships:
signature, certificate, entry in the transparency log. Whose workflow it was stands in the
certificate, which the authority wrote, and never in what was signed.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dossier.model.verdict import Attested
from dossier.plain.errors import ConfigError
from dossier.plain.extras import installing
from dossier.plain.frozen import frozen
from dossier.verify.signatures import RefusedError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from sigstore.models import Bundle, TrustedRoot

MAX_BYTES = 5_000_000
"""The largest attestation that is read."""
MOST = 20
"""How many attestations of a file are checked."""
ISSUERS = {
    "github.com": "https://token.actions.githubusercontent.com",
    "gitlab.com": "https://gitlab.com",
}
"""By host, who vouches for its workflows."""
HOSTED = ("github-hosted", "gitlab-hosted")
"""What certificates call machines that are the host's, not the author's."""
PAYLOAD = "application/vnd.in-toto+json"
_STATEMENT = "https://in-toto.io/Statement/"
_BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json"
_STORE = "_store/https%3A%2F%2Ftuf-repo-cdn.sigstore.dev/trusted_root.json"
_OID = "1.3.6.1.4.1.57264.1"
"""Fulcio's extensions of certificates."""
_ISSUER, _RUNNER, _REPO, _COMMIT, _WORKFLOW, _RUN = 8, 11, 12, 13, 18, 21
_UTF8 = 0x0C
_SAID = (
    ("not valid at validation time", "it was signed when its certificate was not valid"),
    ("expired at time", "it was signed when its certificate was not valid"),
    ("certificate chain", "its certificate is of no authority that is trusted"),
    ("SCT", "its certificate stands in no log of certificates that is trusted"),
    ("DSSE", "its signature is of another statement, or was changed"),
    ("payload hash", "its entry in the transparency log is of another statement"),
    ("signatures do not match", "its entry in the transparency log is of another signature"),
    ("Integrated time only", "its entry in the transparency log is of a kind that is not read"),
    ("log entry", "its entry in the transparency log does not hold"),
    ("verified time", "nobody vouches for the time at which it was signed"),
)
"""What the library says, by a part of it, and how an author is told."""


@frozen
class Expected:
    """Where an artifact comes from, as a record says; what is empty it does not say."""

    repo: str
    workflow: str = ""
    commit: str = ""
    release: tuple[str, str] = ("", "")
    """The name and version of a package whose file it is, where nobody has the file itself."""


def check_attestation(
    content: bytes, digest: str, expected: Expected, root: bytes | None = None
) -> Attested:
    """Return what was attested of the artifact with a SHA-256, in hexadecimal digits.

    Without a digest it is of whatever file of the release that is expected. `root` is another
    root of trust than the library's. Raises RefusedError if nothing holds, ConfigError without
    the library.
    """
    refused = RefusedError("it holds no attestation")
    for number, bundle in enumerate(read_bundles(content)[:MOST]):
        try:
            return _check(bundle, digest, expected, root)
        except RefusedError as error:
            refused = error if not number else refused
    raise refused


def read_bundles(content: bytes) -> tuple[Mapping[str, Any], ...]:
    """Return the bundles of a file. Raises RefusedError if it is none of attestations."""
    if len(content) > MAX_BYTES:
        raise RefusedError("the attestation is too large")
    try:
        text = content.decode("utf-8-sig")
        try:
            found = [json.loads(text)]
        except ValueError:
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        return tuple(bundle for each in found for bundle in _bundles(each))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RefusedError("it is no attestation that can be read") from None


def _bundles(found: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Yield what is in one value: a bundle, an attestation of PEP 740, or a provenance of many."""
    if "attestation_bundles" in found:
        for publisher in found["attestation_bundles"]:
            yield from map(_as_bundle, publisher["attestations"])
    elif "envelope" in found:
        yield _as_bundle(found)
    else:
        yield dict(found)


def _as_bundle(attestation: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an attestation of PEP 740 as the bundle that it was made of."""
    material, envelope = attestation["verification_material"], attestation["envelope"]
    signature = {"sig": envelope["signature"]}
    return {
        "mediaType": _BUNDLE,
        "verificationMaterial": {
            "certificate": {"rawBytes": material["certificate"]},
            "tlogEntries": material["transparency_entries"],
        },
        "dsseEnvelope": {
            "payload": envelope["statement"],
            "payloadType": PAYLOAD,
            "signatures": [signature],
        },
    }


def _check(raw: Mapping[str, Any], digest: str, expected: Expected, root: bytes | None) -> Attested:
    bundle, statement = _verified(raw, root)
    told = _told(bundle.signing_certificate)
    _refuse_origin(told, expected)
    digest = _subject(statement, digest, expected.release)
    entries = raw["verificationMaterial"].get("tlogEntries") or [{}]
    return Attested(
        repo=told[_REPO],
        workflow=_workflow(told),
        commit=told[_COMMIT],
        # Such a certificate is good for ten minutes.
        day=bundle.signing_certificate.not_valid_before_utc.date().isoformat(),
        digest=digest,
        run=told[_RUN],
        log=str(entries[0].get("logIndex", "")),
    )


def _verified(raw: Mapping[str, Any], root: bytes | None) -> tuple[Bundle, Mapping[str, Any]]:
    """Return a bundle that holds, and the statement in it. Raises RefusedError, ConfigError."""
    try:
        from sigstore.errors import Error  # noqa: PLC0415 - an extra, and slow to import
        from sigstore.models import Bundle  # noqa: PLC0415
        from sigstore.verify import Verifier  # noqa: PLC0415
    except ImportError:
        message = "attestations are checked by a library that is not installed"
        raise ConfigError(message, installing("proof")) from None
    try:
        bundle = Bundle.from_json(json.dumps(raw))
    except (Error, ValueError, TypeError):
        raise RefusedError("it is no Sigstore bundle that can be read") from None
    try:
        kind, payload = Verifier(trusted_root=_trusted(root)).verify_dsse(bundle, _JudgedLater())
        statement = json.loads(payload)
    except (Error, ValueError, TypeError, KeyError) as error:
        raise RefusedError(_spelled(error)) from None
    if kind != PAYLOAD or not str(statement.get("_type")).startswith(_STATEMENT):
        raise RefusedError("what it signs is no in-toto statement")
    return bundle, statement


class _JudgedLater:
    """The library's policy that lets any signer pass; whose it is, is judged by reason."""

    def verify(self, cert: Certificate) -> None:
        """Accept a certificate that holds."""


def _trusted(root: bytes | None) -> TrustedRoot:
    """Return a root of trust: the library's, as it was installed.

    Not its cache in the home folder, which others write to.
    """
    from sigstore.models import TrustedRoot  # noqa: PLC0415

    if root is None:
        with resources.as_file(resources.files("sigstore") / _STORE) as path:
            return TrustedRoot.from_file(str(path))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "root.json"
        path.write_bytes(root)
        return TrustedRoot.from_file(str(path))


def _spelled(error: Exception) -> str:
    said = str(error)
    told = next((told for part, told in _SAID if part in said), "")
    return told or f"it does not hold: {' '.join(said.split())[:120]}"


def _told(certificate: Certificate) -> Mapping[int, str]:
    """Return what the authority wrote into a certificate, empty where it says nothing."""
    from cryptography.x509 import UnrecognizedExtension  # noqa: PLC0415 - most need none

    found = dict.fromkeys((_ISSUER, _RUNNER, _REPO, _COMMIT, _WORKFLOW, _RUN), "")
    for extension in certificate.extensions:
        above, _, number = extension.oid.dotted_string.rpartition(".")
        value = extension.value
        if above == _OID and int(number) in found and isinstance(value, UnrecognizedExtension):
            found[int(number)] = _utf8(value.value)
    return found


def _utf8(der: bytes) -> str:
    """Return a UTF8String of DER."""
    head = 2 if der[1] < 0x80 else 2 + (der[1] & 0x7F)  # noqa: PLR2004 - the long form
    size = der[1] if head == 2 else int.from_bytes(der[2:head])  # noqa: PLR2004
    if der[0] != _UTF8 or len(der) != head + size:
        raise RefusedError("its certificate says something that is no text")
    return der[head:].decode("utf-8", "replace")


def _refuse_origin(told: Mapping[int, str], expected: Expected) -> None:
    """Raise RefusedError unless a certificate is of the workflow that is expected."""
    host = urlsplit(expected.repo).hostname or ""
    if host not in ISSUERS:
        raise RefusedError(f"attestations of {host or 'no host'} are not known: name the `repo`")
    if told[_ISSUER] != ISSUERS[host]:
        issuer = told[_ISSUER] or "nobody"
        raise RefusedError(f"{issuer} vouches for who signed it, not the workflows of {host}")
    if _bare(told[_REPO]) != _bare(expected.repo):
        raise RefusedError(f"it is of another repository: {told[_REPO]}")
    workflow = _workflow(told)
    if expected.workflow and not f"/{workflow}".endswith("/" + expected.workflow.lstrip("/")):
        raise RefusedError(f"it is of another workflow: {workflow}")
    if expected.commit and not told[_COMMIT].startswith(expected.commit.lower()):
        raise RefusedError(f"it is of another commit: {told[_COMMIT][:12]}")
    if told[_RUNNER] not in HOSTED:
        raise RefusedError("it ran on a machine of the author's own, not on the host's")


def _workflow(told: Mapping[int, str]) -> str:
    """Return the path of the workflow in its repository."""
    return told[_WORKFLOW].removeprefix(told[_REPO]).partition("@")[0].lstrip("/")


def _bare(repo: str) -> str:
    return repo.rstrip("/").removesuffix(".git").lower()


def _subject(statement: Mapping[str, Any], digest: str, release: tuple[str, str]) -> str:
    """Return the digest of the artifact. Raises RefusedError unless a statement is about it."""
    subjects = statement.get("subject")
    found = [each for each in subjects if isinstance(each, dict)] if subjects else []
    known = {
        str(d.get("sha256", "")): str(each.get("name"))
        for each in found
        if isinstance(d := each.get("digest"), dict)
    }
    for its_digest, name in known.items():
        if its_digest and (
            its_digest == digest or (not digest and release[1] and _release_of(name) == release)
        ):
            return its_digest
    names = ", ".join(name[:60] for name in [*known.values()][:3]) or "nothing"
    raise RefusedError(f"it is of another file: {names}")


def _release_of(file: str) -> tuple[str, str]:
    """Return the package and the version that the name of a file of a release says."""
    stem, mark, _ = file.partition(".tar.gz")
    name, _, version = stem.rpartition("-")
    if file.endswith(".whl") and file.count("-") >= 4:  # noqa: PLR2004 - as PEP 427 has it
        name, version, *_ = file.split("-")
    elif not mark:
        return "", ""
    return bare_name(name), version


def bare_name(package: str) -> str:
    """Return the name of a package as all spellings of it are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", package).lower()
