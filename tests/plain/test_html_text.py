import pytest

from dossier.plain.html_text import seen_text, spell_html, wholes


def test_saved_page_is_read_as_its_text() -> None:
    page = (
        "<style>x</style><h2>You\nbring</h2><ul><li>Rust <b>and</b> Go</li><li>Tea</li></ul>"
        "<p>We &amp; you<br>now</p><script>alert(1)</script>"
    )
    assert [line for line in spell_html(page).split("\n") if line] == [
        "## You bring",
        "- Rust and Go",
        "- Tea",
        "We & you",
        "now",
    ]


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<title>Said</title><h1>Said</h1>", "Said"),
        ("<td>22%</td><td>precision</td>", "22% precision"),
        ("pre<b>ci</b>sion<br>rose &amp; stayed", "precision rose & stayed"),
        ("<p hidden>No</p><p aria-hidden=true>No</p><p style='Display: none'>No</p>Yes", "Yes"),
        ("<div hidden>No<div>No<p>No</div>No</div>Yes", "Yes"),
        ("<div hidden><br><img>No</div>Yes", "Yes"),
        ("<noscript>No</noscript><!-- No --><script>No</script><textarea>No</textarea>Yes", "Yes"),
        ("</div></p>Yes", "Yes"),
        ("<div hidden>No", ""),
    ],
)
def test_what_a_reader_sees_of_a_page(page: str, seen: str) -> None:
    assert seen_text(page) == seen


def test_what_is_read_as_a_whole_has_its_line() -> None:
    html = """<p>One
two</p>

<table><tr><th>Gain</th>
<td>2<b>2</b> %</td></tr></table><script>No</script>
<img alt="A  chart" title=""> tail"""
    assert wholes(html) == [(0, "One two"), (3, "Gain 22 %"), (5, "A chart"), (5, "tail")]
