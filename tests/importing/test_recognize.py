"""Inputs told by their content."""

from pathlib import Path

import pytest

from dossier.importing.recognize import Source, is_undecided, recognize
from dossier.plain.problems import Problem
from tests.builders import REPOSITORY

CASES = REPOSITORY / "tests" / "cases" / "importing"
FOLDERS = {
    "json_resume": "json-resume",
    "rendercv": "rendercv",
    "resumes": "resume",
    "board.html": "page",
    "posting.json": "job-posting",
    "posting.md": "posting",
    "posting.txt": "posting",
}
MAIL = (
    b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    b"--x\nContent-Type: application/pdf\n\nx\n--x--\n"
)
SAMPLES = sorted(path for path in CASES.rglob("*.*") if path.stem != "LICENSE")


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_sample_is_recognised_whatever_its_name(path: Path) -> None:
    found = recognize("input", path.read_bytes())
    assert isinstance(found, Source), found
    assert found.format == FOLDERS.get(path.name) or FOLDERS[path.parent.name]


def test_dossier_is_recognised_by_its_sections_and_tables() -> None:
    text = b"# Acme\n\n| Requirement | Evidence |\n|-|-|\n| a | b |\n"
    found = recognize("a", text)
    assert isinstance(found, Source)
    assert found.format == "dossier"


def test_what_somebody_says_it_is_decides() -> None:
    found = recognize("a", b"Hello.\n", "resume")
    assert isinstance(found, Source)
    assert found.format == "resume"


def test_what_nothing_tells_is_asked_for() -> None:
    found = recognize("a", b"Hello.\n")
    assert is_undecided(found)
    assert isinstance(found, Problem)
    assert "--as dossier" in found.hint
    assert not is_undecided(recognize("a", b""))


def test_json_is_told_with_its_place() -> None:
    found = recognize("a.json", b'{"basics": {\n  "name": 1,,\n}}')
    assert isinstance(found, Problem)
    assert (found.where.line, found.where.column) == (2, 13)


def test_removed_signs_are_counted() -> None:
    found = recognize("a", "# A\u202e\x07\n".encode(), "dossier")
    assert isinstance(found, Source)
    assert (found.text, found.removed) == ("# A\n", 2)


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"%PDF-1.4", "file-encoding", "a PDF, not text"),
        (b'{"a": 1}', "text-type", "of no format that is read"),
        (b"[1]", "text-type", "of no format that is read"),
        (b"[" * 5000, "yaml-depth", "nested more than 20 levels deep"),
        (b'{"a":' * 60 + b"1" + b"}" * 60, "yaml-depth", "nested more than 20 levels deep"),
        (b"cv:\n  name: [1\n", "yaml-syntax", ""),
        (
            MAIL,
            "text-type",
            "no page and no text in it",
        ),
    ],
    ids=["pdf", "keys", "list", "open", "deep", "yaml", "mail"],
)
def test_what_cannot_be_read_is_told(content: bytes, code: str, said: str) -> None:
    found = recognize("a", content)
    assert isinstance(found, Problem)
    assert (found.code, said in found.message) == (code, True), found.message


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("cv.md", b"[" * 5000, "yaml-depth"),
        ("cv.json", b'{"basics": {},}', "yaml-syntax"),
        ("cv.json", b'{"basics": {}, "work": [], "work": []}', "duplicate-key"),
        ("cv.md", b"[Jo Roe](https://jo.example.org)\n\n## Work\n", ""),
    ],
)
def test_what_is_said_to_be_a_resume_is_text_unless_it_is_broken_data(
    file: str, content: bytes, code: str
) -> None:
    found = recognize(file, content, "resume")
    assert (found.code if isinstance(found, Problem) else "") == code
