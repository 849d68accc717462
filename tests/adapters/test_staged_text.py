"""Texts for other engines: what they would take for a link, a tag or a script is none."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from dossier.adapters.staged_text import Writer, document, link
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.render.frame import Frame
from tests.builders import APPLICATION, AS_OF, EVIDENCE, MINIMAL, write_site
from tests.canaries import SECRET, png
from tests.views import view

OPEN = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")
FILES: Mapping[str, str | bytes] = {
    "content/applications/acme/index.md": OPEN,
    "content/evidence/qortex.yml": EVIDENCE.replace('op: "+"', 'op: "<"'),
    "content/about.md": "---\naudience: public\n---\n",
    "content/assets/a.png": png(),
    "content/applications/other/index.md": APPLICATION,
}
KNOWN = frozenset({"index.md", "about.md", "projects/qortex.md", "applications/acme/index.md"})


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    """Return the writer of a dossier's page."""
    settings = write_site(tmp_path, {**MINIMAL, **FILES}, audience=Audience.PUBLIC)
    seen = view(settings)
    library, problems = seen.library, seen.found
    assert problems == ()
    frame = Frame.of(library, AS_OF, directory_urls=True)
    return Writer(frame, KNOWN, "applications/acme/index.md", library.applications["acme"])


SOURCE = Document("content/applications/acme/index.md")
HOME = Document("content/index.md")


def tags(text: str) -> Iterator[str]:
    """Yield what an engine that allows HTML makes of a text."""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline"):
                yield part.content
            address = part.attrs.get("href") or part.attrs.get("src")
            if address:
                yield str(address)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("on\n two  \nlines", "on two lines"),
        ("[x](evidence:qortex/gain)", "[x](../../projects/qortex.md#qortex/gain)"),
        ("[](evidence:qortex/gain#precision)", "&lt;22%"),
        ("[](evidence:qortex/gain#precision 'with scope')", "&lt;22% (20 concepts)"),
        ('[](evidence:qortex/gain#precision "in *one* <b>")', r"&lt;22% (in \*one\* &lt;b&gt;)"),
        ('[x](evidence:qortex/gain "y")', "[x](../../projects/qortex.md#qortex/gain)"),
        ("[x][y] and [y]", "[x][y] and [y]"),
        ("[*x* y](project:qortex)", "[*x* y](../../projects/qortex.md)"),
        ("[x](proof:ranking)", "[x](#proof-ranking)"),
        ("[4 weeks](figure:estimate)", "4 weeks"),
        ("[x](evidence:no/where)", "x"),
        ("[x](https://example.org/a 'b')", "[x](https://example.org/a 'b')"),
        ("<https://example.org>", "<https://example.org>"),
        ("![x](../../assets/a.png)", "![x](../../assets/a.png)"),
        ("![x](../../assets/none.png)", "x"),
        ("[x](../../about.md#a)", "[x](../../about.md#a)"),
        ("[x](../../projects/qortex.md#qortex/gain)", "[x](../../projects/qortex.md#qortex/gain)"),
        ("[x](../other/index.md)", "x"),
        ("[![x](../../assets/a.png)](project:qortex)", None),
        ("`<b> [x](evidence:qortex/gain)`", "`<b> [x](evidence:qortex/gain)`"),
        ("a < b & c > d, 1<2", "a < b & c > d, 1<2"),
        (f"a <!-- {SECRET} --> b", "a  b"),
        (f"a <!-- {SECRET}", "a "),
    ],
)
def test_field_is_plain_markdown(writer: Writer, text: str, written: str | None) -> None:
    shown = writer.field(text, SOURCE)
    image = "[![x](../../assets/a.png)](../../projects/qortex.md)"
    assert shown == (image if written is None else written)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a </p> <b",
        "<!DOCTYPE x>",
        "<?php x ?>",
        "<javascript:alert(1)>",
        "[x](javascript:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x]( <javascript:alert(1)> )",
        "[x](java\\script:alert(1))",
        "![x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "[x](vbscript:x)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "[y]\n\n[y]: javascript:alert(1) 'title'",
        "[![x](javascript:alert(1))](javascript:alert(1))",
        "`a` <b onclick=x> `c`",
        "`` ` <script> ` ``x<script>",
        "a ` b\n\n<script> ` c",
        "# a ` b\n<script> `",
        "- a ` b\n- <script> `",
        "| a ` | <script> ` |\n| - | - |\n| ` | <b> ` |",
        "    <script>\n\ntext <script>",
        "> <script>",
        "1. <script>\n\n   <b>",
        "\\`<script>`",
        "\\<script>",
    ],
)
def test_nothing_is_executed_by_another_engine(writer: Writer, text: str) -> None:
    for shown in (writer.field(text, SOURCE), writer.dossier(text, SOURCE, ())):
        assert [*tags(shown)] == [], shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "## A\n\n[x](evidence:qortex/gain)\n",
            "## A\n\n[x](../../projects/qortex.md#qortex/gain)\n",
        ),
        ("[x][y]\n\n[y]: project:qortex 'z'\n", "[x](../../projects/qortex.md)\n\n\n"),
        ("[y]\n\n[y]: https://example.org\n", "[y](https://example.org)\n\n\n"),
        ("[y][]\n\n[y]: https://example.org\n", "[y](https://example.org)\n\n\n"),
        ("a[^1]\n\n[^1]: note\n", "a[^1]\n\n[^1]: note\n"),
        (
            "`[^2]` a[^1] b[^2]\n\n[^1]: note\n",
            "`[^2]` a[^1] b\\[^2\\]\n\n[^1]: note\n",
        ),
        ("```html\n<b> <!-- x --> [x](project:qortex)\n```\n", None),
        ("    <b> <!-- x -->\n", None),
        (f"a\n\n<!-- {SECRET}\n\n```\n{SECRET}\n```\n-->\n\nb\n", "a\n\n\n\nb\n"),
        ("a <b>c</b> `<d>`\n", "a &lt;b>c&lt;/b> `<d>`\n"),
    ],
)
def test_dossier_is_plain_markdown(writer: Writer, text: str, written: str | None) -> None:
    assert writer.dossier(text, SOURCE, ()) == (text if written is None else written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<div markdown>\n\n[x](project:qortex)\n\n</div>\n", None),
        (f"a <!-- {SECRET} --> b\n", "a  b\n"),
        (f"a\n\n<!--\n\n{SECRET}\n\n-->\n", "a\n\n\n"),
        ("```\n<!-- shown -->\n```\n", "```\n<!-- shown -->\n```\n"),
        ("<b>[x](about.md)</b>\n", "<b>[x](about.md)</b>\n"),
    ],
)
def test_free_page_keeps_its_html(writer: Writer, text: str, written: str | None) -> None:
    shown = writer.on("index.md").free(text, HOME, ())
    html = text.replace("project:qortex", "projects/qortex.md")
    assert shown == (html if written is None else written)


