"""Code shows what is written there. What goes elsewhere: tests/attacks/test_staged_content.py."""

from dossier.adapters.staged_html import html_cuts


def test_code_is_left_alone() -> None:
    text = "`<script>` <script>x</script> [a](javascript:x) {: onclick=x }"
    assert list(html_cuts(text, (), lambda _: True)) == []
    assert [text[start:end] for start, end, _ in html_cuts(text, (), lambda place: place < 9)] == [
        "<script>x</script>",
        "{: onclick=x }",
        "]",
    ]


def test_what_no_page_would_show_goes_whole() -> None:
    text = 'a <p style="display:none">Secret <b>b</b></p> c <p>d</p>'
    assert [text[start:end] for start, end, _ in html_cuts(text, (), lambda _: False)] == [
        '<p style="display:none">Secret <b>b</b></p>'
    ]
