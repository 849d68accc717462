import pytest

from dossier.plain.problems import Place, Problem
from dossier.plain.text import MAX_BYTES, decode, unmerged


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"a\nb", "a\nb"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r\r\nc", "a\nb\n\nc"),
        (b"\xef\xbb\xbfa", "a"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "a"),
        (b"a\xef\xbb\xbfb", "a\ufeffb"),
        ("caf\u00e9 \u2028 \x85".encode(), "caf\u00e9 \u2028 \x85"),
        pytest.param(b"x" * MAX_BYTES, "x" * MAX_BYTES, id="as much as is read"),
        (b"\x1b[1mbold\x1b(B", "\x1b[1mbold\x1b(B"),
    ],
    ids=repr,
)
def test_text_has_one_kind_of_line_end_and_no_mark_before_it(content: bytes, text: str) -> None:
    assert decode("f.md", content) == text


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"x" * (MAX_BYTES + 1), "file-size", 1, 1),
        (b"\xff", "file-encoding", 1, 1),
        ("\u00e9\u00e9".encode() + b"\xff", "file-encoding", 1, 3),
        (b"a\nbc\xe9d", "file-encoding", 2, 3),
        (b"a\n\nb\xed\xa0\x80", "file-encoding", 3, 2),
        (b"\0", "file-encoding", 1, 1),
        (b"a\r\nb\0", "file-encoding", 2, 2),
        ("a\n\u65e5\u672c".encode("iso-2022-jp"), "file-encoding", 2, 1),
        ("\ud55c\uae00".encode("iso-2022-kr"), "file-encoding", 1, 1),
    ],
)
def test_what_is_no_text_is_told_with_its_place(
    content: bytes, code: str, line: int, column: int
) -> None:
    found = decode("f.md", content)
    assert isinstance(found, Problem)
    assert (found.code, found.where) == (code, Place("f.md", line, column))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n", 1),
        ("a\n<<<<<<<\nb", 2),
        ("a\nb\n>>>>>>> topic", 3),
        ("a\n=======\n", None),
        (" <<<<<<< HEAD\n", None),
        ("<<<<<<<< HEAD\n>>>>>>>>\n`<<<<<<< HEAD`\n<<<<<<<HEAD\n", None),
    ],
)
def test_marks_of_a_merge_are_told(text: str, line: int | None) -> None:
    found = unmerged("f.md", text)
    assert (found and found.where) == (line and Place("f.md", line, 1))
