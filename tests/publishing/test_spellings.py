"""However a tool writes a word down, it is among the spellings."""

import base64
import codecs
import unicodedata
from collections.abc import Callable
from typing import Literal
from urllib.parse import quote, quote_plus

import pytest

from dossier.publishing.leak_search import find
from tests.canaries import ACCENTED, FORMS, SECRET

WORD = "Käsekrönchen & Söhne"
ASCII = "Northwind"

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


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_of_the_other_scanner_are_found_too(form: str) -> None:
    tree = {"a.html": b"before " + FORMS[form] + b" after"}
    assert find(tree, [SECRET, ACCENTED, ACCENTED.capitalize()])
