from collections.abc import Iterator
from pathlib import Path

from dossier.load.parsed_file import named_postings
from dossier.load.saved_postings import read_posting, read_side_files
from dossier.plain.kept_readings import KeptReadings
from dossier.plain.text import MAX_BYTES


def raw(*names: object) -> Iterator[str]:
    return named_postings("acme", {"roles": [{"posting": {"file": name}} for name in names]})


def test_named_postings_and_the_lock_are_read_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "applications" / "acme"
    folder.mkdir(parents=True)
    files = ["applications/acme/a.md", "applications/acme/b.md", "applications/acme/c.pdf"]
    for name in (*files, "postings.lock"):
        (tmp_path / name).write_text(f"of {name}\r\n")
    named = raw("a.md", "c.pdf", "gone.md", "../../secret.md", 3)
    texts, problems = read_side_files(tmp_path, named, [*files, "postings.lock"], KeptReadings())
    assert texts == {
        "applications/acme/a.md": "of applications/acme/a.md\n",
        "postings.lock": "of postings.lock\n",
    }
    assert problems == []


def test_posting_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "applications" / "acme"
    folder.mkdir(parents=True)
    (folder / "large.md").write_bytes(b"x" * (MAX_BYTES + 1))
    (folder / "odd.md").mkdir()
    names = [f"applications/acme/{name}.md" for name in ("large", "odd", "gone")]
    texts, problems = read_side_files(
        tmp_path, raw("large.md", "odd.md", "gone.md"), names, KeptReadings()
    )
    assert texts == {}
    assert [problem.code for problem in problems] == [
        "file-unreadable",
        "file-size",
        "file-unreadable",
    ]


def test_saved_page_is_read_as_its_text(tmp_path: Path) -> None:
    page = "<!doctype html><title>Jobs</title><p>We seek an <b>engineer</b>.</p><p>Now.</p>"
    for name in ("a.html", "b.HTM", "c.md"):
        (tmp_path / name).write_text(page)
    texts = [read_posting(tmp_path / name, name) for name in ("a.html", "b.HTM", "c.md")]
    assert texts[2] == page
    assert texts[0] == texts[1]
    assert "<" not in str(texts[0])
    assert str(texts[0]).split("\n\n") == ["Jobs", "We seek an engineer.", "", "Now.", ""]
