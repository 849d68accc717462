"""Inline tokens as plain text: what a title or a form says."""

import pytest

from dossier.prose.inline_text import plain_text
from dossier.prose.markdown import parse_inline


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a *b* **c** `d` ~~e~~", "a b c d e"),
        ("[a *b*](evidence:x/y) c", "<evidence:x/y|a b> c"),
        ("[](evidence:x/y#m)", "<evidence:x/y#m|>"),
        ('[](evidence:x/y#m "a\n b")', "<evidence:x/y#m|a b>"),
        ("[a](https://x.org) <https://y.org>", "a https://y.org"),
        ("![a [b](c.md)](d.png)", "a b"),
        ("a\nb  \nc", "a b c"),
        ("<b>x</b> &amp; \\*", "<b>x</b> & *"),
        ("<!-- gone -->x", "x"),
    ],
)
def test_plain_text_is_what_a_title_says(text: str, plain: str) -> None:
    found = plain_text(parse_inline(text), lambda target, said, title: f"<{target}|{said}{title}>")
    assert found == plain
