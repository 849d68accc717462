"""A DOCX as a program reads it: paragraphs, what stands beside them, and text that is hidden."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dossier.exporting.reading import Hidden, ReadDocument
from dossier.plain.errors import ConfigError

MOST_BYTES = 20_000_000
"""How much a part of the file may hold."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SMALLEST = 8
"""In half points."""
_WHITE = ("FFFFFF", "FEFEFE")
_LARGE = 1_500_000
"""The width of a picture that may hold text, in its unit: four centimetres."""


def read_docx(content: bytes) -> ReadDocument:
    """Return what a program reads. Raises ConfigError if it is no DOCX."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            body = _parsed(file, "word/document.xml")
            names = [n for n in file.namelist() if n.startswith(("word/header", "word/footer"))]
            aside = " ".join(_said(_parsed(file, name)) for name in names)
    except (zipfile.BadZipFile, KeyError, ET.ParseError, ValueError) as error:
        raise ConfigError("this is no DOCX that can be read", "save it again") from error
    return ReadDocument(
        lines=tuple(_said(paragraph) for paragraph in body.iter(f"{_W}p")),
        aside=aside,
        pictures=("the text",) if _has_pictures(body) else (),
        columns=tuple(_columns(body)),
        hidden=tuple(_hidden(body)),
    )


def _parsed(file: zipfile.ZipFile, name: str) -> ET.Element:
    if file.getinfo(name).file_size > MOST_BYTES:
        raise ValueError(name)
    raw = file.read(name)
    if b"<!DOCTYPE" in raw:
        raise ValueError(name)
    return ET.fromstring(raw)  # noqa: S314 - without a document type there are no entities


def _said(element: ET.Element) -> str:
    parts = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
    texts = (e.text or "" if e.tag == f"{_W}t" else parts.get(e.tag, "") for e in element.iter())
    return "".join(texts)


def _has_pictures(body: ET.Element) -> bool:
    """Return whether a picture is large enough to hold text."""
    sizes = (e.get("cx") for e in body.iter() if e.tag.endswith("}extent"))
    return any(int(size) > _LARGE for size in sizes if size and size.isdigit())


def _columns(body: ET.Element) -> Iterator[str]:
    if any(True for _ in body.iter(f"{_W}tbl")):
        yield "a table"
    if any(e.tag.endswith("}txbxContent") for e in body.iter()):
        yield "a text box"
    if any(int(e.get(f"{_W}num") or 1) > 1 for e in body.iter(f"{_W}cols")):
        yield "columns"


def _hidden(body: ET.Element) -> Iterator[Hidden]:
    for run in body.iter(f"{_W}r"):
        said = _said(run)
        properties = run.find(f"{_W}rPr")
        if properties is None or not said.strip():
            continue
        colour, size = properties.find(f"{_W}color"), properties.find(f"{_W}sz")
        vanish = properties.find(f"{_W}vanish")
        if vanish is not None and vanish.get(f"{_W}val") not in ("0", "false"):
            yield Hidden("for it is marked as hidden", said)
        elif colour is not None and str(colour.get(f"{_W}val")).upper() in _WHITE:
            yield Hidden("for it is white", said)
        elif size is not None and int(size.get(f"{_W}val") or 99) < _SMALLEST:
            yield Hidden("for it is smaller than 4 points", said)
