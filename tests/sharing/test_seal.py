"""Sealing: the same bytes for the same document, and nothing that was touched is opened."""

import base64
import json
import random
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.plain.errors import InternalError
from dossier.sharing import seal as sealing
from dossier.sharing.passphrase import Stretched, stretch
from dossier.sharing.seal import (
    Sealed,
    SealError,
    bucket,
    open_sealed,
    seal,
    seal_stretched,
)

KEY = bytes(range(32))
ID = "abcdefghijklmnopqrstuvwxyz"
DOCUMENT = {"title": "Ada for Acme", "lang": "en", "css": "p{}", "html": "<p>60000 é</p>"}
DAY = date(2026, 12, 31)
SALT = bytes(range(16))
KIB = 1024


def sealed(document: Mapping[str, str] = DOCUMENT, expires: date | None = None) -> Sealed:
    return seal(document, share_id=ID, key=KEY, expires=expires)


def opened(pair: Sealed, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - passed on
    return open_sealed(pair.header, pair.ciphertext, **({"key": KEY, "share_id": ID} | options))


def code_of(pair: Sealed, **options: Any) -> str:  # noqa: ANN401 - passed on
    with pytest.raises(SealError) as caught:
        opened(pair, **options)
    return caught.value.code


def fields_of(pair: Sealed) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(base64.b64decode(pair.header))
    return fields


def with_fields(pair: Sealed, **changed: object) -> Sealed:
    """Return a page whose header says something else."""
    fields = fields_of(pair) | changed
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"))
    return Sealed(base64.b64encode(text.encode()).decode(), pair.ciphertext)


def length(pair: Sealed) -> int:
    return len(base64.b64decode(pair.ciphertext)) - 16


def html(size: int) -> dict[str, str]:
    """Return a document whose plaintext has `size` bytes that do not compress."""
    bare = len(sealing._compact({"v": 1, **DOCUMENT, "html": ""}))
    noise = random.Random(size).randbytes(size)  # noqa: S311 - anything will do
    return DOCUMENT | {"html": base64.b85encode(noise).decode()[: size - bare].replace("&", "+")}


def test_what_was_sealed_is_opened() -> None:
    assert opened(sealed()) == {"v": 1, **DOCUMENT}


texts = st.text(max_size=200)


@settings(max_examples=60)
@given(
    st.fixed_dictionaries({"title": texts, "lang": texts, "css": texts, "html": texts}),
    st.binary(min_size=32, max_size=32),
    st.none() | st.dates(),
    st.none() | st.binary(min_size=32, max_size=32),
    st.integers(1, 400),
)
def test_anything_that_was_sealed_is_opened(
    document: dict[str, str], key: bytes, expires: date | None, output: bytes | None, times: int
) -> None:
    document["html"] *= times  # some are compressed
    stretched = Stretched(SALT, output) if output else None
    pair = seal_stretched(document, share_id=ID, key=key, expires=expires, stretched=stretched)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "stretch", lambda *_: stretched)
        assert opened(pair, key=key, passphrase="", today=expires) == {"v": 1, **document}


def test_same_document_gives_the_same_bytes() -> None:
    assert sealed() == sealed(dict(reversed(DOCUMENT.items())))
    big = html(80 * KIB)
    assert sealed(big) == sealed(big)


def test_header_says_what_a_reader_needs_in_one_order() -> None:
    header = base64.b64decode(sealed(expires=DAY).header).decode()
    fields = json.loads(header)
    salt, check = fields.pop("salt"), fields.pop("kcv")
    assert fields == {
        "alg": "A256GCM",
        "exp": "2026-12-31",
        "id": ID,
        "strip": False,
        "v": 1,
        "z": False,
    }
    assert header == (
        f'{{"alg":"A256GCM","exp":"2026-12-31","id":"{ID}","kcv":"{check}",'
        f'"salt":"{salt}","strip":false,"v":1,"z":false}}'
    )
    assert (len(base64.b64decode(salt)), len(base64.b64decode(check))) == (32, 16)


