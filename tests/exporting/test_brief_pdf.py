"""A brief is one sheet, whatever it holds, or not written."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from dossier.exporting.brief import Brief, compose_brief
from dossier.exporting.brief_pdf import brief_overflow, draw_brief
from dossier.plain.problems import Place
from dossier.templates import Templates
from tests.exporting.recipients import recipient
from tests.exporting.test_pdf import EXTRACTORS, HOSTILE, same

LINK = "https://ada.example/s/abc/#k=def"


def with_rows(count: int, claim: str = "It is so. ", link: str = "") -> Brief:
    brief = compose_brief(recipient(), link)
    row = replace(brief.rows[0], claim=claim * 12, proofs=())
    return replace(brief, rows=tuple(replace(row, id=f"r{n}") for n in range(count)))


def said(brief: Brief) -> str:
    """Return what a brief says, from top to bottom."""
    parts = [brief.purpose, brief.author, brief.facts, "·".join(p.text for p in brief.contact)]
    parts += [brief.lede, *(f"{c.role}{c.says}" for c in brief.coverage)]
    for one in brief.headlines:
        proofs = ", ".join(part.text for part in one.proofs)
        parts.append(f"{one.number}{one.unit}{one.says}({proofs})")
    parts.append("Your requirements, my evidence")
    for row in brief.rows:
        proofs = ", ".join(part.text for part in row.proofs)
        parts += [row.asked, row.strength_word, f"{row.claim}({proofs})" if proofs else row.claim]
        parts.append(row.note)
    shared = ["Every row with its records and sources:", brief.link] if brief.link else []
    return "\n".join([*parts, *shared, brief.closing])


@pytest.mark.parametrize("name", EXTRACTORS)
def test_what_is_put_in_comes_out_in_order(name: str) -> None:
    for brief in (compose_brief(recipient()), with_rows(6, f"{HOSTILE} ", LINK)):
        found = EXTRACTORS[name](draw_brief(brief, Templates()).content)
        assert same(said(brief), found) >= 0.99


def test_type_is_as_large_as_one_page_allows() -> None:
    sizes = []
    for count in (1, 12, 22):
        drawn = draw_brief(with_rows(count), Templates())
        (page,) = PdfReader(io.BytesIO(drawn.content)).pages
        seen: set[float] = set()
        page.extract_text(visitor_text=lambda *a, seen=seen: seen.add(round(a[4], 1)))
        sizes.append(min(size for size in seen if size))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    assert (
        draw_brief(with_rows(3), Templates()).content
        == draw_brief(with_rows(3), Templates()).content
    )


def test_what_is_beyond_the_page_is_named() -> None:
    where = Place("a.md")
    fits = draw_brief(with_rows(3), Templates())
    assert brief_overflow(with_rows(3), fits, where) is None
    brief = with_rows(60)
    found = brief_overflow(brief, draw_brief(brief, Templates()), where)
    assert found
    assert found.code == "document-overflow"
    assert "`r59`" in found.message
    assert "`r0`" not in found.message
