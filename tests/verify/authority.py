"""An authority of certificates and a transparency log like Sigstore's, made at run time.

What they sign is real, and so is the code that checks it: only the root of trust is another one.
"""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import rfc8785
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

REPO = "https://github.com/ada/qortex"
WORKFLOW = ".github/workflows/proof.yml"
COMMIT = "4f1c2d9a" * 5
RUN = f"{REPO}/actions/runs/7/attempts/1"
DAY = datetime(2026, 2, 10, 12, 0, tzinfo=UTC)
ORIGIN = {
    8: "https://token.actions.githubusercontent.com",
    11: "github-hosted",
    12: REPO,
    13: COMMIT,
    18: f"{REPO}/{WORKFLOW}@refs/heads/main",
    21: RUN,
}
"""What Fulcio writes of a workflow, by the last number of the extension."""
_SCTS = x509.ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2")
_FULCIO = "1.3.6.1.4.1.57264.1"


def _key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _spki(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _sign(key: ec.EllipticCurvePrivateKey, content: bytes) -> bytes:
    return key.sign(content, ec.ECDSA(SHA256()))


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    head = bytes([size]) if size < 128 else bytes([0x82]) + size.to_bytes(2)
    return bytes([tag]) + head + content


@dataclass
class Authority:
    """Certificates, a log of them, and a log of signatures, each with its key."""

    issuing: ec.EllipticCurvePrivateKey = field(default_factory=_key)
    certificates: ec.EllipticCurvePrivateKey = field(default_factory=_key)
    log: ec.EllipticCurvePrivateKey = field(default_factory=_key)

    def __post_init__(self) -> None:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test authority")])
        self.root = (
            x509.CertificateBuilder(name, name, self.issuing.public_key(), 1)
            .not_valid_before(DAY - timedelta(days=9))
            .not_valid_after(DAY + timedelta(days=900))
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs_certificates=True), critical=True)
            .add_extension(self._identifier(), critical=False)
            .sign(self.issuing, SHA256())
        )

    def _identifier(self) -> x509.SubjectKeyIdentifier:
        return x509.SubjectKeyIdentifier.from_public_key(self.issuing.public_key())

    def trust(self) -> bytes:
        """Return the root of trust, as Sigstore writes it."""
        since = {"start": "2026-01-01T00:00:00Z"}
        chain = {"certificates": [{"rawBytes": _base64(self.root.public_bytes(Encoding.DER))}]}
        authority = {"subject": {"organization": "t", "commonName": "t"}, "uri": "https://t"}
        root = {
            "mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
            "tlogs": [_log(self.log, since)],
            "ctlogs": [_log(self.certificates, since)],
            "certificateAuthorities": [authority | {"certChain": chain, "validFor": since}],
            "timestampAuthorities": [],
        }
        return json.dumps(root).encode()

    def certify(self, key: ec.EllipticCurvePrivateKey, origin: dict[int, Any]) -> x509.Certificate:
        """Return a certificate for ten minutes, with the timestamp of the log of certificates."""
        builder = (
            x509.CertificateBuilder(self.root.subject, x509.Name([]), key.public_key(), 77)
            .not_valid_before(DAY)
            .not_valid_after(DAY + timedelta(minutes=10))
            .add_extension(_usage(signs_certificates=False), critical=True)
            .add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False
            )
            .add_extension(
                x509.SubjectAlternativeName([x509.UniformResourceIdentifier(origin[18])]),
                critical=True,
            )
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(self._identifier()),
                critical=False,
            )
        )
        for number, value in origin.items():
            text = x509.UnrecognizedExtension(
                x509.ObjectIdentifier(f"{_FULCIO}.{number}"),
                _der(0x0C, value.encode()) if isinstance(value, str) else value,
            )
            builder = builder.add_extension(text, critical=False)
        draft = builder.sign(self.issuing, SHA256()).tbs_certificate_bytes
        stamp = x509.UnrecognizedExtension(_SCTS, self._stamp(draft))
        return builder.add_extension(stamp, critical=False).sign(self.issuing, SHA256())

    def _stamp(self, draft: bytes) -> bytes:
        time = int(DAY.timestamp() * 1000).to_bytes(8)
        issuer = hashlib.sha256(_spki(self.issuing)).digest()
        entry = b"\0\1" + issuer + len(draft).to_bytes(3) + draft
        signature = _sign(self.certificates, b"\0\0" + time + entry + b"\0\0")
        log = hashlib.sha256(_spki(self.certificates)).digest()
        stamp = b"\0" + log + time + b"\0\0" + b"\4\3" + len(signature).to_bytes(2) + signature
        listed = len(stamp).to_bytes(2) + stamp
        return _der(4, len(listed).to_bytes(2) + listed)

    def attest(
        self,
        content: bytes,
        origin: dict[int, str | bytes] | None = None,
        after: int = 60,
        **changes: object,
    ) -> dict[str, Any]:
        """Return the bundle by which a workflow attests a file; `changes` are of its statement.

        It is entered into the log so many seconds after the certificate was made.
        """
        key = _key()
        certificate = self.certify(key, ORIGIN | (origin or {}))
        statement = {
            "_type": "https://in-toto.io/Statement/v1",
            "subject": [
                {"name": "report.json", "digest": {"sha256": hashlib.sha256(content).hexdigest()}}
            ],
            "predicateType": "https://slsa.dev/provenance/v1",
            "predicate": {},
        } | changes
        payload = json.dumps(statement).encode()
        kind = "application/vnd.in-toto+json"
        signed = f"DSSEv1 {len(kind)} {kind} {len(payload)} ".encode() + payload
        signature = _sign(key, signed)
        return {
            "mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
            "verificationMaterial": {
                "certificate": {"rawBytes": _base64(certificate.public_bytes(Encoding.DER))},
                "tlogEntries": [self.enter(certificate, payload, signature, after)],
            },
            "dsseEnvelope": {
                "payload": _base64(payload),
                "payloadType": kind,
                "signatures": [{"sig": _base64(signature)}],
            },
        }

    def enter(
        self, certificate: x509.Certificate, payload: bytes, signature: bytes, after: int
    ) -> dict[str, Any]:
        """Return the entry of a signature in the log, as the second of two."""
        verifier = _base64(certificate.public_bytes(Encoding.PEM))
        hashes = {"algorithm": "sha256", "value": hashlib.sha256(payload).hexdigest()}
        spec: Any = {
            "envelopeHash": hashes,
            "payloadHash": hashes,
            "signatures": [{"signature": _base64(signature), "verifier": verifier}],
        }
        body = rfc8785.dumps({"apiVersion": "0.0.1", "kind": "dsse", "spec": spec})
        first, leaf = (hashlib.sha256(b"\0" + each).digest() for each in (b"first", body))
        top = hashlib.sha256(b"\1" + first + leaf).digest()
        log = hashlib.sha256(_spki(self.log)).digest()
        time, text = int(DAY.timestamp()) + after, _base64(body)
        promise: Any = {"body": text, "integratedTime": time, "logID": log.hex(), "logIndex": 41}
        note = f"log.test - 1\n2\n{_base64(top)}\n"
        by = _base64(log[:4] + _sign(self.log, note.encode()))
        return {
            "logIndex": "41",
            "logId": {"keyId": _base64(log)},
            "kindVersion": {"kind": "dsse", "version": "0.0.1"},
            "integratedTime": str(time),
            "inclusionPromise": {
                "signedEntryTimestamp": _base64(_sign(self.log, rfc8785.dumps(promise)))
            },
            "inclusionProof": {
                "logIndex": "1",
                "rootHash": _base64(top),
                "treeSize": "2",
                "hashes": [_base64(first)],
                "checkpoint": {"envelope": f"{note}\n— log.test {by}\n"},
            },
            "canonicalizedBody": text,
        }


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _log(key: ec.EllipticCurvePrivateKey, since: dict[str, str]) -> dict[str, Any]:
    return {
        "baseUrl": "https://log.test",
        "hashAlgorithm": "SHA2_256",
        "publicKey": {
            "rawBytes": _base64(_spki(key)),
            "keyDetails": "PKIX_ECDSA_P256_SHA_256",
            "validFor": since,
        },
        "logId": {"keyId": _base64(hashlib.sha256(_spki(key)).digest())},
    }
