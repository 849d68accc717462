"""What a browser says of a signature is what ssh-keygen says of it."""

from html import escape
from pathlib import Path

from playwright.sync_api import Page

from dossier.templates import THEME
from tests.browser.sites import Handler, served
from tests.signing import Signed, is_good, unlike_kinds, vectors
from tests.sites import write

SCRIPT = THEME / "assets" / "signatures.js"
UNCHECKED = "signed; not checked here"
_DONE = '[...document.querySelectorAll("[data-signed]")].map(proof => proof.dataset.signed)'


def block(signed: Signed) -> str:
    return (
        '<div data-signed=""><b data-part="state" data-good="good" data-bad="bad">'
        f'{UNCHECKED}</b><pre data-part="text">{escape(signed.text)}</pre>'
        f'<pre data-part="signature">{escape(signed.signature)}</pre>'
        f'<code data-part="key">{escape(signed.key)}</code></div>'
    )


def page_of(folder: Path, known: list[Signed]) -> None:
    body = "\n".join(map(block, known))
    page = f'<!doctype html><meta charset="utf-8">{body}<script src="signatures.js"></script>'
    write(folder, {"index.html": page, "signatures.js": SCRIPT.read_text()})


def test_a_browser_agrees_with_ssh_keygen_on_every_signature(page: Page, tmp_path: Path) -> None:
    known = list(vectors(tmp_path))
    others = list(unlike_kinds(tmp_path))
    page_of(tmp_path / "site", [*known, *others])
    expected = [is_good(signed, tmp_path) for signed in known]
    with served(tmp_path / "site", Handler) as address:
        page.goto(address)
        page.wait_for_function(f"{_DONE}.slice(0, {len(known)}).every(Boolean)")
        found = page.locator("[data-part=state]").all_inner_texts()
    said = dict(zip((signed.name for signed in (*known, *others)), found, strict=True))
    wanted = {s.name: "good" if good else "bad" for s, good in zip(known, expected, strict=True)}
    assert {name: said[name] for name in wanted if said[name] != wanted[name]} == {}
    # RSA 1024 is good mathematics, and refused where it is accepted.
    assert [s.name for s in others if said[s.name] == "good"] in ([], ["RSA 1024"])


def test_without_script_a_page_says_that_nothing_was_checked(
    scriptless: Page, tmp_path: Path
) -> None:
    page_of(tmp_path, [Signed("none", "text", "signature", "key")])
    scriptless.goto((tmp_path / "index.html").as_uri())
    assert scriptless.locator("[data-part=state]").inner_text() == UNCHECKED


def test_the_script_is_small() -> None:
    assert SCRIPT.stat().st_size < 3000
