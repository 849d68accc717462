"""*No other page there reads it*: nor what the private site keeps in a browser.

Whatever is served later at the same address and port reads the storage of that origin: 8000 is the
default of every project of the engine.
"""

import json
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.tabs import open_tab
from tests.builders import MINIMAL
from tests.patience import wait_until
from tests.servers import Server, serving
from tests.sites import project

pytestmark = pytest.mark.browser
ACME = "content/applications/acme/index.md"
QUESTIONS = "\n## Questions\n\n### Why leave Initech?\n\nBored.\n\n### Which quokka?\n\nThe fox.\n"
_ALL = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, document.cookie,
    (await indexedDB.databases()).map(found => found.name), await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).length])"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    files = MINIMAL | {ACME: MINIMAL[ACME] + QUESTIONS}
    root = project(tmp_path_factory.mktemp("kept"), files)
    with serving(root, "dossier", "serve", "--token") as running:
        running.wait()
        yield running


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    with open_tab(browser) as page:
        yield page


def _changed(tab: Page, before: str) -> bool:
    return bool(tab.evaluate(_ALL) != before)


def test_marks_of_questions_last_and_tell_others_nothing(server: Server, tab: Page) -> None:
    tab.goto(f"{server.address}applications/acme/")
    told = tab.locator(".ev-drill__s")
    expect(told).to_have_text(["New", "New"])
    tab.locator(".ev-drill summary").evaluate_all("all => all.forEach(one => one.click())")
    marked = tab.get_by_text("Missed it").last, tab.get_by_text("Knew it").first
    for button in marked:
        before = tab.evaluate(_ALL)
        button.click()
        wait_until(partial(_changed, tab, before))
    expect(told).to_have_text(["Known", "Missed once"])
    # A choice of colours, and what Material keeps of tabs on pages with some.
    tab.evaluate("__md_set('__palette', {index: 1}), __md_set('__tabs', ['Initech'])")
    tab.reload()
    expect(told).to_have_text(["Missed once", "Known"])
    kept = tab.evaluate(_ALL).lower()
    words = ("acme", "initech", "quokka", "which", "applications", "missed", "known", "drill")
    token = urlsplit(server.address).path.strip("/").lower()
    assert [word for word in (*words, token) if word in kept] == []
    local, session, *others = json.loads(kept)
    assert (len(local), session, others) == (2, {}, ["", [], [], 0])
    assert "/.__palette" in local


def test_what_earlier_versions_kept_is_removed(server: Server, tab: Page) -> None:
    tab.goto(server.address)
    old = ("drill:/applications/acme/:why", "/cTBCe_0123456789abcdef/.__palette")
    tab.evaluate("keys => keys.forEach(key => localStorage.setItem(key, 'missed 1'))", [*old, "my"])
    tab.goto(f"{server.address}applications/acme/")
    expect(tab.locator(".ev-drill__s").first).to_have_text("New")
    assert sorted(set(tab.evaluate("Object.keys(localStorage)")) - {"/.__palette"}) == ["my"]
