"""A browser for attacks that only a browser can tell of."""

from tests.browser.conftest import browser, chromium, page

__all__ = ["browser", "chromium", "page"]
