"""What a browser says of a signature is what ssh-keygen says of it."""

from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dossier.model.audience import Audience
from dossier.templates import THEME
from tests.browser.shares import Desk, documents, outcome, watch
from tests.browser.sites import Handler, served
from tests.builders import MINIMAL
from tests.signing import Signed, confirmation_file, is_good, unlike_kinds, vectors
from tests.sites import build, project, write

pytestmark = pytest.mark.browser

SCRIPT = THEME / "assets" / "signatures.js"
UNCHECKED = "signed; not checked here"
HOLDS = "checked in this browser: the key below signed it"
FAILS = "checked in this browser: it does not hold"
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


def test_a_shared_page_checks_what_it_shows_and_asks_nobody(
    own_page: Page, desk: Desk, tmp_path: Path
) -> None:
    files = MINIMAL | confirmation_file(tmp_path, Audience.SHARED)
    sent = documents(tmp_path / "site", files)["acme"]
    told = {}
    for claim in ("Learned weights", "Unlearned weights"):
        shown = sent["html"].replace("Claim: Learned weights", f"Claim: {claim}")
        desk.seal(sent | {"html": shown})
        said = watch(own_page)
        assert outcome(own_page, desk.link()) == "open"
        own_page.wait_for_selector("[data-signed=good], [data-signed=bad]", state="attached")
        told[claim] = own_page.locator("[data-part=state]").inner_text()
        assert (said, own_page.evaluate("refused")) == ([], [])
    assert list(told.values()) == [HOLDS, FAILS]
    assert len(desk.log) == 2


def test_a_public_page_checks_what_it_shows(own_page: Page, tmp_path: Path) -> None:
    files = MINIMAL | confirmation_file(tmp_path, Audience.PUBLIC)
    with served(build(project(tmp_path / "site", files)), Handler) as address:
        said = watch(own_page)
        own_page.goto(f"{address}/projects/qortex/")
        own_page.wait_for_selector("[data-signed=good]", state="attached")
        assert own_page.evaluate("refused") == said == []
        assert own_page.locator("script[src*=signatures]").count() == 1
        own_page.goto(address)
        assert own_page.locator("script[src*=signatures]").count() == 0


def test_without_script_a_page_says_that_nothing_was_checked(
    scriptless: Page, tmp_path: Path
) -> None:
    page_of(tmp_path, [Signed("none", "text", "signature", "key")])
    scriptless.goto((tmp_path / "index.html").as_uri())
    assert scriptless.locator("[data-part=state]").inner_text() == UNCHECKED


def test_the_script_is_small() -> None:
    assert SCRIPT.stat().st_size < 3000
