"""The author's pages: holes through MkDocs' Markdown, filled once, and what is left alone."""

from pathlib import Path

import pytest
from markupsafe import Markup

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.render.author_page import (
    fill_placeholders,
    heading_anchors,
    unexpanded,
    with_placeholders,
)
from dossier.render.page import (
    BLOCK_END,
    PLACEHOLDER_BEGIN,
    PLACEHOLDER_END,
    AuthorPage,
    block_placeholder,
    placeholder,
)
from tests.html import Node
from tests.render.fixtures import draw, evidence, free_page, metric, record, renderer

ABOUT = "content/about.md"
LINK = "[a ranker](evidence:qortex/gain)"
PLACES = {
    "paragraph": f"I built {LINK} once.",
    "bullet": f"- one\n- {LINK}",
    "nested list": f"- one\n\n    more\n\n    1. {LINK}",
    "quote": f"> so\n> {LINK}",
    "table": f"| a | b |\n|---|---|\n| c | {LINK} |",
    "table with code": f"| a | b |\n|---|---|\n| `c|d` {LINK} | e |",
    "footnote": f"Text[^1].\n\n[^1]: {LINK}",
    "definition": f"Term\n:   {LINK}",
    "admonition": f"!!! note\n    {LINK}",
    "admonition in a list": f"- one\n\n    !!! note\n        {LINK}",
    "admonition's title": f'!!! note "{LINK}"\n    text',
    "HTML block": f"<div markdown>\n{LINK}\n</div>",
    "HTML block with blanks": f"<div markdown>\n\n{LINK}\n\n</div>",
    "HTML block with a value": f'<section class="x" markdown="1">\n<p>\n{LINK}\n</p>\n</section>',
    "HTML on the line": f'<div markdown="span">{LINK}</div>',
    "HTML in HTML": f"<div markdown>\n<div markdown>\n- {LINK}\n</div>\n</div>",
    "inline HTML": f"a <b>{LINK}</b>",
    "bold": f"**{LINK}**",
    "by name": "I built [a ranker][r].\n\n[r]: evidence:qortex/gain",
    "with a title": '[a ranker](evidence:qortex/gain "hover")',
    "over two lines": "I built [a\nranker](evidence:qortex/gain).",
}
LEFT_ALONE = {
    "inline code": f"`{LINK}`",
    "fence": f"```\n{LINK}\n```",
    "indented": f"text\n\n    {LINK}",
    "escaped": f"\\{LINK}",
    "code in HTML": f"<div markdown>\n<pre>{LINK}</pre>\n</div>",
}


def drawn(root: Path, body: str, **fields: str) -> Node:
    return draw(root, {ABOUT: free_page(body), **fields}).tree("about.md")


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_reference_is_expanded_in_every_kind_of_place(text: str, tmp_path: Path) -> None:
    page = drawn(tmp_path, f"{text}\n")
    assert [node.shown for node in page.all("a.ev-cite")] == ["a ranker"]
    assert page.one("a.ev-cite").attributes["href"] == "../projects/qortex/#qortex/gain"
    assert not any("evidence:" in node.attributes.get("href", "") for node in page)
    assert PLACEHOLDER_BEGIN not in page.text


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_code_is_left_alone(text: str, tmp_path: Path) -> None:
    page = drawn(tmp_path, f"{text}\n")
    assert not page.has("a.ev-cite")
    assert LINK in page.text


@pytest.mark.parametrize(
    "text", [f"<!-- {LINK} -->", f"<!--\n{LINK}\n-->", f"<div markdown>\n<!-- {LINK} -->\n</div>"]
)
def test_comment_holds_nothing_to_expand(text: str, tmp_path: Path) -> None:
    page = draw(tmp_path, {ABOUT: free_page(f"{text}\n")}).page("about.md")
    assert isinstance(page, AuthorPage)
    assert page.placeholders == ()
    assert text in page.markdown


def test_values_stand_in_the_sentence(tmp_path: Path) -> None:
    page = drawn(tmp_path, "By [](evidence:qortex/gain#precision), [q](project:qortex).\n")
    assert page.one("p").text == "By +22%, q."
    assert page.one("p").links() == {"q": "../projects/qortex/"}


def test_dead_reference_leaves_only_its_text(tmp_path: Path) -> None:
    page = drawn(tmp_path, "A [*dead* one](evidence:no/no), [](evidence:qortex/gain#no).\n")
    assert page.one("p").text == "A dead one, ?."
    assert not page.has("a")


