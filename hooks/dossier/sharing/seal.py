"""A document to text that only its key can open, and back: AES-256-GCM under HKDF-SHA256.

The nonce is always zero, which is safe for one reason alone: the salt, and so the AES key, is made
from everything that is sealed. Same document, same key: same bytes. Anything else: another AES key.

The header is sorted compact JSON: `alg` A256GCM, `exp` the last day as 2026-12-31 or null, `id`,
`kdf` {iter, name, salt} if there is a passphrase, `kcv` 16 bytes that tell a wrong key, `salt` 32
bytes, `strip` false, `v` 1, `z` whether the plaintext is gzip. Bytes are base64, and so is it all.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import hmac
import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossier.plain.errors import DossierError, InternalError
from dossier.plain.frozen import frozen
from dossier.sharing.link import KEY_BYTES
from dossier.sharing.passphrase import FEWEST, KDF, MOST, Stretched, stretch

VERSION = 1
ALGORITHM = "A256GCM"
FIELDS = ("title", "lang", "css", "html")
_LABEL = b"dossier-share/v1"
_NONCE = bytes(12)
_KIB = 1024
_ZIPPED_ABOVE = 64 * _KIB
_BUCKETS = (64 * _KIB, 128 * _KIB, 256 * _KIB, 512 * _KIB)


class SealError(DossierError):
    """What is sealed cannot be opened; `code` says why.

    `version` of another kind, `kdf` rounds out of bounds, `nopass` a passphrase is needed,
    `wrongkey`, `wrongpass`, `tampered`, `expired`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@frozen
class Sealed:
    """The two texts that stand in a share's page, both base64."""

    header: str
    ciphertext: str


def seal(  # noqa: PLR0913 - by name, all but the document
    document: Mapping[str, str],
    *,
    share_id: str,
    key: bytes,
    expires: date | None,
    passphrase: str | None = None,
    kdf_salt: bytes | None = None,
) -> Sealed:
    """Seal a document of `FIELDS` for whoever has the key, and the passphrase if there is one."""
    if (passphrase is None) != (kdf_salt is None):
        raise InternalError("a passphrase and its salt come together")
    stretched = stretch(passphrase, kdf_salt) if passphrase is not None and kdf_salt else None
    return seal_stretched(
        document, share_id=share_id, key=key, expires=expires, stretched=stretched
    )


def seal_stretched(
    document: Mapping[str, str],
    *,
    share_id: str,
    key: bytes,
    expires: date | None,
    stretched: Stretched | None = None,
) -> Sealed:
    """Seal a document, with a passphrase that has been stretched before."""
    if len(key) != KEY_BYTES:
        raise InternalError(f"a key has {KEY_BYTES} bytes")
    plain = _compact({"v": VERSION} | {field: document[field] for field in FIELDS})
    is_zipped = len(plain) > _ZIPPED_ABOVE
    padded = _pad(_zip(plain) if is_zipped else plain)
    fields: dict[str, object] = {
        "v": VERSION,
        "alg": ALGORITHM,
        "id": share_id,
        "exp": expires.isoformat() if expires else None,
        "z": is_zipped,
        "strip": False,
    }
    if stretched:
        fields["kdf"] = {
            "name": KDF,
            "iter": stretched.iterations,
            "salt": _encode(stretched.salt),
        }
    secret = key + (stretched.output if stretched else b"")
    salt = _synthetic_salt(secret, _compact(fields), padded)
    check = _derive(secret, salt, "check", 16)
    header = _encode(_compact(fields | {"salt": _encode(salt), "kcv": _encode(check)}))
    cipher = AESGCM(_derive(secret, salt, "enc", KEY_BYTES))
    return Sealed(header, _encode(cipher.encrypt(_NONCE, padded, _associated(header))))


