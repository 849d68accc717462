"""Sealed shares for the browser: a folder that is served, with pages in it and a log."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from dossier.model.audience import Audience
from dossier.settings import Settings
from dossier.sharing.link import fragment_of
from dossier.sharing.seal import Sealed, seal
from dossier.sharing.shell import shell_page
from dossier.templates import Templates
from tests.browser.sites import Handler, reachable, served
from tests.builders import AS_OF
from tests.sites import write
from tests.views import shared_view

TEMPLATES = Templates()
ID = "abcdefghijklmnopqrstuvwx23"
OTHER_ID = "zyxwvutsrqponmlkjihgfedc76"
KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
OFFER = "The offer is 60,000"
IMAGE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9"
    "QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SMALL = {
    "title": "Ada for Acme",
    "lang": "en",
    "css": "h1 { color: rgb(1, 2, 3) }",
    "html": f'<main id="content" tabindex="-1"><h1>{OFFER}</h1><img src="{IMAGE}" alt="Curve">'
    '<a href="#row">down</a> <a href="https://example.org/">away</a> <p id="row">Row</p></main>',
}
"""A document by hand, with all that a page may hold."""
_OUTCOME = """() => document.adoptedStyleSheets.length && document.body.childElementCount ? "open"
    : document.querySelector("#alert[data-code]")?.dataset.code
    ?? (document.querySelector("#ask:not([hidden])") ? "asks" : null)"""
_WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", event =>
    refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


@dataclass
class Desk:
    """Where shares are sealed and served."""

    folder: Path
    address: str = ""
    log: list[str] = field(default_factory=list)
    """Each request as the server sees it."""

    def seal(
        self,
        document: Mapping[str, str] = SMALL,
        *,
        share_id: str = ID,
        key: bytes = KEY,
        expires: date | None = None,
        passphrase: str | None = None,
    ) -> Sealed:
        """Seal a document and put its page where it belongs."""
        salt = bytes(16) if passphrase else None
        sealed = seal(
            document,
            share_id=share_id,
            key=key,
            expires=expires,
            passphrase=passphrase,
            kdf_salt=salt,
        )
        self.put(sealed, share_id)
        return sealed

    def put(self, sealed: Sealed, share_id: str = ID) -> Path:
        page = f"s/{share_id}/index.html"
        write(self.folder, {page: shell_page(sealed, TEMPLATES)})
        return self.folder / page

    def path(self, share_id: str = ID) -> str:
        return f"{self.address}/s/{share_id}/"

    def link(self, share_id: str = ID, key: bytes = KEY) -> str:
        return f"{self.path(share_id)}#{fragment_of(key)}"


@contextmanager
def desk_at(folder: Path) -> Iterator[Desk]:
    desk = Desk(folder)

    class Logging(Handler):
        def log_request(self, *_: object) -> None:
            desk.log.append(f"{self.requestline} {self.headers}")

        def end_headers(self) -> None:
            # Files that are written within the same second look the same to a browser's cache.
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

    with served(folder, Logging) as desk.address:
        yield desk


def watch(page: Page) -> list[str]:
    """Return a list that fills with what the page says; `window.refused` has what is blocked."""
    said: list[str] = []
    page.add_init_script(_WATCH)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def outcome(page: Page, link: str = "") -> str:
    """Open a link and return what comes of it: `open`, `asks` for a passphrase, or a code."""
    if link:
        # From one key to another a browser stays on the page.
        page.goto("about:blank")
        page.goto(link, wait_until="commit")
    return str(page.wait_for_function(_OUTCOME).json_value())


def documents(root: Path, files: Mapping[str, str | bytes] | None = None) -> dict[str, Any]:
    """Return, by dossier, what its recipient is sent, as `seal` wants it."""
    write(root, reachable() if files is None else files)
    settings = Settings(root, root / "content", audience=Audience.PRIVATE, as_of=AS_OF)
    view = shared_view(settings)
    return {
        name: {
            key: str(value)
            for key, value in asdict(view.document(name, page=f"s/{ID}/index.md")).items()
        }
        for name in view.library.applications
    }