def test_private_record_leaves_only_its_text_for_others(tmp_path: Path) -> None:
    files = {
        ABOUT: free_page("A [thing](evidence:own/secret).\n"),
        "content/evidence/own.yml": evidence(record("secret"), audience="private", project=None),
    }
    public = draw(tmp_path, files, audience=Audience.PUBLIC)
    assert public.html("about.md") == '<p>A <span class="ev-dead">thing</span>.</p>'
    private = draw(tmp_path, files).tree("about.md")
    assert private.links() == {"thing": "../evidence/#own/secret"}


@pytest.mark.parametrize(
    ("heading", "title", "anchor"),
    [
        ("[a *ranker*](evidence:qortex/gain)", "a ranker", "a-ranker"),
        ("by [](evidence:qortex/gain#precision)", "by +22%", "by-22"),
        ("[`<b>` & _x_](project:qortex)", "<b> & x", "b-x"),
        ("[dead](evidence:no/no)", "dead", "dead"),
        (r"[\*star\* \[x\]](project:qortex)", "*star* [x]", "star-x"),
    ],
)
def test_reference_in_a_heading_becomes_words(
    heading: str, title: str, anchor: str, tmp_path: Path
) -> None:
    page = drawn(tmp_path, f"## With {heading}\n")
    (found,) = page.all("h2")
    assert found.text == f"With {title}"
    assert found.attributes["id"] == f"with-{anchor}"
    assert not found.has("a")
    assert not found.has("b")


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        ("```evidence\n```\n", ""),
        ("!!! note\n    ```evidence\n    ```\n", "div"),
        ("- a\n\n    ```evidence\n    ```\n", "li"),
        ("- ```evidence\n  ```\n", "li"),
        ("> so\n>\n> ```evidence\n> ```\n", "blockquote"),
        ("line\n```evidence\n```\nline\n", ""),
        ("<div markdown>\n```evidence\n```\n</div>\n", "div"),
        ("<div markdown>\n\n```evidence\n```\n\n</div>\n", "div"),
        ("~~~ evidence\nproject: qortex\n~~~\n", ""),
    ],
    ids=[
        "page",
        "admonition",
        "list",
        "bullet",
        "quote",
        "between lines",
        "HTML block",
        "HTML block with blanks",
        "tildes",
    ],
)
def test_directive_is_expanded_in_place(text: str, parent: str, tmp_path: Path) -> None:
    page = drawn(tmp_path, f"before\n\n{text}\nafter\n")
    assert page.one("ol.ev-ledger").one("li").attributes["id"] == "qortex/gain"
    assert page.text.startswith("before")
    assert page.text.endswith("after")
    assert "```" not in page.text
    if parent:
        assert any(node.has("ol.ev-ledger") for node in page.all(parent))
    assert not any(node.has("ol.ev-ledger") for node in page.all("p"))


def test_private_directives_work_on_private_pages(tmp_path: Path) -> None:
    text = "```pipeline\n```\n\n```matrix\n```\n\n```strengthen\n```\n"
    page = draw(tmp_path, {ABOUT: free_page(text, audience="private")}).tree("about.md")
    assert page.has("table.ev-pipe")
    assert page.has("table.ev-heat")
    assert page.has("div.ev-empty")


@pytest.mark.parametrize(
    "said",
    [
        LINK,
        f"{PLACEHOLDER_BEGIN}0{PLACEHOLDER_END}",
        f"<p>{PLACEHOLDER_BEGIN}0{BLOCK_END}</p>",
        "```evidence\n```",
        "{{ config.site_name }}",
    ],
    ids=["link", "hole", "block hole", "fence", "Jinja"],
)
def test_what_fills_a_hole_is_not_read_again(said: str, tmp_path: Path) -> None:
    odd = record("odd", source={"label": said}, metrics=[metric("m", 1, display=said)])
    page = drawn(
        tmp_path,
        "[first](project:qortex)\n\n```evidence\nproject: odd\n```\n\n[](evidence:odd/odd#m)\n",
        **{"content/evidence/odd.yml": evidence(odd, project="odd")},
    )
    expected = " ".join(said.split())
    assert page.texts("p") == ["first", expected]
    assert page.texts("span.ev-ledger__v") == page.texts("span.ev-src") == [expected]
    assert len(page.all("ol.ev-ledger")) == 1