def test_ten_thousand_edits_have_ten_thousand_salts(monkeypatch: pytest.MonkeyPatch) -> None:
    # A bucket of its real size ten thousand times would take a minute.
    monkeypatch.setattr(sealing, "_BUCKETS", (2 * KIB,))
    random_edits = random.Random(4)  # noqa: S311 - which edits does not matter
    text = DOCUMENT["html"] * 20
    salts, keys = set(), set()
    for _ in range(10_000):
        place = random_edits.randrange(len(text))
        sign = chr((ord(text[place]) + random_edits.randrange(1, 0x250)) % 0x400)
        text = text[:place] + sign + text[place + 1 :]
        salt = fields_of(sealed(DOCUMENT | {"html": text}))["salt"]
        salts.add(salt)
        keys.add(sealing._derive(KEY, base64.b64decode(salt), "enc", 32))
    print(f"{len(salts)} distinct salts of 10000 edits")
    assert (len(salts), len(keys)) == (10_000, 10_000)


def test_whatever_is_sealed_besides_the_text_changes_the_salt_too() -> None:
    pairs = [
        sealed(),
        sealed(expires=DAY),
        seal(DOCUMENT, share_id=ID[::-1], key=KEY, expires=None),
        seal(DOCUMENT, share_id=ID, key=KEY[::-1], expires=None),
        seal_stretched(
            DOCUMENT, share_id=ID, key=KEY, expires=None, stretched=Stretched(SALT, KEY)
        ),
        seal_stretched(
            DOCUMENT, share_id=ID, key=KEY, expires=None, stretched=Stretched(SALT, KEY[::-1])
        ),
    ]
    assert len({fields_of(pair)["salt"] for pair in pairs}) == len(pairs)


def test_small_documents_have_one_size() -> None:
    assert {length(sealed(html(size))) for size in (200, 3000, 40_000, 64 * KIB - 4)} == {64 * KIB}
    assert length(sealed(html(64 * KIB - 3))) == 128 * KIB


def test_sizes_are_few() -> None:
    sizes = {bucket(size) for size in range(1, 6 * KIB**2 + 1, 97)}
    print(f"{len(sizes)} sizes up to 6 MiB")
    assert sorted(sizes) == [n * KIB for n in (64, 128, 256, 512)] + [
        n * KIB**2 for n in range(1, 7)
    ]
    assert [bucket(n * KIB) for n in (64, 65, 512, 513, 1024, 1025)] == [
        n * KIB for n in (64, 128, 512, 1024, 1024, 2048)
    ]


def test_only_what_is_large_is_compressed() -> None:
    assert not fields_of(sealed(html(64 * KIB)))["z"]
    large = sealed(DOCUMENT | {"html": "a" * 10**6})
    assert (fields_of(large)["z"], length(large)) == (True, 64 * KIB)
    assert opened(large)["html"] == "a" * 10**6


def test_compressed_bytes_name_no_time_and_no_system() -> None:
    assert sealing._zip(b"a")[:10] == bytes([31, 139, 8, 0, 0, 0, 0, 0, 2, 255])


