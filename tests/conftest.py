"""What all tests share: the option that rewrites expected files, and one browser a process."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.ensure import ADVICE, find_chromium
from tests.browser.tabs import DESK, clear, launch, listeners, open_tab
from tests.compiled import compiled_once
from tests.kept_answers import answered_once
from tests.once import made_once
from tests.order import dealt, shared_out

# The same texts in every run of the same tests; `make coverage` draws others, to find more.
# How long an example takes says how busy the machine is.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", UNTIMED, derandomize=True)
settings.register_profile("drawn", UNTIMED, derandomize=False)
settings.load_profile("steady")
# A run keeps what it has built, and is looked through for garbage less often than by default.
# Before the package is imported, which looks as often again after each build.
gc.set_threshold(4_000, 20, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="rewrite the expected part of tests/cases/ instead of comparing with it",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("update_goldens") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-goldens writes files: run it without -n")
    # Set by many images; each of us, and each program that a test starts, would compile it all.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    # In a hook of git's they name the repository of whoever commits, which tests would write to.
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]


def pytest_xdist_auto_num_workers() -> int:
    """Keep all processors busy: while some tests wait for git or a browser, others run."""
    return (
        len(os.sched_getaffinity(0)) + 1 if sys.platform == "linux" else (os.cpu_count() or 1) + 1
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None]:
    side_by_side = getattr(config, "workerinput", None)
    if side_by_side:
        items.sort(key=lambda item: item.path)
    yield
    if side_by_side:
        items[:] = dealt(items, side_by_side["workercount"])


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Find the tests without looking for garbage: thousands are kept to the end."""
    config = session.config
    if (side_by_side := getattr(config, "workerinput", None)) and config.args == config.getini(
        "testpaths"
    ):
        number = int(side_by_side["workerid"].removeprefix("gw"))
        config.args = shared_out(config.rootpath / "tests", number, side_by_side["workercount"])
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    with compiled_once(), answered_once():
        yield


@pytest.fixture
def tmp_path(tmp_path: Path) -> Path:
    """Return a folder with nobody beside it: what a test writes to `..` no other one finds."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("update_goldens"))


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder for what one process of a run makes for all."""
    base = tmp_path_factory.getbasetemp()
    # Under xdist each process has a folder of its own in one that they share.
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def chromium(shared_folder: Path) -> str:
    """Return the path of the browser. It cannot be looked for once Playwright runs."""
    kept = made_once(shared_folder / "chromium", lambda f: f.write_text(find_chromium() or ""))
    found = kept.read_text()
    assert found, ADVICE
    return found


# Imported into another conftest it would be a second one, and Playwright starts once a process.
@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = launch(playwright, chromium)
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
