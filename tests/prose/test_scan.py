"""What is found in texts, and where: `tests/cases/refs/{scan,page,inline,blocks}.md`."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.prose.markdown import parse
from dossier.prose.scan import Reference, blocks, may_mention, scan, scan_inline, scan_page
from tests.prose.fixtures import Case, each_case


def spell(text: str, mentions: Iterable[Reference]) -> str:
    """Spell mentions as `line:column address [kind]`, both counted from 1, `?` if unknown."""
    lines = []
    for mention in mentions:
        column = "?"
        if mention.start is not None:
            assert_exact(text, mention)
            before = text[: mention.start]
            assert before.count("\n") == mention.line
            column = str(mention.start - before.rfind("\n"))
        kinds = ["image"] if mention.is_image else []
        kinds += ["heading"] if mention.in_heading else []
        kind = " ".join(kinds) or "text"
        lines.append(f"{mention.line + 1}:{column} {mention.address} [{kind}]\n")
    return "".join(lines)


def assert_exact(text: str, mention: Reference) -> None:
    """Assert that a mention's place is a link of the text: `[…](…)`, `[…][…]` or `[…]`."""
    assert mention.start is not None
    assert mention.end is not None
    written = text[mention.start : mention.end].removeprefix("!" if mention.is_image else "")
    assert written[0] == "["
    assert written[-1] in ")]"
    if written[-1] == ")" and "\n" not in written:
        again = [found.address for found in scan_inline(text[mention.start : mention.end])]
        assert again[0] == mention.address


@each_case("scan.md")
def test_mentions_of_a_dossiers_prose(case: Case, *, update_goldens: bool) -> None:
    case.compare(spell(case.given, scan(case.given)), update=update_goldens)


@each_case("page.md")
def test_mentions_of_a_free_page(case: Case, *, update_goldens: bool) -> None:
    case.compare(spell(case.given, scan_page(case.given)), update=update_goldens)


@each_case("inline.md")
def test_mentions_of_a_text_field(case: Case, *, update_goldens: bool) -> None:
    found = []
    for mention in scan_inline(case.given):
        # The places in a field count from its beginning, whatever its lines.
        if mention.start is not None:
            assert_exact(case.given, mention)
        found.append(f"{mention.start} {mention.address}\n")
    case.compare("".join(found), update=update_goldens)


@each_case("blocks.md")
def test_directives_of_a_prose(case: Case, *, update_goldens: bool) -> None:
    found = [
        f"lines {block.line + 1} to {block.end}: {block.name} {block.body!r}\n"
        for block in blocks(parse(case.given)[0])
    ]
    case.compare("".join(found), update=update_goldens)


@pytest.mark.parametrize(
    ("text", "has_text"),
    [
        ("[](evidence:a/b)", False),
        ("[ ](evidence:a/b)", False),
        ("[<!-- a -->](evidence:a/b)", False),
        ("[**a**](evidence:a/b)", True),
        ("[`a`](evidence:a/b)", True),
        ("[![](a.png)](evidence:a/b)", True),
        ("![](a.png)", False),
        ("![a](a.png)", True),
    ],
)
def test_a_mention_has_text_if_there_is_anything_to_read(text: str, *, has_text: bool) -> None:
    assert next(iter(scan(text))).has_text is has_text


def test_an_image_is_never_a_reference() -> None:
    (image,) = scan("![a](evidence:a/b)")
    assert image.is_image
    assert image.target is None


PIECES = (
    "[a](evidence:a/b)",
    "[](evidence:a/b#m)",
    "[a\nb](project:c)",
    "![a](b.png)",
    "[x][y]",
    "[ ] ",
    "[x] ",
    "\n\n[y]: proof:z\n\n",
    "`",
    "``",
    "\n```\n",
    "\n~~~ coverage\n",
    "\n\n    ",
    "\n\t",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n# ",
    "\n---\n",
    "\n\n",
    "\n",
    "  ",
    " | ",
    "\n| a | b |\n|---|---|\n| ",
    "\\|",
    "<!--",
    "-->",
    "\n<div>\n",
    "<b>",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "*",
    "_",
    "&amp;",
    "[^1]",
    "\n\n[^1]: ",
    "\n: ",
    '\n!!! note "t"\n    ',
    "word",
    "日本",
    "😀",
    "\u00a0",
    "\u2028",
    "\x0c",
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
"""Prose of what means something to Markdown, in any order."""
WITHOUT_LINKS = st.text(st.characters(exclude_characters="[]<", exclude_categories=["Cs"]))


@given(PROSE)
def test_every_place_is_a_link_of_the_text(text: str) -> None:
    for read in (scan, scan_page, scan_inline):
        for mention in read(text):
            if mention.start is not None:
                assert_exact(text, mention)


@given(st.text())
def test_no_text_whatever_stops_the_scanner(text: str) -> None:
    for read in (scan, scan_page, scan_inline):
        list(read(text))
    list(blocks(parse(text)[0]))


@given(WITHOUT_LINKS)
def test_a_text_without_brackets_mentions_nothing(text: str) -> None:
    assert not may_mention(text)
    for read in (scan, scan_page, scan_inline):
        assert not list(read(text))


@given(PROSE, PROSE)
def test_nothing_is_found_in_a_fenced_block(before: str, inside: str) -> None:
    # Line ends and ticks would end the block; a heading ends whatever was open before it.
    code = inside.replace("`", "'").replace("~", "-")
    head = f"{before.replace('`', '').replace('~', '').replace('<', '')}\n\n# x\n\n"
    text = f"{head}```\n{code}\n```\n\n[c](evidence:after/it)\n"
    for read in (scan, scan_page):
        found = [mention for mention in read(text) if mention.line >= head.count("\n")]
        assert [mention.address for mention in found] == ["evidence:after/it"]


@given(PROSE)
def test_nothing_is_found_in_indented_code(inside: str) -> None:
    code = "".join(f"    {line}\n" for line in inside.replace("\t", "").split("\n"))
    text = f"# x\n\n{code}\n[c](evidence:after/it)\n"
    for read in (scan, scan_page):
        assert [mention.address for mention in read(text)] == ["evidence:after/it"]


@given(st.text(st.sampled_from("[](ab:/#!<>-*_\\ évid日😀"), min_size=1))
def test_nothing_is_found_in_a_code_span(inside: str) -> None:
    text = f"x `{inside}` [c](evidence:after/it)"
    for read in (scan, scan_page, scan_inline):
        assert [mention.address for mention in read(text)] == ["evidence:after/it"]
