"""An SSH signature and a text to the key that signed it, or to the reason why it is refused.

The format is OpenSSH's PROTOCOL.sshsig, which `ssh-keygen -Y sign` writes. Whatever that program
would not write is refused rather than mended, so that no two readers of one file disagree.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator

from dossier.model.confirmation import NAMESPACE
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

MAX_BYTES = 20_000
"""The largest signature or file of keys that is read."""
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----\n", "\n-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG"
_HASHES = {b"sha256": hashlib.sha256, b"sha512": hashlib.sha512}
_CURVE = b"nistp256"
_RSA_BYTES = range(256, 1025)
"""How long a modulus may be: 2048 bits at least."""
_HALF = 32
"""Half of an ECDSA signature, and an Ed25519 key, in bytes."""
ED25519, ECDSA, RSA = b"ssh-ed25519", b"ecdsa-sha2-nistp256", b"ssh-rsa"
_SIGNING = {ED25519: (ED25519,), ECDSA: (ECDSA,), RSA: (b"rsa-sha2-512", b"rsa-sha2-256")}
"""By which algorithms the keys of each type sign."""
_KEY_LINE = pattern(r"([a-z0-9@.-]+) ([A-Za-z0-9+/]+={0,2})(?:[ \t].*)?")


class RefusedError(Exception):
    """A proof does not hold. The message says why."""


@frozen
class PublicKey:
    """An SSH key, as its file writes it."""

    kind: bytes
    blob: bytes

    @property
    def line(self) -> str:
        """The key on one line, without the comment, which may name a machine."""
        return f"{self.kind.decode()} {base64.b64encode(self.blob).decode()}"

    @property
    def fingerprint(self) -> str:
        """What `ssh-keygen -l` prints of it."""
        digest = hashlib.sha256(self.blob).digest()
        return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


@frozen
class Signature:
    """An SSH signature, taken apart."""

    key: PublicKey
    algorithm: bytes
    signed: bytes
    """What the key signed, but for the digest of the text, which stands behind it."""
    digest: str
    """The name of the digest."""
    value: bytes


class _Fields:
    """The fields of a structure of SSH: each its length and its bytes."""

    def __init__(self, content: bytes, of: str) -> None:
        self._rest, self._of = content, of

    def take(self, count: int) -> bytes:
        if len(self._rest) < count:
            raise RefusedError(f"the {self._of} breaks off")
        found, self._rest = self._rest[:count], self._rest[count:]
        return found

    def number(self) -> int:
        return int.from_bytes(self.take(4))

    def string(self) -> bytes:
        return self.take(self.number())

    def integer(self) -> bytes:
        """Return the bytes of a number that is not negative, without zeros before them."""
        found = self.string()
        if found >= b"\x80":
            raise RefusedError(f"a number in the {self._of} is negative")
        return found.lstrip(b"\0")

    def end(self) -> None:
        if self._rest:
            raise RefusedError(f"something is stuck to the end of the {self._of}")


def read_keys(text: str) -> tuple[PublicKey, ...]:
    """Return the keys of a file of public keys, those of no kind we know left out.

    Raises RefusedError if it holds none.
    """
    if len(text) > MAX_BYTES:
        raise RefusedError("the file of keys is too large")
    if "PRIVATE KEY" in text:
        raise RefusedError("this is a private key, which nobody else may have: name its .pub file")
    found, others = [], []
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                found.append(_key_of_line(line.strip()))
            except RefusedError as error:
                others.append(error)
    if not found:
        raise others[0] if others else RefusedError("there is no key in the file")
    return tuple(found)


def _key_of_line(line: str) -> PublicKey:
    found = _KEY_LINE.fullmatch(line)
    if not found:
        raise RefusedError("this is no line of an SSH key: `ssh-ed25519 AAAA…`")
    key = _key(_from_base64(found[2], "key"))
    if key.kind.decode() != found[1]:
        raise RefusedError("the line of the key names another kind than the key does")
    return key


def _key(blob: bytes) -> PublicKey:
    fields = _Fields(blob, "key")
    kind = fields.string()
    if kind not in _SIGNING:
        raise RefusedError(f"{_why_not(kind)}: sign with an Ed25519, ECDSA P-256 or RSA key")
    if kind == ED25519:
        if len(fields.string()) != _HALF:
            raise RefusedError("the key is not as long as an Ed25519 key")
    elif kind == ECDSA:
        if fields.string() != _CURVE:
            raise RefusedError("the key is of another curve than P-256")
        point = fields.string()
        if len(point) != 2 * _HALF + 1 or point[0] != 4:  # noqa: PLR2004 - uncompressed
            raise RefusedError("the key is no point of P-256 as SSH writes it")
    else:
        fields.integer()
        if len(fields.integer()) not in _RSA_BYTES:
            raise RefusedError("the RSA key is shorter than 2048 bits, or longer than 8192")
    fields.end()
    return PublicKey(kind, blob)


def _why_not(kind: bytes) -> str:
    name = kind.decode("ascii", "replace")
    if name.startswith("sk-"):
        return "keys on a security token (sk-…) sign more than the text, which is not read"
    if "-cert-" in name:
        return "a certificate vouches for a key, and is none"
    if name == "ssh-dss":
        return "DSA keys are not trusted any longer"
    return f"keys of the kind `{name[:40] if name.isprintable() else '?'}` are not read"


def read_signature(armored: str) -> Signature:
    """Take a signature apart. Raises RefusedError unless it is one that we can check."""
    text = armored.removesuffix("\n")
    if len(text) > MAX_BYTES:
        raise RefusedError("the signature is too large")
    if not (text.startswith(_BEGIN) and text.endswith(_END)):
        raise RefusedError("this is no SSH signature: `-----BEGIN SSH SIGNATURE-----` begins one")
    body = text[len(_BEGIN) : -len(_END)]
    fields = _Fields(_from_base64(body.replace("\n", ""), "signature"), "signature")
    if fields.take(len(_MAGIC)) != _MAGIC:
        raise RefusedError("what stands in the signature is none of SSH")
    if (version := fields.number()) != 1:
        raise RefusedError(f"the signature is of version {version}, and 1 is read")
    key = _key(fields.string())
    namespace, reserved, digest = fields.string(), fields.string(), fields.string()
    blob = fields.string()
    fields.end()
    _refuse_purpose(namespace, reserved)
    if digest not in _HASHES:
        raise RefusedError("the signature is of no digest that is trusted: SHA-256 or SHA-512")
    inner = _Fields(blob, "signature")
    algorithm, value = inner.string(), inner.string()
    inner.end()
    if algorithm not in _SIGNING[key.kind]:
        why = "SHA-1, which is not trusted" if algorithm == RSA else "another kind than its key"
        raise RefusedError(f"the signature is of {why}")
    signed = _MAGIC + b"".join(_string(part) for part in (namespace, reserved, digest))
    return Signature(key, algorithm, signed, digest.decode(), value)


def _refuse_purpose(namespace: bytes, reserved: bytes) -> None:
    if namespace != NAMESPACE.encode():
        name = namespace.decode("utf-8", "replace")[:40]
        said = f"`{name}`" if name.isprintable() else "something else"
        raise RefusedError(f"the signature was made for {said}: sign with -n {NAMESPACE}")
    if reserved:
        raise RefusedError("the signature says something in a place that is kept empty")


def verify(armored: str, text: bytes, trusted: tuple[PublicKey, ...]) -> PublicKey:
    """Return the key that signed a text, which must be one of those that are trusted.

    Raises RefusedError if none of them did.
    """
    signature = read_signature(armored)
    if signature.key not in trusted:
        raise RefusedError(f"another key signed it: {signature.key.fingerprint}")
    digest = _HASHES[signature.digest.encode()](text).digest()
    if not _is_signed(signature, signature.signed + _string(digest)):
        raise RefusedError("the signature is of another text, or was changed")
    return signature.key


def _is_signed(signature: Signature, signed: bytes) -> bool:
    # Late: most commands verify nothing, and this takes as long as all else they import.
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.utils import (  # noqa: PLC0415
        encode_dss_signature,
    )
    from cryptography.hazmat.primitives.hashes import SHA256, SHA512  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        load_ssh_public_key,
    )

    try:
        key = load_ssh_public_key(signature.key.line.encode())
        if isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(signature.value, signed)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            first, second = (int.from_bytes(part) for part in _halves(signature.value))
            key.verify(encode_dss_signature(first, second), signed, ec.ECDSA(SHA256()))
        else:
            assert isinstance(key, rsa.RSAPublicKey)  # noqa: S101 - no other kind is read
            digest = SHA512() if signature.algorithm == b"rsa-sha2-512" else SHA256()
            key.verify(signature.value, signed, padding.PKCS1v15(), digest)
    except (InvalidSignature, ValueError):
        return False
    return True


def _halves(value: bytes) -> Iterator[bytes]:
    """Yield the two numbers of an ECDSA signature."""
    fields = _Fields(value, "signature")
    for _ in range(2):
        half = fields.integer()
        if len(half) > _HALF:
            raise RefusedError("a number in the signature is too large")
        yield half
    fields.end()


def _string(content: bytes) -> bytes:
    return len(content).to_bytes(4) + content


def _from_base64(text: str, of: str) -> bytes:
    try:
        found = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        raise RefusedError(f"the {of} is not whole: what it is written in breaks off") from None
    if base64.b64encode(found).decode() != text:
        raise RefusedError(f"the {of} is written in another way than SSH writes it")
    return found
