"""Pictures of every page type, for people to look at: `make shots` writes them into `shots/`.

Both sites are built from the shipped content. A picture is
`<audience>-<page>-<width>-<scheme>.png`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.ensure import ADVICE, find_chromium

REPOSITORY = Path(__file__).resolve().parents[2]
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
    "problems": "problems/",
    "design": "design/",
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the pictures tell."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine, and yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def build(folder: Path) -> dict[str, Path]:
    """Build both sites below `folder` and return where they are, by their audience."""
    sites = {"private": folder / "private", "public": folder / "public"}
    commands = (
        ("dossier", "build", "--private", str(sites["private"])),
        ("mkdocs", "build", "--strict", "--site-dir", str(sites["public"])),
    )
    for program, *rest in commands:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", program, *rest]
        subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, capture_output=True)
    return sites


def take(browser: Browser, address: str, audience: str, pages: dict[str, str]) -> None:
    """Write a picture of each page, whole, at each width and in each colour scheme."""
    for width, height in WIDTHS.items():
        for scheme in SCHEMES:
            viewport = {"width": width, "height": height}
            with browser.new_context(viewport=viewport, color_scheme=scheme) as context:  # type: ignore[arg-type]
                page = context.new_page()
                for name, path in pages.items():
                    page.goto(f"{address}{path}")
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
        browser = playwright.chromium.launch(executable_path=chromium)
        for audience, site in build(Path(folder)).items():
            pages = PAGES | (PRIVATE_PAGES if audience == "private" else {})
            with served(site) as address:
                take(browser, address, audience, pages)
        browser.close()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
