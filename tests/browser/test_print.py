"""What comes out of a printer."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.shares import ID, Desk, documents, outcome
from tests.browser.sites import Site, served
from tests.builders import MINIMAL
from tests.sites import build, project

pytestmark = pytest.mark.browser

HEADER = "PRIVATE - not for sharing"


def printed(page: Page, sheets: str = "") -> list[str]:
    """Return the text of each sheet, or of those named, printed on A4 as the page asks for."""
    paper = page.pdf(format="A4", prefer_css_page_size=True, page_ranges=sheets)
    pdf = PdfReader(io.BytesIO(paper))
    return [sheet.extract_text() for sheet in pdf.pages]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_private_print_says_so_on_every_sheet(scheme: str, page: Page, private_site: Site) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    dossiers = [a for a in private_site.of_kind("/applications/") if "preview" not in a]
    assert len(dossiers) == 2
    for address in dossiers:
        page.goto(private_site.address + address)
        sheets = printed(page)
        assert len(sheets) > 1
        assert [sheet.lstrip()[: len(HEADER)] for sheet in sheets] == [HEADER] * len(sheets)


def test_private_pages_of_all_kinds_start_so(page: Page, sites: dict[str, Site]) -> None:
    site = sites["hostile-private"]
    starts = {}
    for address in site.samples[::2]:
        page.goto(site.address + address)
        is_private = page.locator("[data-private]").count() > 0
        starts[address] = printed(page, "1")[0].lstrip().startswith(HEADER) == is_private
    assert starts == dict.fromkeys(site.samples[::2], True)


def test_public_print_says_nothing_of_it(page: Page, public_site: Site) -> None:
    page.goto(f"{public_site.address}/projects/qortex/")
    assert HEADER not in "".join(printed(page))


EVIDENCE = """\
audience: public
evidence:
  - id: gain
    claim: The ranker finds more.
    kind: benchmark
    check: rerun
    part: led
    team: 4
    date: 2026-02
    limits: LIMIT-ALPHA one corpus alone
    metrics:
      - {id: precision, name: precision, value: 22, unit: "%", op: "+",
         scope: SCOPE-ALPHA legal texts, baseline: BASE-ALPHA plain cosine}
    source: {label: Report alpha, url: "https://reports.example.net/alpha?of=all"}
  - id: load
    claim: The service answers quickly.
    kind: production
    check: inspect
    status: deprecated
    date: 2025-02
    limits: LIMIT-BETA one region
    metrics: [{id: p95, name: p95 latency, value: 80, unit: ms, scope: SCOPE-BETA weekdays}]
    source: {label: Report beta, url: "https://reports.example.net/beta"}
  - {id: word, claim: People liked it., kind: employment, check: statement, limits: LIMIT-GAMMA}
  - id: aside
    claim: It was asked for again.
    kind: production
    check: inspect
    limits: LIMIT-DELTA one customer
    source: {label: Letter delta, printed: PAPER-DELTA page 3}
"""
DOSSIER = """\
---
company: Acme
audience: %s
roles: [{id: ml, title: Engineer}]
proof_points:
  - {id: rank, requirement: REQ-ONE, evidence: [bench/gain], strength: strong,
     claim: "It gained [](evidence:bench/gain#precision)."}
  - {id: lat, requirement: REQ-TWO, evidence: [bench/load], strength: moderate, note: NOTE-TWO,
     claim: "It answers in [](evidence:bench/load#p95)."}
  - {id: ppl, requirement: REQ-THREE, evidence: [bench/word], strength: weak, note: NOTE-THREE}
---
## Pitch

It was [asked for again](evidence:bench/aside).
"""
QUALIFIERS = (
    *("REQ-ONE", "Strong", "Led by me, in a team of 4", "As of Feb 2026", "LIMIT-ALPHA"),
    *("SCOPE-ALPHA", "BASE-ALPHA", "Check it: repeatable"),
    *("REQ-TWO", "Moderate", "NOTE-TWO", "Deprecated", "LIMIT-BETA", "SCOPE-BETA", "Feb 2025"),
    *("REQ-THREE", "Weak", "NOTE-THREE", "Own statement", "LIMIT-GAMMA"),
    *("LIMIT-DELTA", "PAPER-DELTA", "reports.example.net/alpha?of=all", "reports.example.net/beta"),
)
"""All that makes a shown row count for less, and where each source is."""


def content(audience: str) -> dict[str, Any]:
    return {
        **MINIMAL,
        "content/evidence/bench.yml": EVIDENCE,
        "content/applications/acme/index.md": DOSSIER % audience,
    }


def one_line(sheets: list[str]) -> str:
    # A long address is broken wherever the line ends.
    return re.sub(r"(?<=[/?=#:])\n", "", "\n".join(sheets)).replace("\n", " ")


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
def test_a_printed_share_says_no_more_than_the_screen(
    sheet: str, page: Page, desk: Desk, tmp_path: Path
) -> None:
    desk.seal(documents(tmp_path / "content", content("private"))["acme"])
    assert outcome(page, desk.link()) == "open"
    paper = page.pdf(format=sheet, prefer_css_page_size=True, print_background=False)
    pdf = PdfReader(io.BytesIO(paper))
    told = one_line([found.extract_text() for found in pdf.pages])
    assert [words for words in QUALIFIERS if words not in told] == []
    assert len(pdf.pages) == 1
    # Where the rest is: the link that whoever prints it has, and that no page shows.
    assert f"printed from:{desk.link()}" in told
    assert page.locator("[data-link]").evaluate_all("all => all.map(n => n.textContent)") == [""]
    assert desk.link() not in page.locator("body").inner_html()
    marks = [each.get_object() for found in pdf.pages for each in found.get("/Annots", ())]
    led = [mark["/A"].get("/URI") for mark in marks if "/A" in mark]
    assert "https://reports.example.net/alpha?of=all" in led


def test_a_copy_that_was_saved_names_no_place_on_the_readers_disk(
    page: Page, desk: Desk, tmp_path: Path
) -> None:
    desk.seal(documents(tmp_path / "content", content("private"))["acme"])
    saved = desk.folder / "saved by reader.html"
    (desk.folder / f"s/{ID}/index.html").rename(saved)
    fragment = desk.link().partition("#")[2]
    assert outcome(page, f"{saved.as_uri()}#{fragment}") == "open"
    told = one_line(printed(page))
    assert "stands on the page that this was printed from" in told
    assert "saved" not in told


def test_a_printed_public_dossier_says_no_more_than_the_screen(page: Page, tmp_path: Path) -> None:
    address = "https://ada.example/"
    root = project(tmp_path / "p", content("public"), config={"site_url": address})
    build(root)
    with served(root / "site") as site:
        page.goto(f"{site}/applications/acme/")
        told = one_line(printed(page))
    assert [words for words in QUALIFIERS if words not in told] == []
    assert f"in full on this site: {address}applications/acme/" in told
