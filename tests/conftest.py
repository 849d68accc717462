"""What all tests share: the option that rewrites expected files, and one browser a process."""

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from coverage import Coverage
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.ensure import ADVICE, find_chromium
from tests.browser.tabs import DESK, clear, listeners, open_tab
from tests.compiled import compiled_once

_HERE = Path(__file__).parent
UNMEASURED = [
    _HERE / name
    for name in (
        "attacks",
        "browser",
        "lint/test_cache.py",
        "lint/test_drift_mutations.py",
        "secrecy",
        "test_fuzz.py",
        "test_reproducible.py",
    )
]
"""Tests that run without coverage, which doubles their time: they go again, with whole sites or
with many texts, where the tests of the parts have been."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="rewrite the expected part of tests/cases/ instead of comparing with it",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("update_goldens") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-goldens writes files: run it without -n")


_COVERAGE = pytest.StashKey[Coverage]()


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Measure imports and what tests call, but none of what runs them."""
    # In a process of xdist's there are two, and who stops the inner one resumes the outer.
    stopped = list(iter(_stop_measuring, None))
    if stopped:
        session.config.stash[_COVERAGE] = stopped[0]
    try:
        return (yield)
    finally:
        for each in reversed(stopped):
            each.start()


def _stop_measuring() -> Coverage | None:
    running = Coverage.current()
    if running is not None:
        running.stop()
    return running


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    with _measured(item):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    with _measured(item):
        return (yield)


@contextmanager
def _measured(item: pytest.Item) -> Iterator[None]:
    running = item.config.stash.get(_COVERAGE, None)
    if running is None or any(item.path.is_relative_to(part) for part in UNMEASURED):
        yield
        return
    running.start()
    try:
        yield
    finally:
        running.stop()


def pytest_collection_finish() -> None:
    # Thousands of tests are kept to the end, and would be looked through for garbage as often.
    gc.collect()
    gc.freeze()


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
