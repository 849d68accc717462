"""What comes out of a printer."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.sites import Site

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
