"""Passphrases: a second thing to have beside a link, sent by another way.

The words are the 7,776 of the long list of the Electronic Frontier Foundation (Joseph Bonneau,
2016, https://www.eff.org/dice), under Creative Commons Attribution: five are worth 64 bits.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from functools import cache
from pathlib import Path

from dossier.plain.frozen import frozen
from dossier.sharing.link import KEY_BYTES

KDF = "PBKDF2-SHA256"
ITERATIONS = 1_000_000
"""Keystores hold what this many rounds gave, so it is as fixed as the form of a page."""
FEWEST, MOST = 600_000, 10_000_000
"""The rounds that a reader accepts."""
SALT_BYTES = 16
WORDS = 5
_LIST = Path(__file__).with_name("words.txt")


@frozen
class Stretched:
    """What has been made of a passphrase: enough to seal with, not to say it."""

    salt: bytes
    output: bytes
    iterations: int = ITERATIONS


def stretch(passphrase: str, salt: bytes, iterations: int = ITERATIONS) -> Stretched:
    """Return what a passphrase adds to a key. Takes a good part of a second."""
    typed = unicodedata.normalize("NFC", passphrase).encode()
    output = hashlib.pbkdf2_hmac("sha256", typed, salt, iterations, KEY_BYTES)
    return Stretched(salt, output, iterations)


@cache
def word_list() -> tuple[str, ...]:
    """Return the words that passphrases are made of."""
    return tuple(_LIST.read_text(encoding="ascii").split())


def new_passphrase() -> tuple[str, Stretched]:
    """Return the words of a new passphrase, and what is kept of them."""
    passphrase = " ".join(secrets.choice(word_list()) for _ in range(WORDS))
    return passphrase, stretch(passphrase, secrets.token_bytes(SALT_BYTES))