def test_blocks_are_replaced(writer: Writer) -> None:
    text = "a\n\n```roles\n```\n\nb\n"
    assert writer.dossier(text, SOURCE, [(3, 15, "new")]) == "a\n\nnew\n\nb\n"


def test_anchor_stands_once_on_a_page(writer: Writer) -> None:
    entry, gain = writer.entry, writer.frame.library.records["qortex/gain"]
    assert entry is not None
    row = entry.application.proof_points[0]
    assert [writer.row_anchor(row), writer.row_anchor(row)] == ['<a id="proof-ranking"></a>', ""]
    anchors = [writer.record_anchor(gain), writer.record_anchor(gain)]
    assert anchors == [['<a id="qortex/gain"></a>', ""], []]


def test_scope_says_its_own_figures(tmp_path: Path) -> None:
    other = (
        "{id: share, name: share, value: 9, scope: '*half* of [](evidence:qortex/gain#precision),"
    )
    other += " not [it](project:qortex)'}"
    evidence = EVIDENCE.replace("metrics:\n", f"metrics:\n      - {other}\n")
    files = {**MINIMAL, **FILES, "content/evidence/qortex.yml": evidence}
    library = view(write_site(tmp_path, files, audience=Audience.PUBLIC)).library
    writer = Writer(Frame.of(library, AS_OF, directory_urls=True), KNOWN, "index.md")
    shown = writer.field("[](evidence:qortex/gain#share 'with scope')", HOME)
    assert shown == "9 (half of +22%, not it)"


def test_heading_is_text_and_left_out_where_it_is_not_wanted() -> None:
    page = document("A *b*", "c", ["", "d", ""])
    assert (page.heading, page.body) == (r"# A \*b\*", "d")
    assert document("A", "c", [], heading=False).heading == ""


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a(b)", "[x](https://example.org/a%28b%29)"),
        ("https://example.org/a b", "[x](https://example.org/a%20b)"),
        ("https://example.org/)<script>", "[x](https://example.org/%29%3Cscript%3E)"),
    ],
)
def test_address_cannot_leave_its_link(address: str, written: str) -> None:
    assert link("x", address) == written
    assert [*tags(link("x", address))] == [written[4:-1]]
