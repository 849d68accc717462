from dossier.prose.passages import passages
from dossier.prose.statements import CELL, CODE, MARKED, WRITTEN, statements
from dossier.prose.targets import Scheme, Target
from tests.builders import edited
from tests.claims.saying import EVIDENCE, library_of, read

GAIN = Target(Scheme.EVIDENCE, "qortex/gain", None)
PRECISION = Target(Scheme.EVIDENCE, "qortex/gain", "precision")


def places(body: str, text: str) -> str:
    """Return where a text stands that one of the statements holds."""
    (found,) = [s for s in read(body) if text in s.text]
    start = found.text.index(text)
    return str(found.locate(start, start + len(text)))


def test_emphasis_and_escapes_are_read_away_and_keep_their_places() -> None:
    body = "It **rose** by *22%* and 7\\% \\*so\\*\n"
    (found,) = read(body)
    assert found.text == "It rose by 22% and 7% *so*"
    assert places(body, "22%") == "content/index.md:4:17"
    assert places(body, "% *so") == "content/index.md:4:28"


def test_sign_whose_place_is_lost_stands_in_its_paragraph() -> None:
    assert places("So.\n\nIt rose\nby &copy; 22%\n", "©") == "content/index.md:6:1"


def test_second_line_of_a_paragraph_is_part_of_the_sentence() -> None:
    assert [s.text for s in read("It rose\nby 22%\n")] == ["It rose by 22%"]
    assert places("It rose\nby 22%\n", "22%") == "content/index.md:5:4"


def test_words_of_a_link_are_read_and_what_they_cite_is_kept() -> None:
    (found,) = read("So [it rose by 3](evidence:qortex/gain) [here](https://example.org/9).\n")
    assert (found.text, found.cited) == ("So it rose by 3 here.", ((3, GAIN),))


def test_figure_by_reference_and_a_marked_one_leave_signs() -> None:
    titled = '[](evidence:qortex/gain#precision "with scope")'
    body = f"By [](evidence:qortex/gain#precision), {titled}, [4 weeks](figure:estimate)\n"
    (found,) = read(body)
    assert found.text == f"By {WRITTEN}, {WRITTEN}, {MARKED}"
    assert (found.written, found.titled) == (((3, PRECISION), (6, PRECISION)), {6: "with scope"})
    assert places(body, WRITTEN + ", " + MARKED) == "content/index.md:4:40"


def test_code_and_comments_are_left_out() -> None:
    found = read("a `3 ms` <!-- 5 -->b\n\n```\n5 x\n```\n\n    6 y\n\nEnd\n")
    assert [" ".join(s.text.split()) for s in found] == [f"a {CODE} b", "End"]


def test_row_of_a_table_is_one_statement() -> None:
    body = "| a | b |\n|---|---|\n| recall | 22 % |\n| **x** | 3 |\n"
    assert [s.text for s in read(body)] == [f"a{CELL}b", f"recall{CELL}22 %", f"x{CELL}3"]
    assert places(body, "22 %") == "content/index.md:6:12"


def test_term_is_one_statement_with_its_definitions() -> None:
    body = "Recall\n:   22 %\n\nOther\n:   3\n"
    assert [s.text for s in read(body)] == [f"Recall{CELL}22 %", f"Other{CELL}3"]
    assert places(body, "22 %") == "content/index.md:5:5"


def test_quotations_and_headings_are_known_as_such() -> None:
    found = read("# Head 3\n\n> Quoted 5\n\nPlain\n")
    assert [(s.text, s.in_heading, s.in_quote, s.line) for s in found] == [
        ("Head 3", True, False, 0),
        ("Quoted 5", False, True, 2),
        ("Plain", False, False, 4),
    ]


def test_digits_blanks_and_dashes_are_read_as_plain_ones() -> None:
    (found,) = read(
        "a\N{NO-BREAK SPACE}٢٢\N{NARROW NO-BREAK SPACE}٪ − “x” — ’ × ≈ \N{FULLWIDTH PLUS SIGN}\n"
    )
    assert found.text == 'a 22 % - "x" – \' x ~ +'
    assert (
        found.raw
        == "a\N{NO-BREAK SPACE}٢٢\N{NARROW NO-BREAK SPACE}٪ − “x” — ’ × ≈ \N{FULLWIDTH PLUS SIGN}"
    )


def test_text_of_a_field_stands_where_its_yaml_does() -> None:
    files = edited(EVIDENCE, "better than cosine similarity", "*22%* better")
    found = [
        s
        for passage in passages(library_of(files))
        if passage.path == ("evidence", 0, "claim")
        for s in statements(passage)
    ]
    assert [s.text for s in found] == ["Learned weights retrieve 22% better"]
    assert str(found[0].locate(25, 28)) == f"{EVIDENCE}:5:38"
