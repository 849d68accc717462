"""What all tests share: the option that rewrites expected files, and one browser a process."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.ensure import ADVICE, find_chromium
from tests.browser.tabs import DESK, clear, listeners, open_tab
from tests.compiled import compiled_once


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="rewrite the expected part of tests/cases/ instead of comparing with it",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("update_goldens") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-goldens writes files: run it without -n")


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    with compiled_once():
        yield


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("update_goldens"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser. It cannot be looked for once Playwright runs."""
    found = find_chromium()
    assert found, ADVICE
    return found


# Imported into another conftest it would be a second one, and Playwright starts once a process.
@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """Yield a page to listen to, or to put scripts or a clock into."""
    with open_tab(browser, viewport=DESK) as tab:
        yield tab


@pytest.fixture(scope="session", name="shared_page")
def open_shared_page(browser: Browser) -> Iterator[Page]:
    with open_tab(browser, viewport=DESK) as tab:
        yield tab


@pytest.fixture
def page(shared_page: Page) -> Iterator[Page]:
    """Yield a page that is as good as new, and ready in a third of the time."""
    before = listeners(shared_page)
    yield shared_page
    clear(shared_page)
    assert listeners(shared_page) == before, "a page that is listened to is an `own_page`"


@pytest.fixture
def still(page: Page) -> Page:
    """Return a page on which nothing moves."""
    page.emulate_media(reduced_motion="reduce")
    return page
