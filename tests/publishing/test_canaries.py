import base64
import codecs
import gzip
import struct
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal
from urllib.parse import quote, quote_plus

import pytest

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.publishing.canaries import canaries_of, find
from dossier.settings import Settings
from tests.builders import AS_OF, MINIMAL, REPOSITORY, write_site
from tests.canaries import ACCENTED, FORMS, RICH, SECRET
from tests.sites import build, files_of, project
from tests.views import library as read_library

WORD = "Käsekrönchen & Söhne"
ASCII = "Northwind"


def views(settings: Settings) -> tuple[Library, Library]:
    return (
        read_library(settings.seen_by(Audience.PRIVATE)),
        read_library(settings.seen_by(Audience.PUBLIC)),
    )


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "raw": str.encode,
    "lower": lambda text: text.lower().encode(),
    "UPPER": lambda text: text.upper().encode(),
    "HTML": lambda text: text.replace("&", "&amp;").encode(),
    "HTML entities": lambda text: text.encode("ascii", "xmlcharrefreplace"),
    "URL": lambda text: quote(text).encode(),
    "URL lower": lambda text: quote(text.lower(), safe="").lower().encode(),
    "URL with +": lambda text: quote_plus(text).encode(),
    "JSON": lambda text: text.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00"),
    "hex": lambda text: text.encode().hex().encode(),
    "HEX": lambda text: text.encode().hex().upper().encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64 at 1": lambda text: base64.b64encode(b"x" + text.encode() + b"yy"),
    "base64 at 2": lambda text: base64.b64encode(b"xx" + text.encode() + b"y"),
    "base64 of lower": lambda text: base64.b64encode(text.lower().encode()),
    "rot13": lambda text: codecs.encode(text, "rot13").encode(),
    "UTF-16": lambda text: text.encode("utf-16-be"),
    "reversed": lambda text: text[::-1].encode(),
}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("word", [WORD, ASCII])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_word_is_found_in_every_encoding(
    spelling: str, word: str, form: Literal["NFC", "NFD"]
) -> None:
    text = unicodedata.normalize(form, word)
    content = b"before " + SPELLINGS[spelling](text) + b" after"
    hits = find({"a.html": content}, ["Nothing Like It", word])
    assert {(hit.file, hit.word) for hit in hits} == {("a.html", word)}
    assert 7 <= hits[0].offset <= 10


@pytest.mark.parametrize("slug", ["kasekronchen-sohne", "kasekronchen_sohne", "KasekronchenSohne"])
def test_a_word_is_found_as_a_slug(slug: str) -> None:
    hits = find({f"s/{slug}/index.html": b""}, [WORD])
    assert [(hit.offset, hit.encoding) for hit in hits] == [(2, "name: slug")]


@pytest.mark.parametrize(
    ("name", "content", "encoding"),
    [
        (f"{ASCII.lower()}.png", b"", "name: raw"),
        ("a.gz", gzip.compress(b"to " + ASCII.encode()), "gzip: raw"),
        (
            "a.png",
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", b"")
            + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(ASCII.encode())),
            "PNG zTXt: raw",
        ),
        (
            "a.png",
            b"\x89PNG\r\n\x1a\n" + chunk(b"iTXt", b"XML\0\1\0\0\0" + zlib.compress(ASCII.encode())),
            "PNG iTXt: raw",
        ),
        (
            "a.pdf",
            b"%PDF-1.7\nstream\r\n" + zlib.compress(b"(" + ASCII.encode()) + b"\nendstream",
            "PDF stream: raw",
        ),
    ],
    ids=["name", "gzip", "zTXt", "iTXt", "PDF"],
)
def test_what_is_packed_is_unpacked(name: str, content: bytes, encoding: str) -> None:
    assert [hit.encoding for hit in find({name: content}, [ASCII])] == [encoding]


def test_what_cannot_be_unpacked_stops_nothing() -> None:
    tree = {"a.gz": b"\x1f\x8bnothing", "a.png": b"\x89PNG\r\n\x1a\n\0\0", "a.pdf": b"%PDF"}
    assert find(tree, [ASCII]) == ()
    assert find({"a": b"x"}, []) == ()


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_of_the_other_scanner_are_found_too(form: str) -> None:
    tree = {"a.html": b"before " + FORMS[form] + b" after"}
    assert find(tree, [SECRET, ACCENTED, ACCENTED.capitalize()])


def test_a_short_name_stands_alone() -> None:
    tree = {"a": b"striped stripe, restripe _stripe", "b": b"stripe"}
    assert [(hit.file, hit.offset) for hit in find(tree, ["Stripe"])] == [("a", 8), ("b", 0)]


def test_hits_are_in_order_and_told_once() -> None:
    tree = {"b": b"northwind NORTHWIND", "a": b"Northwind"}
    found = [(hit.file, hit.offset, hit.encoding) for hit in find(tree, [ASCII, ASCII])]
    assert found == [("a", 0, "raw"), ("b", 0, "raw"), ("b", 10, "raw")]


def test_canaries_are_names_facts_and_phrases_that_no_public_text_holds(tmp_path: Path) -> None:
    acme = MINIMAL["content/applications/acme/index.md"].replace(
        "company: Acme\n",
        "company: Northwind\naliases: [Nord, qortex, Wind of the North]\n"
        'next: {do: Call them}\nevents: [{date: 2026, what: x, note: "+49 30 1234567"}]\n',
    )
    files = MINIMAL | {"content/applications/acme/index.md": acme}
    private, public = views(write_site(tmp_path, files))
    assert canaries_of(private, public) == (
        "+49 30 1234567",
        "Linguistics",
        "Northwind",
        "Rankers that learn",
        "Senior ML Engineer",
        "Wind of the North",
        "a learned ranker",
        "ada@example.org",
    )
    assert "Northwind" not in canaries_of(private, public, ["NORTHWIND"])
    assert canaries_of(public, public) == ()


def test_words_of_a_rich_site_are_derived(tmp_path: Path) -> None:
    private, public = views(write_site(tmp_path, {**MINIMAL, **RICH}))
    words = canaries_of(private, public)
    assert {"quokkafoxhiddentitle", "quokkafoxothername"} <= {*words}
    assert not [word for word in words if "wombatowl" in word]


def test_the_shipped_site_holds_no_private_word(tmp_path: Path) -> None:
    shipped = {f"content/{name}": text for name, text in files_of(REPOSITORY / "content").items()}
    root = project(tmp_path, shipped, config={"site_url": "https://example.org/"})
    settings = Settings(root=root, content=root / "content", templates=root / "overrides")
    words = canaries_of(*views(replace(settings, as_of=AS_OF)))
    site = files_of(build(root))
    assert len(words) > 100
    assert find(site, words) == ()
    planted = site | {"404.html": site["404.html"] + words[0].upper().encode()}
    assert [hit.file for hit in find(planted, words)] == ["404.html"]
