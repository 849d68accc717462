"""Passphrases: five words by chance, and what PBKDF2 makes of them."""

import hashlib
import math
import time

import pytest

from dossier.sharing import passphrase as module
from dossier.sharing.passphrase import ITERATIONS, Stretched, new_passphrase, stretch

SALT = bytes(range(16))


def test_words_are_as_many_as_five_dice_tell_apart() -> None:
    words = module._LIST.read_text(encoding="ascii").split()
    assert (len(set(words)), len(words)) == (6**5, 6**5)
    assert math.log2(len(words)) * module.WORDS > 64


def test_passphrase_is_five_words_of_the_list_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "stretch", lambda typed, salt: Stretched(salt, typed.encode(), 1))
    words = set(module._LIST.read_text(encoding="ascii").split())
    made = [new_passphrase() for _ in range(100)]
    assert all(len(said.split(" ")) == 5 and set(said.split(" ")) <= words for said, _ in made)
    assert len({said for said, _ in made}) == len({kept.salt for _, kept in made}) == 100
    assert {len(kept.salt) for _, kept in made} == {16}
    assert all(kept.output == said.encode() for said, kept in made)


def test_passphrase_is_stretched_by_a_million_rounds() -> None:
    begun = time.perf_counter()
    kept = stretch("caf\u00e9", SALT)
    print(f"PBKDF2, 1,000,000 rounds: {time.perf_counter() - begun:.2f} s")
    expected = hashlib.pbkdf2_hmac("sha256", b"caf\xc3\xa9", SALT, 1_000_000, 32)
    assert kept == Stretched(SALT, expected, ITERATIONS)
    assert ITERATIONS == 1_000_000


def test_accent_may_be_typed_in_either_way() -> None:
    assert stretch("cafe\u0301", SALT, 1) == stretch("caf\u00e9", SALT, 1)
    assert stretch("cafe", SALT, 1) != stretch("caf\u00e9", SALT, 1)