def flipped(text: str, bit: int) -> str:
    content = bytearray(base64.b64decode(text))
    content[bit // 8] ^= 1 << bit % 8
    return base64.b64encode(content).decode()


def test_every_byte_of_the_header_is_vouched_for() -> None:
    pair = sealed(expires=DAY)
    bits = range(len(base64.b64decode(pair.header)) * 8)
    codes = {code_of(Sealed(flipped(pair.header, bit), pair.ciphertext)) for bit in bits}
    assert codes == {"tampered", "wrongkey", "version"}


def test_every_sign_of_the_header_is_vouched_for() -> None:
    pair = sealed(expires=DAY)
    for place, sign in enumerate(pair.header):
        other = "A" if sign != "A" else "B"
        code_of(Sealed(pair.header[:place] + other + pair.header[place + 1 :], pair.ciphertext))
    for odd in (pair.header + " ", pair.header + "\n", pair.header + "====", "\u0661", ""):
        assert code_of(Sealed(odd, pair.ciphertext)) == "tampered"


def test_every_bit_of_the_ciphertext_is_vouched_for() -> None:
    pair = sealed()
    bits = (length(pair) + 16) * 8
    # A step that is odd tries each bit of a byte; of the tag, all are.
    tried = [*range(0, bits, 521), *range(bits - 128, bits)]
    for bit in tried:
        assert code_of(Sealed(pair.header, flipped(pair.ciphertext, bit))) == "tampered"
    print(f"{len(tried)} flipped bits refused")


@pytest.mark.parametrize("kept", [0, 4, 20, 21848, -4])
def test_cut_ciphertext_is_refused(kept: int) -> None:
    pair = sealed()
    assert code_of(Sealed(pair.header, pair.ciphertext[:kept])) == "tampered"


def test_pages_that_were_swapped_are_refused() -> None:
    pair, other = sealed(), sealed(DOCUMENT | {"html": "90000"})
    assert code_of(Sealed(pair.header, other.ciphertext)) == "tampered"
    assert code_of(pair, share_id=ID[::-1]) == "tampered"
    assert code_of(pair, key=KEY[::-1]) == "wrongkey"


def test_share_can_be_read_through_its_last_day() -> None:
    pair = sealed(expires=DAY)
    assert opened(pair, today=DAY)["title"] == "Ada for Acme"
    assert code_of(pair, today=date(2027, 1, 1)) == "expired"
    # A date that somebody moved is not believed.
    assert code_of(with_fields(pair, exp="2030-01-01"), today=date(2027, 1, 1)) == "tampered"
    assert code_of(with_fields(pair, exp=None), today=date(2027, 1, 1)) == "tampered"
    assert opened(sealed(), today=date.max)["v"] == 1


def test_passphrase_is_needed_besides_the_key() -> None:
    pair = seal(
        DOCUMENT, share_id=ID, key=KEY, expires=None, passphrase="caf\u00e9 noir", kdf_salt=SALT
    )
    assert fields_of(pair)["kdf"] == {
        "iter": 1_000_000,
        "name": "PBKDF2-SHA256",
        "salt": "AAECAwQFBgcICQoLDA0ODw==",
    }
    # Some keyboards write an accent as a sign of its own.
    assert opened(pair, passphrase="cafe\u0301 noir")["title"] == "Ada for Acme"
    assert code_of(pair, passphrase="cafe noir") == "wrongpass"
    assert code_of(pair) == "nopass"
    assert code_of(pair, passphrase="caf\u00e9 noir", key=KEY[::-1]) == "wrongpass"
    again = stretch("caf\u00e9 noir", SALT)
    assert seal_stretched(DOCUMENT, share_id=ID, key=KEY, expires=None, stretched=again) == pair


@pytest.mark.parametrize(
    ("kdf", "code"),
    [
        ({"iter": 599_999}, "kdf"),
        ({"iter": 10_000_001}, "kdf"),
        ({"iter": -1}, "kdf"),
        ({"iter": 1e6}, "kdf"),
        ({"iter": True}, "kdf"),
        ({"iter": "1000000"}, "kdf"),
        ({"name": "scrypt"}, "kdf"),
        ({"salt": "?"}, "tampered"),
        ({"salt": 1}, "tampered"),
        ({"salt": "AAAA"}, "wrongpass"),
        ({"iter": 600_000}, "wrongpass"),
    ],
)
def test_header_cannot_weaken_the_passphrase(kdf: dict[str, object], code: str) -> None:
    stretched = Stretched(SALT, KEY)
    pair = seal_stretched(DOCUMENT, share_id=ID, key=KEY, expires=None, stretched=stretched)
    changed = with_fields(pair, kdf=fields_of(pair)["kdf"] | kdf)
    assert code_of(changed, passphrase="a") == code


def test_other_kinds_of_header_are_refused() -> None:
    pair = sealed()
    others: list[dict[str, object]] = [{"v": 2}, {"alg": "A128GCM"}, {"v": None}, {"alg": []}]
    for changed in others:
        assert code_of(with_fields(pair, **changed)) == "version"
    assert code_of(with_fields(pair, kdf=None)) == "kdf"
    for field in ("salt", "kcv"):
        assert code_of(with_fields(pair, **{field: None})) == "tampered"
    for text in ("[]", "1", "{", "[" * 100_000, "\x80"):
        header = base64.b64encode(text.encode("latin-1")).decode()
        assert code_of(Sealed(header, pair.ciphertext)) == "tampered"


def test_wrong_use_is_our_mistake() -> None:
    with pytest.raises(InternalError):
        seal(DOCUMENT, share_id=ID, key=KEY, expires=None, passphrase="a")
    with pytest.raises(InternalError):
        seal(DOCUMENT, share_id=ID, key=KEY, expires=None, kdf_salt=SALT)
    with pytest.raises(InternalError):
        seal(DOCUMENT, share_id=ID, key=KEY[1:], expires=None)
