"""*Nothing goes out unchecked*: what a reader of a file sees is what is searched.

Not its bytes: PDFs set words in parts, by numbers and in forms; drawings, pages and data spell them
in their own ways. A file whose text nobody can tell does not go out.
"""

from pathlib import Path

import pytest

from dossier.publishing.leak_search import find
from tests.attacks.pdfs import encrypted, pdf, shown
from tests.attacks.publishing import telling, told
from tests.plain.test_pdf_text import HOLDING as PDFS
from tests.plain.test_visible_text import HOLDING as TEXTS

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    '<text>Letter to Ten<tspan dx="1">sor</tspan>Zero</text></svg>'
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cv.pdf", pdf(shown("[(Letter to Ten) 20 (sorZ) -10 (ero)] TJ"))),
        ("cv.pdf", PDFS["in a form"]),
        ("cv.pdf", PDFS["by number"]),
        ("cv.pdf", PDFS["in hexadecimal"]),
        ("a.svg", SVG.encode()),
    ],
    ids=["in parts", "in a form", "by number", "in hexadecimal", "drawing"],
)
def test_name_in_an_asset_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    files: dict[str, str | bytes] = dict(telling("TensorZero", f"[x](assets/{name})"))
    files[f"content/assets/{name}"] = content
    found = told(tmp_path, files)
    assert [(p.code, str(p.where)) for p in found] == [
        ("name-private", f"content/assets/{name}:1:1")
    ]


@pytest.mark.parametrize("place", ["first letter", "broken over a foot"])
def test_name_in_pieces_that_are_apart_is_likely(tmp_path: Path, place: str) -> None:
    files: dict[str, str | bytes] = dict(telling("TensorZero", "[x](assets/cv.pdf)"))
    files["content/assets/cv.pdf"] = PDFS[place]
    assert [p.code for p in told(tmp_path, files)] == ["name-similar"]


def test_name_of_an_asset_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict(telling("TensorZero", "[x](assets/tensorzero.pdf)"))
    files["content/assets/tensorzero.pdf"] = pdf(shown("(x) Tj"))
    assert "name-private" in {p.code for p in told(tmp_path, files)}


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 cut", encrypted(pdf(shown("(x) Tj")))],
    ids=["broken", "encrypted"],
)
def test_what_cannot_be_read_is_not_published(tmp_path: Path, content: bytes) -> None:
    files: dict[str, str | bytes] = dict(telling("TensorZero", "[x](assets/cv.pdf)"))
    files["content/assets/cv.pdf"] = content
    found = told(tmp_path, files)
    assert [(p.code, p.severity.value) for p in found] == [("asset-unreadable", "error")]


@pytest.mark.parametrize("place", PDFS)
def test_private_word_in_a_pdf_is_found(place: str) -> None:
    assert find({"a.pdf": PDFS[place]}, ["TensorZero"])


@pytest.mark.parametrize("place", TEXTS)
def test_private_word_in_a_text_is_found(place: str) -> None:
    path, text = TEXTS[place]
    assert find({path: text.encode()}, ["TensorZero"])
