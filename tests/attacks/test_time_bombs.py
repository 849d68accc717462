"""No text takes a check much longer than its length.

Sixty shapes and more, each repeated, in a dossier's prose, a free page, a record's field, a saved
posting, a drawing and a PDF, and in what forbidden claims and private names are looked for in. What
is measured is the processor's time: ten times the text may take twelve times as long, and no more.
What has more numbers and signs than are read is told, so that no file takes longer than ten
seconds; how time grows is measured without that limit.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dossier.build import Project
from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.lint.cache import forget
from dossier.match.instructions import instructions
from dossier.match.sections import asks
from dossier.model.audience import Audience
from dossier.plain import text as loading
from dossier.plain.html_text import spell_html
from dossier.plain.packed import UnreadableTextError
from dossier.plain.safe_html import active_parts, sanitize
from dossier.plain.svg import strip_svg
from dossier.plain.visible_text import layers
from dossier.prose.markdown import parse, parse_page
from dossier.publishing.private_names import PrivateNames
from dossier.publishing.searched_text import SearchedText
from tests.attacks.pdfs import pdf, shown, stream
from tests.builders import MINIMAL, edited, problems_of, write_site
from tests.kept_answers import forget_answers
from tests.publishing.fixtures import OWN
from tests.views import diagnose_all

FLOOR = 0.5
"""Seconds under which growth says nothing."""
MOST = 12
LONGEST = 10.0
"""Seconds that no single file may take."""
MEGABYTE = 990_000
HEAVY = "than the 40,000 that are read [text-heavy]"
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
OF_TEMPLATES = ("{{! ", "////\n", "{% comment %} ")
WORDS = ("a ", "Acme ", "qortex ", "“a” ", "a.b. ", "é", "株式会社 ")
SHAPES = (*FIGURES, *LINKS, *BLOCKS, *MARKS, *COMMENTS, *OF_TEMPLATES, *WORDS)
HEAVIEST = {
    "page": ("5 and ", "$1k ", "3x "),
    "dossier": ("a\n\n", "-1 "),
}
"""What takes longest with as much as is read of it, filled up with words to a megabyte."""
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


@cache
def _bounded() -> list[Any]:
    """Return each function that keeps some of its answers: those that are asked of texts."""
    modules = [vars(module) for name, module in sys.modules.items() if name.startswith("dossier.")]
    found = {id(each): each for module in modules for each in module.values()}
    ways: list[tuple[Any, dict[str, Any]]] = [
        (each, getattr(each, "cache_parameters", dict)()) for each in found.values()
    ]
    return [each for each, way in ways if way.get("maxsize")]


def spent(read: Read, shape: str, size: int) -> float:
    """Return the seconds of processor time that reading takes, with nothing kept from before."""
    forget()
    forget_answers()
    for kept in (parse, parse_page, *_bounded()):
        kept.cache_clear()
    text = shape * (size // len(shape))
    gc.disable()  # It would look through all that other tests keep.
    try:
        begun = time.process_time()
        read(text)
        return time.process_time() - begun
    finally:
        gc.enable()


def in_prose(place: str) -> Callable[[str], list[str]]:
    """Return a check of a site with a text below another."""
    file, before = PLACES[place]
    return lambda text: problems_of(edited(file, before, f"{before}\n\n{text}"))


def assert_linear(read: Read, shape: str, size: int) -> None:
    """Compare what a text and a tenth of it take, however many numbers and signs there are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "MOST_SIGNS", 1_000_000)
        assert_grows(read, shape, size)


