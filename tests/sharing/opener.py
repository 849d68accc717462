"""Opens a sealed document, from the design alone: it knows nothing of the package.

It is what somebody else would write to read a share without our code.
"""

import base64
import gzip
import hashlib
import hmac
import json
import unicodedata
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """Return the first block of HKDF-SHA256 (RFC 5869), which is all that is needed."""
    extracted = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")[:length]


def read(header: str, ciphertext: str, key: bytes, share_id: str, words: str | None) -> Any:  # noqa: ANN401, PLR0911 - JSON, or one code a reason
    """Return the document and its last day, or the code of why not."""
    try:
        fields = json.loads(base64.b64decode(header, validate=True))
        body = base64.b64decode(ciphertext, validate=True)
        if fields["v"] != 1 or fields["alg"] != "A256GCM":
            return "version"
        secret, kdf = key, fields.get("kdf")
        if kdf is not None:
            if not 600_000 <= kdf["iter"] <= 10_000_000:
                return "kdf"
            if words is None:
                return "nopass"
            typed = unicodedata.normalize("NFC", words).encode()
            salt = base64.b64decode(kdf["salt"])
            secret += hashlib.pbkdf2_hmac("sha256", typed, salt, kdf["iter"], 32)
        salt = base64.b64decode(fields["salt"])
        if hkdf(secret, salt, b"dossier-share/v1 check", 16) != base64.b64decode(fields["kcv"]):
            return "wrongpass" if kdf else "wrongkey"
        aes = algorithms.AES(hkdf(secret, salt, b"dossier-share/v1 enc", 32))
        reader = Cipher(aes, modes.GCM(bytes(12), body[-16:])).decryptor()
        reader.authenticate_additional_data(b"dossier-share/v1." + header.encode())
        plain = reader.update(body[:-16]) + reader.finalize()
    except (ValueError, TypeError, InvalidTag):
        return "tampered"
    if fields["id"] != share_id:
        return "tampered"
    data = plain[4 : 4 + int.from_bytes(plain[:4], "big")]
    return json.loads(gzip.decompress(data) if fields["z"] else data), fields["exp"]