def open_sealed(  # noqa: PLR0913 - by name, all but the two texts
    header: str,
    ciphertext: str,
    *,
    key: bytes,
    share_id: str,
    passphrase: str | None = None,
    today: date | None = None,
) -> dict[str, Any]:
    """Return the document behind two texts, with its version as `v`. Raises SealError.

    It can be read through the day that it expires on; without `today`, for ever.
    """
    fields = _read_header(header)
    secret = key
    if "kdf" in fields:
        secret += _stretch_again(fields["kdf"], passphrase)
    try:
        salt, check = _decode(fields["salt"]), _decode(fields["kcv"])
    except (KeyError, TypeError, ValueError):
        raise SealError("tampered") from None
    if not hmac.compare_digest(check, _derive(secret, salt, "check", 16)):
        raise SealError("wrongpass" if "kdf" in fields else "wrongkey")
    cipher = AESGCM(_derive(secret, salt, "enc", KEY_BYTES))
    try:
        padded = cipher.decrypt(_NONCE, _decode(ciphertext), _associated(header))
    except (InvalidTag, ValueError):
        raise SealError("tampered") from None
    if fields["id"] != share_id:
        raise SealError("tampered")
    # Only here is the date known to be the author's.
    if today and fields["exp"] and today > date.fromisoformat(fields["exp"]):
        raise SealError("expired")
    data = padded[4 : 4 + int.from_bytes(padded[:4], "big")]
    document: dict[str, Any] = json.loads(gzip.decompress(data) if fields["z"] else data)
    return document


def bucket(length: int) -> int:
    """Return the size to which a plaintext of `length` bytes is padded, its length included."""
    for size in _BUCKETS:
        if length <= size:
            return size
    return -(-length // _KIB**2) * _KIB**2


def _read_header(header: str) -> dict[str, Any]:
    try:
        fields = json.loads(_decode(header))
    except (ValueError, RecursionError):
        raise SealError("tampered") from None
    if not isinstance(fields, dict):
        raise SealError("tampered")
    if fields.get("v") != VERSION or fields.get("alg") != ALGORITHM:
        raise SealError("version")
    return fields


def _stretch_again(kdf: object, passphrase: str | None) -> bytes:
    """Return what a passphrase adds to the key, by a header that nobody has vouched for yet."""
    if not isinstance(kdf, dict) or kdf.get("name") != KDF:
        raise SealError("kdf")
    rounds = kdf.get("iter")
    if type(rounds) is not int or not FEWEST <= rounds <= MOST:
        raise SealError("kdf")
    if passphrase is None:
        raise SealError("nopass")
    try:
        return stretch(passphrase, _decode(kdf.get("salt")), rounds).output
    except (TypeError, ValueError):
        raise SealError("tampered") from None


def _pad(data: bytes) -> bytes:
    framed = len(data).to_bytes(4, "big") + data
    return framed.ljust(bucket(len(framed)), b"\0")


def _zip(data: bytes) -> bytes:
    """Compress. Other builds of zlib may write other bytes, which open all the same."""
    buffer = io.BytesIO()
    # gzip.compress names the system in some versions of Python.
    with gzip.GzipFile("", "wb", 9, buffer, mtime=0) as file:
        file.write(data)
    return buffer.getvalue()


def _synthetic_salt(secret: bytes, header: bytes, padded: bytes) -> bytes:
    key = _derive(secret, b"", "det", KEY_BYTES)
    return hmac.digest(key, len(header).to_bytes(4, "big") + header + padded, "sha256")


def _derive(secret: bytes, salt: bytes, purpose: str, length: int) -> bytes:
    info = _LABEL + b" " + purpose.encode()
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)


def _associated(header: str) -> bytes:
    """Return what the tag vouches for besides: the header as it stands in the page."""
    return _LABEL + b"." + header.encode()


def _compact(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _encode(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _decode(text: object) -> bytes:
    """Return what base64 stands for, if it is the one way to write it. Raises ValueError."""
    if not isinstance(text, str):
        raise TypeError
    content = binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    if _encode(content) != text:
        raise ValueError(text)
    return content
