"""Links of shares: a path that tells nothing, and a key that no server is sent.

    https://host/base/s/<26 signs>/#k1<56 signs>

Base32 in lower case has neither `-` nor `_`, so that the end of a link is seldom cut or taken for
punctuation, and it does not matter if something writes it in capitals.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from urllib.parse import unquote

from dossier.plain.errors import DossierError
from dossier.plain.patterns import pattern

KEY_BYTES = 32
ID_BYTES = 16
ID_FORM = pattern(r"[a-z2-7]{26}")
_MARK = "k1"
_CHECK_BYTES = 3
_CODED = 56
_FOUND = pattern(rf"{_MARK}([a-z2-7]{{{_CODED}}})(?![a-z2-7])")
_UNQUOTINGS = 3
"""How often a fragment may have been percent-encoded on its way."""


class LinkError(DossierError):
    """A link cannot be used: `code` is `nokey`, `truncated` or `typo`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def new_share_id() -> str:
    """Return the id of a new share, by which nobody learns what it is."""
    return _encode(secrets.token_bytes(ID_BYTES))


def new_key() -> bytes:
    """Return the key of a new share."""
    return secrets.token_bytes(KEY_BYTES)


def spell_link(base_url: str, share_id: str, key: bytes) -> str:
    """Return the link to a share of the site at `base_url`."""
    return f"{base_url.rstrip('/')}/s/{share_id}/#{fragment_of(key)}"


def fragment_of(key: bytes) -> str:
    """Return what stands behind the `#` of a link."""
    return _MARK + _encode(key + _checksum(key))


def key_in(fragment: str) -> bytes:
    """Return the key that stands somewhere in a fragment. Raises LinkError."""
    text = fragment
    for _ in range(_UNQUOTINGS):
        text = unquote(text)
    # Not casefold: there are signs whose small form is that of a Latin letter.
    text = re.sub("[A-Z]", lambda found: found[0].lower(), text)
    found = _FOUND.search(text)
    if not found:
        raise LinkError("truncated" if _MARK in text else "nokey")
    coded = base64.b32decode(found[1].upper())
    key, check = coded[:KEY_BYTES], coded[KEY_BYTES:]
    if check != _checksum(key):
        raise LinkError("typo")
    return key


def _checksum(key: bytes) -> bytes:
    return hashlib.sha256(b"dossier-share/v1 link" + key).digest()[:_CHECK_BYTES]


def _encode(content: bytes) -> str:
    return base64.b32encode(content).decode().rstrip("=").lower()
