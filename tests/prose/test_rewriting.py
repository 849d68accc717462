from dataclasses import dataclass, replace

import pytest

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.prose.passages import Passage, passages
from dossier.prose.rewriting import Rewriting, difference, rewritings
from tests.builders import APPLICATION, MINIMAL, PROJECT, tree_of

PRECISION = "[](evidence:qortex/gain#precision)"
DOSSIER = "content/applications/acme/index.md"
PAGE = "content/projects/qortex.md"


@dataclass(frozen=True)
class Figure:
    """What `typed_figures` yields."""

    passage: Passage
    start: int
    end: int
    text: str
    reference: str = PRECISION
    readings: tuple[str, str] = ("as it was", "as it is")


def library_of(file: str, text: str) -> Library:
    library, problems = assemble(tree_of(MINIMAL | {file: text}), Audience.PRIVATE)
    assert not problems
    return library


def figures_of(library: Library, typed: str, file: str) -> list[Figure]:
    """Return a figure for each time that a text is in a file's passages."""
    found = []
    for passage in passages(library):
        at = passage.text.find(typed) if passage.source.file == file else -1
        while at >= 0:
            start = at if passage.path is not None else passage.offset + at
            found.append(Figure(passage, start, start + len(typed), typed))
            at = passage.text.find(typed, at + 1)
    return found


def claiming(field: str) -> str:
    """Return the dossier with another claim, as it is spelled in YAML."""
    return APPLICATION.replace(
        "claim: I built [a learned ranker](evidence:qortex/gain)\n", f"claim: {field}\n"
    )


def rewritten(file: str, text: str, typed: str) -> tuple[str, int]:
    """Return what a file becomes, and how many figures are left as they are."""
    found, left = rewritings(figures_of(library_of(file, text), typed, file))
    return (found[0].applied_to(text) if found else text), left


def test_figure_in_prose_becomes_its_reference_and_nothing_else_changes() -> None:
    text = PROJECT.replace(PRECISION, "+22\N{NO-BREAK SPACE}%").replace("It", "Über 20 words: it")
    assert rewritten(PAGE, text, "+22\N{NO-BREAK SPACE}%") == (
        text.replace("+22\N{NO-BREAK SPACE}%", PRECISION),
        0,
    )


def test_figure_in_a_later_section_is_found_from_the_beginning_of_the_body() -> None:
    text = APPLICATION.replace("They know", "By 22% they know")
    assert rewritten(DOSSIER, text, "22%") == (text.replace("22%", PRECISION), 0)


def test_several_figures_of_a_file_are_replaced_together() -> None:
    text = claiming("up 22% and 22% again").replace("They know", "By 22% they know")
    assert rewritten(DOSSIER, text, "22%") == (text.replace("22%", PRECISION), 0)


@pytest.mark.parametrize(
    "field",
    [
        "it gains 22% at k   # a remark",
        "it gains\n      22% at k",
        "'it''s 22% at k'",
        '"it \\"gains\\" 22% at k"',
        ">-\n      It gains\n      22% at k.",
        "|\n      It gains\n      22% at k.",
        "it gains 22% at k   # not 22% of all",
    ],
)
def test_field_keeps_its_formatting(field: str) -> None:
    text = claiming(field)
    assert rewritten(DOSSIER, text, "22%") == (text.replace("22%", PRECISION, 1), 0)


def test_field_inside_braces_keeps_its_formatting() -> None:
    gaps = "gaps:\n  - {id: a, about: b, gap: 'up 22%', framing: no}\nproof_points:"
    text = APPLICATION.replace("proof_points:", gaps)
    assert rewritten(DOSSIER, text, "22%") == (text.replace("22%", PRECISION), 0)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("22% at k", "22%"),
        (">-\n      It gains 22\n      % at k.", "22 %"),
        ('"it gains \\u0032\\u0032% at k"', "22%"),
        ("'a [gain of 22%](evidence:qortex/gain)'", "22%"),
        ("'a gain of `22%`'", "22%"),
    ],
)
def test_field_in_which_the_place_is_not_sure_is_left_alone(field: str, typed: str) -> None:
    text = claiming(field)
    assert rewritten(DOSSIER, text, typed) == (text, 1)


def test_plain_text_inside_braces_is_left_alone() -> None:
    gaps = "gaps:\n  - {id: a, about: b, gap: up 22%}\nproof_points:"
    text = APPLICATION.replace("proof_points:", gaps)
    assert rewritten(DOSSIER, text, "22%") == (text, 1)


