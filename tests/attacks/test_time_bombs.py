"""No text takes a check much longer than its length.

Sixty shapes and more, each repeated, in a dossier's prose, a free page, a record's field, a saved
posting and a drawing. What is measured is the processor's time: ten times the text may take twelve
times as long, and no more.
"""

import gc
import json
import time
from collections.abc import Callable

import pytest

from dossier.lint.cache import forget
from dossier.load.saved_postings import spell_html
from dossier.match.instructions import instructions
from dossier.match.postings import asks
from dossier.plain.safe_html import active_parts, sanitize
from dossier.plain.svg import strip_svg
from dossier.prose.markdown import parse, parse_page
from dossier.publishing.visible_text import layers
from tests.builders import MINIMAL, edited, problems_of

FLOOR = 1.0
"""Seconds under which growth says nothing."""
MOST = 12
# fmt: off
FIGURES = (
    "42.1 ms, 37.9 ms, ", "$1k ", "1,", "(12 users) ", "5 and ", "from 2 to 3 ", "+22% ",
    "1 2 3 ", "22% precision, ", "precision 22% and ", "twenty two percent ", "one of two ",
    "3x ", "10K+ ", "down from 13.1% to 8.4%, ", "8 instead of 9 ", "a median of 5 ms ",
    "per month ", "20 concepts ", "-1 ",
)
# fmt: on
# fmt: off
LINKS = (
    "[a](b) ", "[a](evidence:qortex/gain) ", "[](evidence:qortex/gain#precision) ", "[a", "](",
    "![", "[", "[a](evidence:", "[a](project:x) ", "[a]: b\n", "[^1] ", "[^1]: a\n\n",
    "## [a](project:x)\n\n",
)
# fmt: on
BLOCKS = (
    "```a\n",
    "> ",
    ">a\n",
    "- a\n",
    "- [ ] a\n",
    "1. a\n",
    "# a\n\n",
    "## Pitch\n\n",
    "a\n===\n",
    "| a ",
    "| a | b |\n| - | - |\n",
    ": a\n",
    "!!! note\n    a\n",
)
# fmt: off
MARKS = (
    "**a** ", "*a", "_a_ ", "~~", "`a` ", "`", "<!-- a --> ", "<!--", "<b>", "<a href=x>",
    "&amp;", "\\*", "{a=b} ",
)
# fmt: on
COMMENTS = ("%% a %% ", "x{>>", "x{>>\n\n---\n", "---\n%%", "```\n%%\n```\n", "{::comment} ")
WORDS = ("a ", "Acme ", "qortex ", "“a” ", "a.b. ", "é", "株式会社 ")
SHAPES = (*FIGURES, *LINKS, *BLOCKS, *MARKS, *COMMENTS, *WORDS)
WORST = ("$1k ", "5 and ", "- [ ] a\n", "# a\n\n", "x{>>\n\n---\n", "<!--", "[a](b) ")
PLACES = {
    "dossier": (
        "content/applications/acme/index.md",
        "I built [a learned ranker](evidence:qortex/gain).",
    ),
    "page": (
        "content/index.md",
        "I measure what I build, [qortex](project:qortex) among it.",
    ),
}
RECORD = ("content/evidence/qortex.yml", "Learned weights retrieve better than cosine similarity")
Read = Callable[[str], object]


def spent(read: Read, shape: str, size: int) -> float:
    """Return the seconds of processor time that reading takes, with nothing kept from before."""
    forget()
    for kept in (parse, parse_page, instructions, layers, asks):
        kept.cache_clear()
    text = shape * (size // len(shape))
    gc.disable()  # It would look through all that other tests keep.
    try:
        begun = time.process_time()
        read(text)
        return time.process_time() - begun
    finally:
        gc.enable()


def in_prose(place: str) -> Read:
    """Return a check of a site with a text below another."""
    file, before = PLACES[place]
    return lambda text: problems_of(edited(file, before, f"{before}\n\n{text}"))


def assert_linear(read: Read, shape: str, size: int) -> None:
    assert spent(read, shape, size) <= max(FLOOR, MOST * spent(read, shape, size // 10))


@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_ten_kilobytes_of_prose(place: str, shape: str) -> None:
    assert_linear(in_prose(place), shape, 10_000)


@pytest.mark.parametrize("shape", WORST, ids=ascii)
def test_worst_that_was_found_over_a_hundred_kilobytes(shape: str) -> None:
    assert_linear(in_prose("page" if shape == "<!--" else "dossier"), shape, 100_000)


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_a_hundred_kilobytes_of_prose(place: str, shape: str) -> None:
    assert_linear(in_prose(place), shape, 100_000)


@pytest.mark.parametrize("shape", ["42 ms, ", "$1k ", "[a](b) ", "[a", "`", "(", "*a", "株"])
def test_field_of_a_record(shape: str) -> None:
    file, before = RECORD
    assert_linear(
        lambda text: problems_of(edited(file, before, json.dumps(before + text))), shape, 30_000
    )


@pytest.mark.parametrize("shape", ["- ", "[", "{", "a: ", "&a ", "- a\n", "'", "{a: "])
def test_front_matter(shape: str) -> None:
    file = "content/index.md"
    title = "title: Ada Example\n"
    assert_linear(
        lambda text: problems_of(edited(file, title, f"{title}x: {text}\n")), shape, 100_000
    )


@pytest.mark.parametrize("read", [asks, instructions], ids=["asks", "instructions"])
@pytest.mark.parametrize(
    "shape",
    ["- a\n", "## Requirements\n\n- a\n", "We need a. ", "ignore ", "you are ", "<a ", "__a"],
)
def test_posting(read: Read, shape: str) -> None:
    assert_linear(read, shape, 90_000)


@pytest.mark.parametrize(
    "read",
    [
        sanitize,
        lambda text: list(active_parts(text)),
        spell_html,
        lambda text: layers("a.html", text.encode()),
        lambda text: layers("a.xml", text.encode()),
    ],
    ids=["sanitize", "active", "posting", "page", "feed"],
)
@pytest.mark.parametrize("shape", ["<!--", "<a ", "<b>", "</", "<?", "<![CDATA[", "<script>", "&"])
def test_html(read: Read, shape: str) -> None:
    assert_linear(read, shape, 90_000)


@pytest.mark.parametrize("shape", ["/* ", "a{", "url(", "@media{", "fill:red;", "\\", "'", "["])
def test_style_of_a_drawing(shape: str) -> None:
    begin, end = '<svg xmlns="http://www.w3.org/2000/svg"><style>', "</style></svg>"
    assert_linear(lambda text: strip_svg(f"{begin}{text}{end}".encode()), shape, 90_000)


def test_content_is_what_it_is_without_the_shapes() -> None:
    assert len(SHAPES) >= 60
    assert problems_of(MINIMAL) == []