def test_hole_that_the_author_wrote_is_no_hole(tmp_path: Path) -> None:
    page = drawn(tmp_path, f"a {PLACEHOLDER_BEGIN}0{PLACEHOLDER_END} [q](project:qortex)\n")
    assert page.one("p").text == "a 0 q"


def test_jinja_is_text(tmp_path: Path) -> None:
    text = "{{ config.site_name }} {% include 'x' %}"
    # Its comments are, like those of other tools, in no view.
    assert drawn(tmp_path, f"{text} {{# c #}}\n").one("p").text == text


def test_holes_are_filled_by_their_number() -> None:
    placeholders = (Markup("<b>x</b>"), Markup("<ul></ul>"))
    page = (
        f"<p>{placeholder(0)}</p>\n<p>a {placeholder(0)}</p>\n<p> {block_placeholder(1)}\n</p>"
        f"<p>{placeholder(7)}</p><td>{block_placeholder(1)}</td>"
    )
    assert fill_placeholders(page, placeholders) == (
        "<p><b>x</b></p>\n<p>a <b>x</b></p>\n<ul></ul><p></p><td><ul></ul></td>"
    )


def test_references_that_were_left_are_told_once_each() -> None:
    page = (
        '<a href="evidence:a/b">x</a> <a href="evidence:a/b">y</a> <img src="project:c">'
        '<a href="https://x.org">z</a> evidence:d/e'
    )
    assert unexpanded(page) == ("evidence:a/b", "project:c")
    assert unexpanded("<p>fine</p>") == ()


def test_anchors_of_headings_are_those_that_mkdocs_gives(tmp_path: Path) -> None:
    text = (
        "# What *this* does\n\n## Limits\n\n## Ünïcode & co.\n\n## Own {#chosen}\n\n"
        "## A [link](project:qortex)\n\n```\n## no\n```\n"
    )
    ids = [node.attributes["id"] for node in drawn(tmp_path, text) if node.tag in ("h1", "h2")]
    assert set(ids) <= set(heading_anchors(text))
    assert "no" not in set(heading_anchors(text))


def test_text_without_references_is_untouched(tmp_path: Path) -> None:
    body = "# A\n\n[b](c.md) <b>x</b> `c`\td\n\n\n    e  \n- x\n\n<div markdown>\n*b*\n</div>\n"
    markdown, placeholders = with_placeholders(
        renderer(tmp_path), Document("content/a.md", body=body)
    )
    assert (markdown, placeholders) == (body, ())


def test_titled_reference_says_its_qualifier_in_text_and_heading(tmp_path: Path) -> None:
    gain = record("gain", metrics=[metric("precision", 22, unit="%", scope="on *20* <b>")])
    files = {"content/evidence/qortex.yml": evidence(gain)}
    titled = '[](evidence:qortex/gain#precision "with scope")'
    worded = "[](evidence:qortex/gain#precision 'as *typed*')"
    page = drawn(tmp_path, f"## By {titled}\n\nBy {titled}, {worded}.\n", **files)
    assert page.one("h2").shown.startswith("By 22% (on 20 <b>)")
    assert page.one("p").shown == "By 22% (on 20 <b>), 22% (as *typed*)."


def test_own_page_keeps_what_the_theme_reads(tmp_path: Path) -> None:
    files = {
        "content/about.md": free_page(
            "Text\n",
            title="About",
            description="D",
            subtitle="S",
            icon="i",
            hide=["toc"],
            tags=["a", "b"],
        )
    }
    found = draw(tmp_path, files).page("about.md")
    assert isinstance(found, AuthorPage)
    assert (found.title, found.description, found.in_nav) == ("About", "D", True)
    assert found.meta == {"subtitle": "S", "icon": "i", "hide": ["toc"], "tags": ["a", "b"]}
    assert (found.before, found.after, found.headings) == ("", "", ())


def test_own_page_without_front_matter_values(tmp_path: Path) -> None:
    files = {"content/about.md": "---\naudience: public\n---\nText\n"}
    found = draw(tmp_path, files, audience=Audience.PUBLIC).page("about.md")
    assert isinstance(found, AuthorPage)
    assert (found.title, found.description, dict(found.meta)) == ("", "Text", {})
    assert not found.is_private
