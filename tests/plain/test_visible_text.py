"""Files in which a reader finds other words than a search of their bytes."""

import gzip
import json
import struct

import pytest

from dossier.plain.packed import UnreadableTextError
from dossier.plain.visible_text import layers
from tests.attacks.pdfs import pdf, shown

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
HOLDING = {
    "marks within a word": ("a.html", "<p>Tensor<b>Z</b><wbr>ero</p>"),
    "entities": ("a.html", "&#84;ensor&#x5A;ero"),
    "attribute": ("a.html", '<img alt="Tensor&#90;ero">'),
    "address": ("a.html", '<a href="/%54ensorZero">x</a>'),
    "comment": ("a.html", "<!-- TensorZero -->"),
    "script": ("a.html", r"<script>var a = 'Tensor\u005aero'</script>"),
    "style": ("a.css", r"a::after { content: 'Tensor\5a ero' }"),
    "program": ("a.js", r"x = 'Tensor\x5Aero'"),
    "JSON": ("a.json", r'{"a": ["Tensor\u005Aero"]}'),
    "JSON key": ("a.json", r'{"Tensor\u005Aero": 1}'),
    "HTML in JSON": ("a.json", json.dumps({"text": "<b>Tensor</b>Zero"})),
    "CDATA": ("a.xml", "<t><![CDATA[<b>Tensor</b>Zero]]></t>"),
    "name": ("TensorZero.woff2", ""),
    "coded name": ("Tensor%5Aero.png", ""),
    "drawn in parts": ("a.svg", SVG.format("<text>Ten<tspan dx='1'>sor</tspan>Zero</text>")),
    "title of a drawing": ("a.svg", SVG.format("<title>TensorZero</title>")),
    "label of a drawing": ("a.svg", SVG.format('<g aria-label="Tensor&#90;ero"/>')),
}


@pytest.mark.parametrize("place", HOLDING)
def test_words_are_read_as_a_reader_sees_them(place: str) -> None:
    path, text = HOLDING[place]
    found = [text for _, text in layers(path, text.encode())]
    assert any("TensorZero" in "".join(text.split("\n")) for text in found)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.xml.gz", gzip.compress(b"<loc>%54ensorZero</loc>")),
        ("a.pdf", pdf(shown("[(Tensor) 9 (Zero)] TJ"))),
        ("a.txt", "TensorZero".encode("utf-16")),
        ("a.md", b"Tensor\xe4 TensorZero"),
        ("a.jpg", b"\xff\xd8\xff\xe1\0\x0cTensorZero\xff\xda"),
        ("a.webp", b"RIFF\0\0\0\0WEBPXMP " + struct.pack("<I", 10) + b"TensorZero"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0atEXtTensorZero\0\0\0\0"),
    ],
    ids=["gz", "pdf", "txt", "md", "jpg", "webp", "png"],
)
def test_what_is_packed_or_coded_is_read(path: str, content: bytes) -> None:
    assert any("TensorZero" in text for _, text in layers(path, content))


def test_what_declares_is_read_as_a_comment() -> None:
    found = dict(layers("a.html", b"<![if Tensor]>Zero<![endif]><![CDATA[One]]>"))
    assert found["text"] == "Zero"
    assert found["comment"].split("\n") == ["if Tensor", "endif", "CDATA[One"]


def test_words_of_two_blocks_are_two() -> None:
    found = dict(layers("a.html", b"<td>Tensor</td><td>Zero</td>"))
    assert found["text"].split() == ["Tensor", "Zero"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.pdf", b"%PDF"),
        ("a.svg", b"<svg"),
        ("a.svg", b"<!DOCTYPE a [<!ENTITY b 'c'>]><svg/>"),
        ("a.gz", b"\x1f\x8bx"),
    ],
    ids=["pdf", "svg", "entities", "gz"],
)
def test_what_cannot_be_read_is_told(path: str, content: bytes) -> None:
    with pytest.raises(UnreadableTextError):
        layers(path, content)
