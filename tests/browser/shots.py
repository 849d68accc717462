"""Pictures of every page type, for people to look at: `make shots` writes them into `shots/`.

Both sites are built from the shipped content. A picture is
`<audience>-<page>-<width>-<scheme>.png`.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.ensure import ADVICE, find_chromium
from tests.browser.sites import AUDIENCES, build_site, served
from tests.builders import REPOSITORY

FOLDER = REPOSITORY / "shots"
WIDTHS = {390: 844, 1280: 800}
"""Widths of the window with their heights: a phone, a desk."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = {
    "home": "",
    "projects": "projects/",
    "project": "projects/qortex/",
    "evidence": "evidence/",
    "missing": "404.html",
}
"""What both sites have."""
PRIVATE_PAGES = {
    "applications": "applications/",
    "dossier": "applications/tensorzero/",
    "recipient": "applications/databricks/preview/",
    "recipient-roles": "applications/tensorzero/preview/",
    "problems": "problems/",
    "design": "design/",
}


def take(browser: Browser, address: str, audience: str, pages: dict[str, str]) -> None:
    """Write a picture of each page, whole, at each width and in each colour scheme."""
    for width, height in WIDTHS.items():
        for scheme in SCHEMES:
            viewport = {"width": width, "height": height}
            with browser.new_context(viewport=viewport, color_scheme=scheme) as context:  # type: ignore[arg-type]
                page = context.new_page()
                for name, path in pages.items():
                    page.goto(f"{address}/{path}")
                    page.evaluate("document.fonts.ready")
                    picture = FOLDER / f"{audience}-{name}-{width}-{scheme}.png"
                    page.screenshot(path=picture, full_page=True)


def main() -> int:
    """Write all pictures. Return 0, or 1 if there is no browser."""
    chromium = find_chromium()
    if chromium is None:
        print(ADVICE, file=sys.stderr)
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for audience in AUDIENCES:
            pages = PAGES | (PRIVATE_PAGES if audience == "private" else {})
            site = Path(folder) / audience
            build_site(f"shipped-{audience}", site)
            with served(site) as address:
                take(browser, address, audience, pages)
        browser.close()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
