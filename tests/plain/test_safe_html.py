import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.plain.safe_html import active_parts, sanitize

GONE = {
    "script": ("<script>alert(1)</script>x", "x", ["<script>"]),
    "handler": ('<p onclick="x()">a</p>', "<p>a</p>", ["`onclick` of <p>"]),
    "address": ('<a href="javascript:x()">a</a>', "<a>a</a>", ["`href` of <a>"]),
    "address with a tab": ('<a href="java\tscript:x()">a</a>', "<a>a</a>", ["`href` of <a>"]),
    "frame": ('<iframe src="https://a.example"></iframe>b', "b", ["<iframe>"]),
    "refresh": ('<meta http-equiv="refresh" content="0;url=x">b', "b", ["<meta>"]),
    "style": ('<p style="color: red">a</p>', "<p>a</p>", ["`style` of <p>"]),
    "form": ('<form action="x"><b>a</b></form>', "<b>a</b>", ["<form>"]),
    "id of the theme": ('<div id="__config">a</div>', "<div>a</div>", ["`id` of <div>"]),
    "source set": (
        '<img srcset="data:x 1x" src="a.png">',
        '<img src="a.png">',
        ["`srcset` of <img>"],
    ),
    "drawing": (
        "<svg><script>x</script><path d='M0'></path></svg>",
        '<svg><path d="M0"></path></svg>',
        ["<script>"],
    ),
}


@pytest.mark.parametrize("name", GONE)
def test_what_acts_is_taken_out_and_told(name: str) -> None:
    written, left, told = GONE[name]
    assert sanitize(written) == left
    assert [part for _, part in active_parts(written)] == told


@pytest.mark.parametrize(
    "html",
    [
        '<div class="tabbed-set" data-tabs="1:1"><label for="__tabbed_1_1">a</label></div>',
        '<input checked="" id="__tabbed_1_1" type="radio" name="__tabbed_1">',
        '<span class="twemoji"><svg viewBox="0 0 24 24"><path d="M0 0"></path></svg></span>',
        '<p>An <abbr title="b">a</abbr>, <kbd class="key-a">c</kbd>, <mark>d</mark></p>',
        '<a href="evidence:a/b#c" title="bare">e</a>',
        "a \ue0001\ue001 &lt;b&gt; &amp; c",
    ],
)
def test_what_shows_something_stays(html: str) -> None:
    assert sanitize(html) == html
    assert list(active_parts(html)) == []


def test_cells_stay_aligned() -> None:
    cell = '<table><tbody><tr><td style="text-align: right;">1</td></tr></tbody></table>'
    assert '<td align="right">1</td>' in sanitize(cell)
    assert list(active_parts(cell)) == []


def test_what_the_author_opened_stays_without_what_runs() -> None:
    html = '<iframe src="https://v.example/1" onload="x()" srcdoc="y"></iframe>'
    assert sanitize(html, ["iframe"]) == '<iframe src="https://v.example/1"></iframe>'


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('<input type="image">', "<input>"),
        ('<input type="checkbox">', '<input type="checkbox">'),
        ('<source srcset="a.png 1x, javascript:b 2x">', "<source>"),
        ('<source srcset="http://[ 1x">', "<source>"),
        ('<source srcset="a.png 1x, b.png 2x">', '<source srcset="a.png 1x, b.png 2x">'),
        ('<a id="__config">x</a>', "<a>x</a>"),
    ],
)
def test_attribute_is_kept_for_its_value(html: str, kept: str) -> None:
    assert sanitize(html) == kept


def test_lines_are_counted() -> None:
    assert list(active_parts("a\n\n<b>c</b>\n<script>\n1</script>")) == [(3, "<script>")]


@given(st.text(st.sampled_from("<>/ab=\"' \n&;:svgonimgrcpt-!"), max_size=60))
def test_cleaning_twice_changes_nothing(html: str) -> None:
    once = sanitize(html)
    assert sanitize(once) == once
    assert list(active_parts(once)) == []
