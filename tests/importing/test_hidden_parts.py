"""What an element's own attributes hide, with all that is in it, and nothing else."""

import time

import pytest

from dossier.importing.hidden_parts import without_hidden

HIDING = (
    *("hidden", "hidden=until-found", "class='x sr-only'", "class='visually-hidden'"),
    *("style='display: none'", "style='DISPLAY:NONE !important'", "style='color:red;display:none'"),
    *(
        "style='visibility:hidden'",
        "style='opacity:0.0'",
        "style='opacity:.0;'",
        "style=opacity:0%",
    ),
    *(
        "style='font-size:0'",
        "style='font-size: 0px'",
        "style='font-size:1px'",
        "style='left:-9999px'",
    ),
    *(
        "style='text-indent:-999em'",
        "style='position:absolute; top : -5000px'",
        "style='color:transparent'",
    ),
    *("style='color:#fff;background:#fff'", "style='background-color: White; color: white'"),
    *(
        "style='clip:rect(0 0 0 0)'",
        "style='clip: rect(1px, 1px, 1px, 1px)'",
        "style='dis/**/play:none'",
    ),
    *("style='height:0;overflow:hidden'", "style='overflow:hidden;max-height:0px'"),
    *("style='clip-path:inset(50%)'", "style='transform:scale(0)'"),
)
SHOWN = (
    *(
        "style='display:block'",
        "style='font-size:0.9em'",
        "style='font-size:10px'",
        "style='opacity:.5'",
    ),
    *("style='margin-left:-15px'", "style='color:#fff'", "style='color:#fff;background:#000'"),
    *("style='height:0;padding-bottom:50%'", "style='--display:none-x'", "class='hidden-gem'"),
    *("aria-hidden=true", "style='width:100%;overflow:hidden'", "data-hidden", "style='opacity:1'"),
)


def test_what_nobody_sees_is_hidden_and_nothing_else() -> None:
    def seen(attributes: str) -> str:
        return without_hidden(f"<div {attributes}><p>secret <b>words</b></div><p>open</p>")[0]

    assert [each for each in HIDING if "secret" in seen(each) or "open" not in seen(each)] == []
    assert [each for each in SHOWN if "secret" not in seen(each)] == []


@pytest.mark.parametrize(
    ("page", "shown", "count"),
    [
        ("<ul><li hidden>a b<li>c</ul>d", "<ul><li>c</ul>d", 2),
        ("<p hidden>a<p>b", "<p>b", 1),
        ("<div hidden>a<div>b</div>c</div>d", "d", 3),
        ("<div><span hidden>a</div>b", "<div></div>b", 1),
        ("<img hidden>a", "a", 0),
        ("a &lt;b&gt; & c", "a &lt;b&gt; &amp; c", 0),
        ("<script>if (a < b) c()</script>", "<script>if (a < b) c()</script>", 0),
    ],
)
def test_a_hidden_element_ends_where_it_ends(page: str, shown: str, count: int) -> None:
    found, words = without_hidden(page)
    assert (found.replace("</span>", ""), words) == (shown, count)


@pytest.mark.parametrize(
    "shape", ["<p>", "<b hidden>", "<b></i>", "<li style='color:a;", "<a style='/*"]
)
def test_ten_times_the_page_takes_no_more_than_twelve_times_as_long(shape: str) -> None:
    def spent(size: int) -> float:
        begun = time.process_time()
        without_hidden(shape * (size // len(shape)))
        return time.process_time() - begun

    assert spent(100_000) <= max(12 * spent(10_000), 1.5)
