"""Write `vectors.json` anew: `python -m tests.sharing.make_vectors`. Only a new version may.

What it writes is sealed once and then kept, so that a change of the code that would break the
links that are out is seen.
"""

import base64
import json
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dossier.sharing.link import fragment_of
from dossier.sharing.passphrase import Stretched, stretch
from dossier.sharing.seal import Sealed, seal_stretched

FILE = Path(__file__).with_name("vectors.json")
ABOUT = [
    "Known answers of dossier-share/v1: each is opened, or refused, by every reader.",
    "documents: what is sealed, by name; the plaintext has v = 1 besides.",
    "headers, ciphertexts: the two texts of pages by name, base64, as they stand in a page.",
    "vectors: header and ciphertext by name; flip, null or [text, bit], inverts one bit of the",
    "bytes behind that text: bit % 8 (0 is the lowest) of byte bit / 8; key as hex; fragment, that",
    "of the link; id, where the page is; passphrase or null; today, a day;",
    "and either document, a name, or error, a code.",
]
KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
ID, OTHER_ID = "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba"
WORDS = "Z\u00fcrich caf\u00e9 na\u00efve"
SALT = bytes(range(16))
DAY = date(2026, 12, 31)
DOCUMENTS = {
    "short": {"title": "Ada for Acme", "lang": "en", "css": "p{}", "html": "<p>60000</p>"},
    "signs": {
        "title": "\u00c9va f\u00fcr \u6f22\u5b57 \U0001f680",
        "lang": "hu",
        "css": "p::before{content:'\\\\201c'}",
        "html": '<p title="a&amp;b">\u2028\u0000\u202e\ufeff</p>\n\t',
    },
    "long": {
        "title": "Long",
        "lang": "en",
        "css": "",
        "html": "".join(f"<li>{n}</li>" for n in range(9000)),
    },
}


def pages() -> Iterator[tuple[str, Sealed]]:
    """Yield what is sealed, by name."""
    words = stretch(WORDS, SALT)
    chosen: list[tuple[str, date | None, Stretched | None]] = [
        ("short", None, None),
        ("signs", DAY, words),
        ("long", None, None),
    ]
    for name, expires, stretched in chosen:
        document = DOCUMENTS[name]
        yield (
            name,
            seal_stretched(document, share_id=ID, key=KEY, expires=expires, stretched=stretched),
        )


def altered(header: str, **changed: Any) -> str:  # noqa: ANN401 - JSON
    """Return a header that says something else. A mapping changes its own keys alone."""
    fields = json.loads(base64.b64decode(header))
    for name, value in changed.items():
        fields[name] = fields[name] | value if isinstance(value, Mapping) else value
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"))
    return base64.b64encode(text.encode()).decode()


def vector(name: str, page: str, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return one vector: the page is opened with all that is right, but for what is changed."""
    words = WORDS if page == "signs" else None
    known = {"header": page, "ciphertext": page, "flip": None, "key": KEY, "id": ID}
    fields = {"name": name, **known, "passphrase": words, "today": DAY.isoformat(), **changed}
    key = fields["key"]
    assert isinstance(key, bytes)
    fields |= {"key": key.hex(), "fragment": fragment_of(key)}
    return fields if "error" in fields else fields | {"document": page}


def vectors(bits: int) -> Iterator[dict[str, Any]]:
    """Yield all vectors; the ciphertext of `short` has so many bits."""
    yield vector("opens", "short")
    yield vector("opens with signs of all scripts, a passphrase, on its last day", "signs")
    yield vector("opens what is compressed", "long")
    decomposed = unicodedata.normalize("NFD", WORDS)
    yield vector("opens with accents typed as signs of their own", "signs", passphrase=decomposed)
    yield vector("key of another share", "short", key=OTHER, error="wrongkey")
    yield vector("passphrase with another sign", "signs", passphrase="Zurich", error="wrongpass")
    yield vector("key of another share, right passphrase", "signs", key=OTHER, error="wrongpass")
    yield vector("no passphrase", "signs", passphrase=None, error="nopass")
    yield vector("day after the last", "signs", today="2027-01-01", error="expired")
    yield vector("expiry moved", "signs", header="expiry moved", error="tampered")
    yield vector("expiry taken out", "signs", header="expiry taken out", error="tampered")
    yield vector("ciphertext of another page", "short", ciphertext="long", error="tampered")
    yield vector("header of another page", "long", header="short", error="tampered")
    yield vector("page put at another address", "short", id=OTHER_ID, error="tampered")
    for bit in (0, 8 * 40, bits // 2, bits - 128, bits - 1):
        flip = ["ciphertext", bit]
        yield vector(f"bit {bit} of the ciphertext", "short", flip=flip, error="tampered")
    yield vector("key check altered", "short", header="key check altered", error="wrongkey")
    yield vector("salt altered", "short", header="salt altered", error="wrongkey")
    yield vector("compression denied", "long", header="compression denied", error="tampered")
    yield vector("header with a space", "short", header="header with a space", error="tampered")
    yield vector("header that is none", "short", header="header that is none", error="tampered")
    yield vector("rounds below the floor", "signs", header="rounds below the floor", error="kdf")
    yield vector(
        "rounds above the ceiling", "signs", header="rounds above the ceiling", error="kdf"
    )
    yield vector("another version", "short", header="another version", error="version")
    yield vector("another algorithm", "short", header="another algorithm", error="version")


def headers(sealed: Mapping[str, Sealed]) -> dict[str, str]:
    """Return the headers of the pages, and what somebody might make of them."""
    short, signs, long = (sealed[name].header for name in ("short", "signs", "long"))
    spaced = base64.b64encode(base64.b64decode(short).replace(b'"v":', b'"v": ')).decode()
    return {name: page.header for name, page in sealed.items()} | {
        "expiry moved": altered(signs, exp="2030-12-31"),
        "expiry taken out": altered(signs, exp=None),
        "key check altered": altered(short, kcv=base64.b64encode(bytes(16)).decode()),
        "salt altered": altered(short, salt=base64.b64encode(bytes(32)).decode()),
        "compression denied": altered(long, z=False),
        "header with a space": spaced,
        "header that is none": base64.b64encode(b"[1]").decode(),
        "rounds below the floor": altered(signs, kdf={"iter": 599_999}),
        "rounds above the ceiling": altered(signs, kdf={"iter": 10_000_001}),
        "another version": altered(short, v=2),
        "another algorithm": altered(short, alg="A256CBC"),
    }


def spell() -> str:
    """Return the content of the file."""
    sealed = dict(pages())
    bits = len(base64.b64decode(sealed["short"].ciphertext)) * 8
    content = {
        "about": ABOUT,
        "documents": DOCUMENTS,
        "headers": headers(sealed),
        "ciphertexts": {name: page.ciphertext for name, page in sealed.items()},
        "vectors": list(vectors(bits)),
    }
    return json.dumps(content, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(spell(), encoding="utf-8")