def assert_grows(read: Read, shape: str, size: int) -> None:
    # A machine that is busy otherwise is slow now and then; what is not linear is so each time.
    def is_linear() -> bool:
        taken = spent(read, shape, size)
        return taken <= FLOOR or taken <= MOST * spent(read, shape, size // 10)

    assert any(is_linear() for _ in range(3))


@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_five_kilobytes_of_prose(place: str, shape: str) -> None:
    assert_linear(in_prose(place), shape, 5_000)


@pytest.mark.parametrize("shape", WORST, ids=ascii)
def test_worst_that_was_found_over_forty_kilobytes(shape: str) -> None:
    assert_linear(in_prose("page" if shape == "<!--" else "dossier"), shape, 40_000)


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_a_hundred_kilobytes_of_prose(place: str, shape: str) -> None:
    assert_linear(in_prose(place), shape, 100_000)


def filled(shape: str) -> str:
    """Return a megabyte that has a shape as often as is read, with words between."""
    signs = len(loading.SIGN.findall(shape))
    if not signs:
        return shape * (MEGABYTE // len(shape))
    times = (loading.MOST_SIGNS - 200) // signs
    words = "word " * (MEGABYTE // times // len("word "))
    return f"{shape}{words[: MEGABYTE // times - len(shape) - 1]}\n" * times


@pytest.mark.parametrize(
    ("place", "shape"),
    [
        pytest.param(place, shape, marks=pytest.mark.long)
        for place, shapes in HEAVIEST.items()
        for shape in shapes
    ],
    ids=ascii,
)
def test_a_megabyte(place: str, shape: str) -> None:
    text, told = filled(shape), list[str]()
    assert spent(lambda whole: told.extend(in_prose(place)(whole)), text, len(text)) < LONGEST
    assert len(text) > MEGABYTE * 0.95
    assert HEAVY not in "".join(told)
    assert HEAVY in "".join(in_prose(place)(text[: MEGABYTE // 2] + "1, " * loading.MOST_SIGNS))


@pytest.mark.parametrize("shape", ["`a", "`a ", "``a`", "<!--", "[a"])
def test_page_of_a_project(shape: str) -> None:
    file, before = "content/projects/qortex.md", "on 20 concepts."
    assert_linear(
        lambda text: problems_of(edited(file, before, f"{before}\n\n{text}")), shape, 30_000
    )


@pytest.mark.parametrize("shape", ["42 ms, ", "$1k ", "[a](b) ", "[a", "`", "(", "*a", "株"])
def test_field_of_a_record(shape: str) -> None:
    file, before = RECORD
    assert_linear(
        lambda text: problems_of(edited(file, before, json.dumps(before + text))), shape, 15_000
    )


CLAIMS = ("best", "/b\\w*t/", "/a*a*b/")


@pytest.mark.parametrize("shape", ["best ", "best\n", "best\n\n", "the best\n", "a"], ids=ascii)
def test_forbidden_claims(shape: str) -> None:
    file, before = PLACES["page"]
    claims = [{"pattern": claim, "why": "no", "except": ["the best"]} for claim in CLAIMS]
    rules = {"content/guardrails.yml": json.dumps(claims)}
    assert_linear(
        lambda text: problems_of(edited(file, before, f"{before}\n\n{text}") | rules), shape, 45_000
    )


NAMES = ("Acme", "Smith & Wesson", "TensorZero", "카카", "Акме", "株式会社アクメ", "A.B.C.D")


@pytest.mark.parametrize("is_authored", [True, False], ids=["written", "drawn"])
@pytest.mark.parametrize(
    ("before", "shape"),
    [
        *(("", f"{name.lower()}{end}") for name in NAMES for end in ("", " ", "x ")),
        *(("wesson smith", sign) for sign in ("-", " ", "_")),
        ("", "é"),
        ("", "é a "),
    ],
    ids=ascii,
)
def test_private_names(before: str, shape: str, is_authored: bool) -> None:  # noqa: FBT001
    names = PrivateNames(dict.fromkeys(NAMES, "x"), {"acme.example": "x"}, (), OWN)
    look = names.in_authored if is_authored else names.in_site
    assert_linear(lambda text: list(look(SearchedText(before + text))), shape, 45_000)


def test_many_private_names(tmp_path: Path) -> None:
    """Ten times as many names in ten times as many lines would be a hundred times as long."""

    def read(each: str) -> None:
        names = [f"Company{number} Systems" for number in range(len(each))]
        aliases = f"company: Acme\naliases: {json.dumps(names)}\n"
        dossier = MINIMAL["content/applications/acme/index.md"].replace("company: Acme\n", aliases)
        more = "\n\n".join(names) + "\nplain" * 2 * len(each)
        files = edited("content/index.md", PLACES["page"][1], more)
        root = tmp_path / str(len(each))
        settings = write_site(root, files | {"content/applications/acme/index.md": dossier})
        found = [p for p in diagnose_all(settings).problems if p.code == "name-private"]
        assert len(found) == len(names)

    assert_grows(read, "-", 200)


@pytest.mark.parametrize("shape", ["- ", "[", "{", "a: ", "&a ", "- a\n", "'", "{a: "])
def test_front_matter(shape: str) -> None:
    file = "content/index.md"
    title = "title: Ada Example\n"
    assert_linear(
        lambda text: problems_of(edited(file, title, f"{title}x: {text}\n")), shape, 50_000
    )


@pytest.mark.parametrize("shape", ["1. **x** 22% \n", "**a**: 5 ", "## Gaps\n\n- a: b\n"])
def test_import(tmp_path: Path, shape: str) -> None:
    """A dossier of somebody else's, whose rows and figures become ours."""
    library = Project.read(write_site(tmp_path, MINIMAL)).view(Audience.PRIVATE).library

    def read(text: str) -> None:
        # A line that ends so may be a heading.
        told = f"# Acme\n\n## Proof points\n\n{text.rstrip()}:"
        assert isinstance(read_input("a.md", told.encode(), library, wanted="dossier"), Draft)

    assert_linear(read, shape, 30_000)


@pytest.mark.parametrize("read", [asks, instructions], ids=["asks", "instructions"])
@pytest.mark.parametrize(
    "shape",
    ["- a\n", "## Requirements\n\n- a\n", "We need a. ", "ignore ", "you are ", "<a ", "__a"],
)
def test_posting(read: Read, shape: str) -> None:
    assert_linear(read, shape, 45_000)


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
    assert_linear(read, shape, 45_000)


@pytest.mark.parametrize("shape", ["/* ", "a{", "url(", "@media{", "fill:red;", "\\", "'", "["])
def test_style_of_a_drawing(shape: str) -> None:
    begin, end = '<svg xmlns="http://www.w3.org/2000/svg"><style>', "</style></svg>"
    assert_linear(lambda text: strip_svg(f"{begin}{text}{end}".encode()), shape, 45_000)


@pytest.mark.parametrize("shape", ["[(a) 1 (b)] TJ ", "(a) Tj T* ", "q Q ", "/A MP "])
def test_page_of_a_pdf(shape: str) -> None:
    assert_linear(lambda text: layers("a.pdf", pdf(shown(text))), shape, 150_000)


@pytest.mark.parametrize(
    ("content", "forms"),
    [
        ("[(a) 1 (b)] TJ " * 300_000, []),
        ("/X6 Do " * 1000, ["(a) Tj " * 1000]),
        ("/X6 Do " * 10, ["/X7 Do " * 10, "/X8 Do " * 10, "/X9 Do " * 1000, "(a) Tj " * 1000]),
    ],
    ids=["long", "form", "forms within forms"],
)
def test_pdf_that_takes_too_long_is_told(content: str, forms: list[str]) -> None:
    named = f"/XObject << {' '.join(f'/X{n} {n} 0 R' for n in range(6, 6 + len(forms)))} >>"
    head = f"/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> {named} >>"
    drawn = [stream(text.encode(), head) for text in forms]
    file = pdf(shown(content), resources=named, objects=drawn)
    begun = time.process_time()
    with pytest.raises(UnreadableTextError, match="than the 4,000,000 that are read"):
        layers("a.pdf", file)
    assert time.process_time() - begun < LONGEST


def test_content_is_what_it_is_without_the_shapes() -> None:
    assert len(SHAPES) >= 60
    assert problems_of(MINIMAL) == []
