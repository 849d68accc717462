"""What all tests share: the option that rewrites expected files, and one browser a process."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager, nullcontext
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from coverage import Coverage
from playwright.sync_api import Browser, Page, sync_playwright

import dossier
from tests.browser.ensure import ADVICE, find_chromium
from tests.browser.tabs import DESK, clear, listeners, open_tab
from tests.compiled import compiled_once
from tests.order import dealt

UNMEASURED = tuple(
    f"tests/{name}"
    for name in (
        "adapters/test_mkdocs_files.py::TestLinks",
        "attacks/",
        "browser/",
        "claims/test_judge.py::test_time_grows_no_faster_than_the_text",
        "lint/test_cache.py",
        "lint/test_drift_cases.py::test_planted_fault_is_caught_where_it_stands",
        "lint/test_drift_mutations.py",
        "lint/test_rule.py",
        "load/test_assemble.py::test_no_change_of_a_private_field_is_noticed_by_the_public",
        "plain/test_css.py::test_ten_times_the_text_takes_no_more_than_twelve_times_as_long",
        "prose/test_task_lists.py::test_time_grows_with_the_items",
        "publishing/test_leak_search.py::test_the_shipped_site_holds_no_private_word",
        "render/test_site.py::test_no_text_of_a",
        "secrecy/",
        "sharing/test_seal.py::test_every_bit_of_the_ciphertext_is_vouched_for",
        "test_audiences.py",
        "test_fuzz.py",
        "test_invalid.py::test_broken_input_stops_no_other_view",
        "test_reproducible.py",
    )
)
"""What tests' names begin with that run without coverage, which more than doubles their time: they
go again, with whole sites or with many texts, where the tests of the parts have been."""
MEASURED = tuple(
    f"tests/{name}"
    for name in (
        "attacks/test_extensions.py",
        "attacks/test_leftovers.py::test_what_is_not_ours_stays",
        "attacks/test_ordinary_notes.py::test_rehearsal_foresees_what_stops_a_publish",
        "attacks/test_other_tools_comments.py::test_it",
        "attacks/test_other_tools_comments.py::test_one_in_a_field_is_told",
        "attacks/test_own_labels.py::test_name_in_a_template_is_told",
        "attacks/test_strayed_files.py::test_no_command_of_ours_does",
        "attacks/test_time_bombs.py::test_pdf_that_takes_too_long_is_told",
        "attacks/test_what_a_reader_sees.py::test_name_in_an_asset_is_told",
        "lint/test_cache.py::test_only_the_edited_file_is_judged_again",
    )
)
"""Those among them that alone reach some lines, and take little time."""


IS_FIRST = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
"""Whether this process measures what is run when modules are imported, the same in each."""


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


def pytest_xdist_auto_num_workers() -> int:
    """Keep all processors busy: while some tests wait for git or a browser, others run."""
    return (
        len(os.sched_getaffinity(0)) + 1 if sys.platform == "linux" else (os.cpu_count() or 1) + 1
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None]:
    yield
    if side_by_side := getattr(config, "workerinput", None):
        items[:] = dealt(items, side_by_side["workercount"])


_COVERAGE = pytest.StashKey[list[Coverage]]()


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Measure imports and what tests call, but none of what finds and runs them."""
    if IS_FIRST and Coverage.current():
        # Or what an unmeasured test is the first to import would count as never run.
        for module in walk_packages(dossier.__path__, "dossier."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    # In a process of xdist's there are two, and who stops the inner one resumes the outer.
    stopped: list[Coverage] = list(iter(_stop_measuring, None))
    session.config.stash[_COVERAGE] = stopped
    gc.disable()
    try:
        return (yield)
    finally:
        # Thousands of tests are kept to the end, and would be looked through as often.
        gc.collect()
        gc.freeze()
        gc.enable()


class _Module(pytest.Module):
    """A file of tests whose import is measured: what it works out may be kept for all tests."""

    def _getobj(self) -> object:
        stopped = self.config.stash.get(_COVERAGE, [])
        with _measuring(stopped[0]) if IS_FIRST and stopped else nullcontext():
            return super()._getobj()  # type: ignore[no-untyped-call]


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module:
    return _Module.from_parent(parent, path=module_path)


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    try:
        return (yield)
    finally:
        stopped = session.config.stash[_COVERAGE]
        for each in reversed(stopped):
            each.start()


def _stop_measuring() -> Coverage | None:
    running = Coverage.current()
    if running is not None:
        running.stop()
    return running


# Around what is called, and not around what calls it: that took ten times as long as a short test.
@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_fixture_setup(request: pytest.FixtureRequest) -> Generator[None, object, object]:
    with _measured(request._pyfuncitem):
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    with _measured(pyfuncitem):
        return (yield)


@contextmanager
def _measured(item: pytest.Item) -> Iterator[None]:
    stopped = item.config.stash[_COVERAGE]
    name = item.nodeid
    if not stopped or (name.startswith(UNMEASURED) and not name.startswith(MEASURED)):
        yield
        return
    with _measuring(stopped[0]):
        yield


@contextmanager
def _measuring(coverage: Coverage) -> Iterator[None]:
    coverage.start()
    try:
        yield
    finally:
        coverage.stop()


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