@pytest.mark.parametrize(
    "prose", ["a [gain of 22%](evidence:qortex/gain)", "a gain of `22%`", "<!-- 22% -->"]
)
def test_prose_that_would_read_otherwise_is_left_alone(prose: str) -> None:
    text = PROJECT.replace("It retrieves", prose)
    assert rewritten(PAGE, text, "22%") == (text, 1)


def test_figures_that_overlap_are_both_left_alone() -> None:
    library = library_of(PAGE, PROJECT.replace("It retrieves", "By 22% it retrieves"))
    (one,) = figures_of(library, "22%", PAGE)
    (two,) = figures_of(library, "By 22", PAGE)
    assert rewritings([one, two]) == ((), 2)


def test_figure_that_is_not_there_is_left_alone() -> None:
    library = library_of(PAGE, PROJECT.replace("It retrieves", "By 22% it retrieves"))
    (one,) = figures_of(library, "22%", PAGE)
    assert rewritings([Figure(one.passage, one.start + 1, one.end + 1, "22%")]) == ((), 1)


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = PROJECT.replace(PRECISION, "22%")
    (found,), _ = rewritings(figures_of(library_of(PAGE, text), "22%", PAGE))
    raw = "\ufeff" + text.replace("\n", "\r\n")
    assert found.applied_to(raw) == raw.replace("22%", PRECISION)


def test_another_text_than_was_read_is_refused() -> None:
    text = PROJECT.replace(PRECISION, "22%")
    (found,), _ = rewritings(figures_of(library_of(PAGE, text), "22%", PAGE))
    with pytest.raises(ValueError, match=r"qortex\.md"):
        found.applied_to(text + "more\n")


def test_diff_shows_the_line_before_and_after() -> None:
    text = PROJECT.replace(PRECISION, "22%")
    (found,), _ = rewritings(figures_of(library_of(PAGE, text), "22%", PAGE))
    line = "It retrieves [better than before](evidence:qortex/gain), by 22%\n"
    assert found.diff.startswith(f"--- {PAGE}\n+++ {PAGE}\n@@ ")
    assert [row for row in found.diff.splitlines(keepends=True)[3:] if row[0] in "+-"] == [
        f"-{line}",
        f"+{line.replace('22%', PRECISION)}",
    ]


def test_what_readers_see_is_shown_once_before_and_after() -> None:
    text = PROJECT.replace(PRECISION, "22% and 22%")
    (found,), _ = rewritings(figures_of(library_of(PAGE, text), "22%", PAGE))
    assert found.rendered == "- reads: as it was\n+ reads: as it is\n"


def test_figure_without_a_reference_is_left() -> None:
    text = PROJECT.replace(PRECISION, "22%")
    (figure,) = figures_of(library_of(PAGE, text), "22%", PAGE)
    assert rewritings([replace(figure, reference="")]) == ((), 1)


@pytest.mark.parametrize(("typed", "mark"), [('"it gains 22%"', "'"), ("it gains 22%", '"')])
def test_title_of_a_reference_takes_the_marks_that_yaml_leaves_free(typed: str, mark: str) -> None:
    text = APPLICATION.replace("claim: ", f"claim: {typed} # ", 1)
    titled = f'{PRECISION[:-1]} "bare")'
    figures = figures_of(library_of(DOSSIER, text), "22%", DOSSIER)
    (found,), left = rewritings([replace(figure, reference=titled) for figure in figures])
    assert (left, found.applied_to(text)) == (0, text.replace("22%", titled.replace('"', mark), 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [("abc", "axc"), ("aa", "aaa"), ("aaa", "aa"), ("", "x"), ("x", ""), ("same", "same")],
)
def test_a_difference_makes_a_text_of_another(before: str, after: str) -> None:
    edit = difference(before, after)
    assert before[: edit.start] + edit.new + before[edit.end :] == after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_put_in_has_the_line_ends_of_the_file(end: str) -> None:
    source = Document("a.md", "one\nthree\n")
    edit = difference(source.text, "one\ntwo\nthree\n")
    written = Rewriting(source, (edit,)).applied_to("\ufeff" + f"one{end}three{end}")
    expected = "\r\n" if end == "\r\n" else "\n"
    assert written == f"\ufeffone{end}two{expected}three{end}"
