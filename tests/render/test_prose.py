"""Prose and text fields to HTML: references expanded, code untouched, one pass, nothing raw."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from dossier.plain.media import ImageSize
from dossier.prose.targets import Target
from dossier.render.prose import Expansion, Prose, file_name
from tests.html import Node, active, parse

REFERENCE = "[a ranker](evidence:qortex/gain)"
PLACES = {
    "paragraph": "I built [a ranker](evidence:qortex/gain) once.",
    "heading": "### With [a ranker](evidence:qortex/gain)",
    "bullet": "- one\n- [a ranker](evidence:qortex/gain)",
    "number": "1. one\n2. two\n   - [a ranker](evidence:qortex/gain)",
    "task": "- [ ] do\n- [x] [a ranker](evidence:qortex/gain)",
    "quote": "> so\n> [a ranker](evidence:qortex/gain)",
    "table": "| a | b |\n|---|---|\n| c | [a ranker](evidence:qortex/gain) |",
    "footnote": "Text[^1].\n\n[^1]: [a ranker](evidence:qortex/gain)",
    "definition": "Term\n: [a ranker](evidence:qortex/gain)",
    "admonition": "!!! note\n    [a ranker](evidence:qortex/gain)",
    "admonition's title": '!!! note "[a ranker](evidence:qortex/gain)"\n    text',
    "bold": "**[a ranker](evidence:qortex/gain)**",
    "struck": "~~[a ranker](evidence:qortex/gain)~~",
    "by name": "I built [a ranker][r].\n\n[r]: evidence:qortex/gain",
    "by its own name": "[a ranker]\n\n[a ranker]: evidence:qortex/gain",
    "with a title": '[a ranker](evidence:qortex/gain "hover")',
    "in angles": "[a ranker](<evidence:qortex/gain>)",
    "beside a comment": "x <!-- no --> [a ranker](evidence:qortex/gain)",
}
LEFT_ALONE = {
    "inline code": "`[a ranker](evidence:qortex/gain)`",
    "fence": "```\n[a ranker](evidence:qortex/gain)\n```",
    "fence with a language": "```yaml\n[a ranker](evidence:qortex/gain)\n```",
    "tildes": "~~~ text\n[a ranker](evidence:qortex/gain)\n~~~",
    "indented": "text\n\n    [a ranker](evidence:qortex/gain)",
    "escaped": "\\[a ranker](evidence:qortex/gain)",
}


def expansion() -> Expansion:
    def reference(target: Target, text: Markup, _: str) -> Markup:
        return Markup("<mark>{}|{}</mark>").format(str(target), text)

    def directive(name: str, body: str) -> Markup:
        return Markup("<aside>{}|{}</aside>").format(name, body)

    def link(address: str) -> str | None:
        return None if address == "gone.md" else f"./{address}" if ":" not in address else address

    return Expansion(reference, directive, link)


def block(text: str) -> Node:
    return parse(Prose(expansion()).block(text))


def inline(text: str) -> Node:
    return parse(Prose(expansion()).inline(text))


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_reference_is_expanded_in_every_kind_of_place(text: str) -> None:
    page = block(text)
    assert page.texts("mark") == ["evidence:qortex/gain|a ranker"]
    assert "evidence:" not in page.text.replace("evidence:qortex/gain|", "")


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_code_and_what_is_escaped_is_left_alone(text: str) -> None:
    page = block(text)
    assert not page.has("mark")
    assert REFERENCE in page.text


@pytest.mark.parametrize(
    "text",
    [
        "<!-- [a ranker](evidence:qortex/gain) -->",
        "a <!-- [a ranker](evidence:qortex/gain) --> b",
        "<!--\n[a ranker](evidence:qortex/gain)\n\nmore\n-->",
    ],
)
def test_comments_vanish(text: str) -> None:
    page = block(text)
    assert page.text in ("", "a b")


def test_text_of_a_reference_keeps_its_markup() -> None:
    page = inline("[a *learned* `ranker` [x]](evidence:a/b)")
    mark = page.one("mark")
    assert mark.text == "evidence:a/b|a learned ranker [x]"
    assert (mark.texts("em"), mark.texts("code")) == (["learned"], ["ranker"])


def test_references_stand_side_by_side() -> None:
    page = inline("a [b](evidence:x/y)[c](project:z), [](evidence:x/y#m) d")
    assert page.texts("mark") == ["evidence:x/y|b", "project:z|c", "evidence:x/y#m|"]
    assert page.text == "a evidence:x/y|bproject:z|c, evidence:x/y#m| d"


@pytest.mark.parametrize(
    "said",
    ["[x](evidence:a/b)", "\ue0000\ue001", "```coverage\n```", "{{ 7 }}", "<b>x</b>", "&lt;"],
)
def test_what_is_expanded_is_not_read_again(said: str) -> None:
    prose = Prose(
        Expansion(lambda *_: Markup("{}").format(said), lambda *_: Markup("{}").format(said), str)
    )
    assert parse(prose.inline("[a](evidence:x/y)")).text == " ".join(said.split())
    assert parse(prose.block("a\n\n```coverage\n```\n")).text == " ".join(f"a {said}".split())


def test_directive_is_expanded_in_place_with_its_options() -> None:
    page = block("before\n\n```coverage\nrole: ml\n```\n\nafter")
    assert page.one("aside").text == "coverage|role: ml"
    assert page.text == "before coverage|role: ml after"


@pytest.mark.parametrize("info", ["coverage-x", "yaml coverage", "Coverage", ""])
def test_fence_of_another_name_stays_code(info: str) -> None:
    page = block(f"```{info}\nrole: ml\n```")
    assert not page.has("aside")
    assert page.one("code").text == "role: ml"


def test_directive_within_a_code_block_stays_code() -> None:
    page = block("````\n```coverage\n```\n````")
    assert not page.has("aside")


def test_link_is_written_as_the_page_needs_it() -> None:
    assert block("[a](b.md) [c](https://d.org/?e&f)").links() == {
        "a": "./b.md",
        "c": "https://d.org/?e&f",
    }


def test_link_that_leads_nowhere_leaves_its_text() -> None:
    page = block("see [*this* one](gone.md).")
    assert page.text == "see this one."
    assert not page.has("a")


LATE = {"loading": "lazy", "decoding": "async"}


def test_image_is_shown_with_its_text_and_loads_late() -> None:
    image = block('Text ![a `b` "c"](d.png "hover")').one("p").one("img")
    assert image.attributes == {"src": "./d.png", "alt": 'a b "c"', **LATE, "title": "hover"}


def test_image_by_itself_is_a_figure_with_its_title_as_caption() -> None:
    sized = Prose(replace(expansion(), size=lambda _: ImageSize(3, 2)))
    page = parse(sized.block('![a](d.png "A <b>")\n\n- ![in a list](e.png)\n\n![gone](gone.md)'))
    figure = page.one("figure")
    size = {"width": "3", "height": "2"}
    assert figure.one("img").attributes == {"src": "./d.png", "alt": "a", **size, **LATE}
    assert figure.one("figcaption").text == "A <b>"
    assert page.one("li").one("img").attributes["src"] == "./e.png"
    assert page.one("p").text == "gone"


def test_image_that_is_not_there_leaves_its_text() -> None:
    page = block("![a < b](gone.md)")
    assert page.text == "a < b"
    assert not page.has("img")


def test_wide_table_scrolls_by_keyboard_and_has_a_name() -> None:
    region = block("| a | b |\n|---|---|\n| c | d |").one("div.ev-scroll")
    assert region.attributes["role"] == "region"
    assert region.attributes["aria-label"]
    assert region.attributes["tabindex"] == "0"
    assert region.one("table").texts("td") == ["c", "d"]


def test_footnotes_of_two_texts_do_not_clash() -> None:
    prose = Prose(expansion())
    text = "a[^1] b[^1]\n\n[^1]: note"
    one, two = (parse(prose.block(text, name=name)) for name in ("one", "two"))
    assert not set(one.ids) & set(two.ids)
    for page in (one, two):
        assert len(page.ids) == len(set(page.ids)) == 3
        targets = [node.attributes["href"].removeprefix("#") for node in page.all("a")]
        assert set(targets) == set(page.ids)


def test_definitions_of_the_section_serve_its_parts() -> None:
    definitions = {"R": {"href": "evidence:x/y", "title": "", "map": [0, 1]}}
    page = parse(Prose(expansion()).block("[a][r]", definitions=definitions))
    assert page.texts("mark") == ["evidence:x/y|a"]


def test_file_of_an_address_is_named_as_it_lies_there() -> None:
    assert file_name("../assets/My%20CV.pdf?x#page=2") == "My CV.pdf"


def test_same_text_renders_the_same_twice() -> None:
    prose = Prose(expansion())
    text = "a[^1] [r](evidence:x/y) ![i](j.png)\n\n[^1]: note"
    assert prose.block(text, name="n") == prose.block(text, name="n")


def test_no_line_breaks_between_a_number_and_its_sign() -> None:
    blank = "\N{NO-BREAK SPACE}"
    shown = Prose(expansion()).inline("from 17 % to *8 %*, 5 of `9 %`, and % or 7 people")
    assert shown.count(blank) == 2
    assert f"17{blank}% to <em>8{blank}%</em>" in shown


def test_text_field_is_one_line_of_inline_text() -> None:
    page = inline("# no *heading*\n- no list\n\n[^1] `code`")
    assert not any(page.has(tag) for tag in ("h1", "li", "p", "sup"))
    assert page.text == "# no heading - no list [^1] code"


@pytest.mark.parametrize("render", [block, inline])
def test_raw_html_is_text(render: object) -> None:
    assert callable(render)
    page = render('<b onclick="x()">bold</b> <script>alert(1)</script> &amp; <!ELEMENT x>')
    assert not page.has("b")
    assert active(page) == []
    assert '<b onclick="x()">bold</b>' in page.text
