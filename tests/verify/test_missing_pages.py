"""Pages that a host sends with 200 OK for what it has not."""

import pytest

from dossier.verify.missing_pages import missing_title

MISSING = [
    *("404", "404 Not Found", "Error 404", "Page not found", "PAGE NOT FOUND!", "404: Not Found"),
    *("Page not found | Initech", "Initech \u2014 404", "404 &ndash; Page not found", "410 Gone"),
    *("Sorry, this page was not found.", "Repository not found - Forge", "Page doesn\u2019t exist"),
    *("The page you requested could not be found", "Seite nicht gefunden \u00b7 Kram"),
]
THERE = [
    *("Benchmark report", "HTTP 404 errors explained", "How we handle 404 Not Found", "Room 404"),
    *("Not found: a novel", "404 Media", "Page not found errors in 2025", "404ms to first byte"),
    *("Lost and found", "Nothing found - Search", ""),
]


def page(title: str) -> bytes:
    return f"<!doctype html><html><head><title>\n {title}\n</title></head>".encode()


@pytest.mark.parametrize("title", MISSING)
def test_title_that_says_nothing_else_is_told(title: str) -> None:
    assert missing_title(page(title))
    assert missing_title(page(title).replace(b"<title>", b'<TITLE data-x="y">'))


@pytest.mark.parametrize("title", THERE)
def test_title_of_a_page_about_it_is_not(title: str) -> None:
    assert missing_title(page(title)) == ""


def test_what_has_no_title_says_nothing() -> None:
    assert missing_title(b"<h1>404 Not Found</h1>") == missing_title(b"\xff<title>404") == ""
