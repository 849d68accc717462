"""Known answers: what was sealed once opens for ever, here and with a reader that is not ours."""

import base64
import json
from datetime import date
from typing import Any

import pytest

from dossier.sharing.link import key_in
from dossier.sharing.seal import SealError, open_sealed
from tests.sharing.make_vectors import FILE, pages, spell
from tests.sharing.opener import read

KNOWN: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
each_vector = pytest.mark.parametrize(
    "vector", KNOWN["vectors"], ids=[vector["name"] for vector in KNOWN["vectors"]]
)


def texts(vector: dict[str, Any]) -> tuple[str, str]:
    """Return a vector's header and ciphertext."""
    found = {name: KNOWN[f"{name}s"][vector[name]] for name in ("header", "ciphertext")}
    if vector["flip"]:
        name, bit = vector["flip"]
        content = bytearray(base64.b64decode(found[name]))
        content[bit // 8] ^= 1 << bit % 8
        found[name] = base64.b64encode(content).decode()
    return found["header"], found["ciphertext"]


def expected(vector: dict[str, Any]) -> object:
    return vector.get("error") or {"v": 1, **KNOWN["documents"][vector["document"]]}


@each_vector
def test_our_reader_gives_the_known_answer(vector: dict[str, Any]) -> None:
    key = key_in(vector["fragment"])
    assert key.hex() == vector["key"]
    today = date.fromisoformat(vector["today"])
    try:
        answer: object = open_sealed(
            *texts(vector),
            key=key,
            share_id=vector["id"],
            passphrase=vector["passphrase"],
            today=today,
        )
    except SealError as error:
        answer = error.code
    assert answer == expected(vector)


@each_vector
def test_reader_of_others_gives_the_known_answer(vector: dict[str, Any]) -> None:
    answer = read(*texts(vector), bytes.fromhex(vector["key"]), vector["id"], vector["passphrase"])
    if isinstance(answer, tuple):
        document, last = answer
        answer = "expired" if last and vector["today"] > last else document
    assert answer == expected(vector)


def test_there_are_enough_of_both_kinds() -> None:
    errors = {vector.get("error") for vector in KNOWN["vectors"]}
    assert len(KNOWN["vectors"]) >= 12
    assert errors == {
        *(None, "wrongkey", "wrongpass", "nopass"),
        *("expired", "tampered", "kdf", "version"),
    }


def test_same_documents_are_sealed_to_the_same_bytes() -> None:
    for name, sealed in pages():
        # Another build of zlib may compress to other bytes.
        if name != "long":
            assert (sealed.header, sealed.ciphertext) == (
                KNOWN["headers"][name],
                KNOWN["ciphertexts"][name],
            )


def test_file_is_what_is_written_anew_but_for_what_is_compressed() -> None:
    written = json.loads(spell())
    for name in ("about", "documents", "vectors"):
        assert written[name] == KNOWN[name]
