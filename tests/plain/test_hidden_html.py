"""What an element hides by its style would be seen on a page, which keeps no style."""

import pytest

from dossier.plain.hidden_html import without_hidden
from dossier.plain.safe_html import sanitize

HIDDEN = (
    "<div style='display:none'>S<div>S</div>S</div>",
    '<span class="a" STYLE="color: red; Display : none !important">S</span>',
    "<p style=visibility:hidden>S</p>",
    '<b style="opacity: 0.0">S</b>',
    '<i style="font-size:0px;">S</i>',
    '<section style="display:none"><p>S</p>',
    '<p style="display:none">S',
    '<img style="display:none" alt="S">',
)
SEEN = (
    '<div style="display:block">S</div>',
    '<p style="opacity:0.5">S</p>',
    "<p>style=display:none S</p>",
    '<p style="font-size:0.9em">S</p>',
)


@pytest.mark.parametrize("html", HIDDEN)
def test_it_goes_with_all_that_stands_in_it(html: str) -> None:
    assert without_hidden(f"<p>a</p>{html}") == "<p>a</p>"
    if html.endswith("</div>"):
        assert without_hidden(f"{html}<div>b</div>{html}c") == "<div>b</div>c"


@pytest.mark.parametrize("html", SEEN)
def test_what_is_seen_stays(html: str) -> None:
    assert without_hidden(html) == html


def test_a_paragraph_ends_where_another_begins() -> None:
    assert without_hidden('<p style="display:none">S<p>b</p>') == "<p>b</p>"


def test_elements_that_nobody_sees_go_whole() -> None:
    for name in ("dialog", "datalist", "noembed", "noframes", "canvas"):
        assert sanitize(f"a<{name}>S</{name}>b") == "ab"
