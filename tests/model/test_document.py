import pytest

from dossier.model.document import Document
from dossier.plain.problems import Place
from dossier.plain.yaml_places import Path

YAML = """\
title: qortex
links:
  - {label: Code, url: https://example.org}
  - label: Docs
    url: https://example.org/docs
claim: >-
  It cites [one](evidence:a/b-c)
  and [another](evidence:a/b).
limits: Not [this](evidence:a/d)
"""
BODY = "\nFirst line.\n\n## Second\nlast"
FRONT = Document("f.md", f"---\n{YAML}---\n{BODY}", 1, YAML, YAML.count("\n") + 2, BODY)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("title",), 2, 1),
        (("links", 0, "url"), 4, 19),
        (("links", 1), 5, 5),
        (("links", 1, "url"), 6, 5),
        (("links", 1, "urls"), 5, 5),
        (("links", 7, "url"), 3, 1),
        (("nothing",), 2, 1),
        ((), 2, 1),
    ],
)
def test_value_is_found_or_else_its_nearest_parent(path: Path, line: int, column: int) -> None:
    assert FRONT.locate(path) == Place("f.md", line, column)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("links", 1, "urls"), ("links", 1)),
        (("links", 0, "url"), ("links", 0, "url")),
        (("nothing", "at", "all"), ()),
    ],
)
def test_as_much_of_a_path_as_is_written_is_told(path: Path, written: Path) -> None:
    assert FRONT.nearest(path) == written


@pytest.mark.parametrize(
    ("path", "needle", "line", "column"),
    [
        (("claim",), "evidence:a/b-c", 8, 18),
        (("claim",), "evidence:a/b", 9, 17),
        (("limits",), "evidence:a/d", 10, 20),
        (("claim",), "evidence:a/d", 7, 1),
        (("title",), "evidence:a/b", 2, 1),
        (("nothing",), "evidence:a/b", 2, 1),
    ],
)
def test_text_is_found_within_its_own_value_only(
    path: Path, needle: str, line: int, column: int
) -> None:
    assert FRONT.locate_in(path, needle) == Place("f.md", line, column)


def test_text_is_found_in_the_last_value_of_a_file_without_a_last_line_end() -> None:
    source = Document("f.yml", "a: x\nb: see y", yaml="a: x\nb: see y")
    assert source.locate_in(("b",), "y") == Place("f.yml", 2, 8)
    assert source.locate_in(("b",), "z") == Place("f.yml", 2, 1)


def test_text_on_the_line_of_its_neighbour_is_found() -> None:
    source = Document("f.yml", "{a: see y, b: z}", yaml="{a: see y, b: z}")
    assert source.locate_in(("a",), "y") == Place("f.yml", 1, 9)


@pytest.mark.parametrize("offset", range(len(BODY)))
def test_character_of_the_prose_has_its_place(offset: int) -> None:
    place = FRONT.locate_in_body(offset)
    assert FRONT.text.splitlines(keepends=True)[place.line - 1][place.column - 1] == BODY[offset]


def test_line_of_the_prose_has_its_place() -> None:
    place = FRONT.locate_line(3)
    assert FRONT.text.split("\n")[place.line - 1] == "## Second"
    assert place.column == 1


def test_positions_skip_what_readers_may_not_see() -> None:
    text = "work:\n  - a: 0\n  - a: 1\n  - a: 2\n  - a: 3\n"
    source = Document("f.yml", text, yaml=text, hidden=(("work", 0), ("work", 2)))
    assert source.locate(("work", 0)).line == 3
    assert source.locate(("work", 1, "a")).line == 5
    assert source.locate(("work", "0")).line == 1
    assert source.locate(("other", 0)).line == 1
    assert source.locate_in(("work", 0, "a"), "1") == Place("f.yml", 3, 8)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("title",), "title: qortex\n"),
        (("links", 0, "label"), "label: Code, "),
        (("links", 0), "{label: Code, url: https://example.org}\n  - "),
        (("links", 1, "url"), "url: https://example.org/docs\n"),
        (("limits",), "limits: Not [this](evidence:a/d)\n"),
    ],
)
def test_extent_of_a_value_ends_where_the_next_begins(path: Path, text: str) -> None:
    start, end = FRONT.extent(path)
    assert FRONT.text[start:end] == text
