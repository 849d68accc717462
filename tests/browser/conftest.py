"""What the browser tests share: odd pages, and built sites."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.shares import Desk, desk_at
from tests.browser.sites import Site, Whole, build_site, served
from tests.browser.tabs import clear, listeners, open_tab
from tests.browser.visits import Survey, Visit, survey_pages, visit_samples
from tests.once import made_once

Answer = TypeVar("Answer")


@pytest.fixture(scope="session")
def shared_scriptless(browser: Browser) -> Iterator[Page]:
    with open_tab(browser, java_script_enabled=False) as tab:
        yield tab


@pytest.fixture
def scriptless(shared_scriptless: Page) -> Iterator[Page]:
    """Yield a page on which no script runs, as good as new: to open one takes half a second."""
    before = listeners(shared_scriptless)
    yield shared_scriptless
    clear(shared_scriptless)
    assert listeners(shared_scriptless) == before


class Sites:
    """Built sites by name; the first process of a test run that asks for one builds it."""

    def __init__(self, root: Path, stack: ExitStack) -> None:
        self._root, self._stack = root, stack
        self._known: dict[str, Site] = {}
        self._answers: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Site:
        if name not in self._known:
            folder = made_once(self._root / name, partial(build_site, name))
            address = self._stack.enter_context(served(folder, Whole))
            self._known[name] = Site(name, folder, address)
        return self._known[name]

    def answer(self, name: str, ask: Callable[[], Answer]) -> Answer:
        """Return what the first process of a test run was answered."""
        if name not in self._answers:
            kept = made_once(self._root / name, lambda file: file.write_bytes(pickle.dumps(ask())))
            self._answers[name] = pickle.loads(kept.read_bytes())  # noqa: S301 - of this run
        return cast(Answer, self._answers[name])


@pytest.fixture(scope="session")
def sites(shared_folder: Path) -> Iterator[Sites]:
    root = shared_folder / "sites"
    root.mkdir(exist_ok=True)
    with ExitStack() as stack:
        yield Sites(root, stack)


@pytest.fixture
def private_site(sites: Sites) -> Site:
    return sites["shipped-private"]


@pytest.fixture
def public_site(sites: Sites) -> Site:
    return sites["shipped-public"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Yield a place for sealed shares, empty at first."""
    with desk_at(tmp_path) as desk:
        yield desk


@pytest.fixture
def visits(request: pytest.FixtureRequest, browser: Browser, sites: Sites) -> list[Visit]:
    """Return what the samples of a site answer at a width. They are visited once a test run."""
    name, width = request.param
    return sites.answer(
        f"visits-{name}-{width}", lambda: visit_samples(browser, sites[name], width)
    )


@pytest.fixture
def survey(request: pytest.FixtureRequest, browser: Browser, sites: Sites) -> Survey:
    """Return what all pages of a site answer. They are visited once a test run."""
    name = request.param
    return sites.answer(f"survey-{name}", lambda: survey_pages(browser, sites[name]))
