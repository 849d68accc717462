"""Tabs of a browser, which wait for what must happen however busy the machine is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect

from tests.patience import PATIENCE

DESK: ViewportSize = {"width": 1280, "height": 800}
_LAUNCHER = Path(__file__).with_name("chromium.sh")
_FORGET = """() => {
    try {
        localStorage.clear();
        sessionStorage.clear();
    } catch {} // some pages may keep nothing, and say so by an exception
}"""
expect.set_options(timeout=1000 * PATIENCE)


def launch(playwright: Playwright, chromium: str) -> Browser:
    """Start the browser at a path."""
    known: dict[str, str | float | bool] = {**os.environ, "CHROMIUM": chromium}
    return playwright.chromium.launch(executable_path=_LAUNCHER, args=["--no-sandbox"], env=known)


@contextmanager
def open_tab(browser: Browser, **options: Any) -> Iterator[Page]:  # noqa: ANN401 - Playwright's
    """Yield a page that knows nothing of others."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(1000 * PATIENCE)
        yield context.new_page()


def clear(page: Page) -> None:
    """Make a page as it was when it was opened, apart from who listens and scripts of tests."""
    page.evaluate(_FORGET)
    page.context.clear_cookies()
    page.goto("about:blank")
    page.set_viewport_size(DESK)
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")


def listeners(page: Page) -> dict[str, int]:
    """Return how many listen to a page, by what they listen to."""
    emitter = page._impl_obj
    return {name: len(emitter.listeners(name)) for name in sorted(emitter.event_names())}
