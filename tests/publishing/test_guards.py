"""The guards, one by one; the whole command is in tests/cli/test_publish.py."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import RectangleObject

from dossier.model.document import Document
from dossier.publishing.authored import Authored
from dossier.publishing.guards import (
    edit_problems,
    key_problems,
    keystore_problems,
    name_problems,
    tree_problems,
    word_problems,
)
from dossier.publishing.private_names import PrivateNames
from tests.publishing.fixtures import OWN, repository
from tests.sites import write

KEYS = ".dossier/keys.json"
SHARE = f"s/{'a' * 26}/index.html"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("index.html", b"<p>", None),
        (".nojekyll", b"", None),
        ("CNAME", b"a.example", None),
        ("sitemap.xml.gz", b"", None),
        ("text.html", b"<p>write data-private, or sourceMappingURL", None),
        ("a.js.map", b"", "source-map"),
        ("a.css", b"/*# sourceMappingURL=a */", "source-map"),
        (".git/config", b"", "publish-type"),
        (".DS_Store", b"", "publish-type"),
        ("a.html~", b"", "publish-type"),
        (".a.html.swp", b"", "publish-type"),
        ("#a.html#", b"", "publish-type"),
        ("Makefile", b"", "publish-type"),
        ("keys.yml", b"", "publish-type"),
        ("a.html", b"<body data-private>", "publish-audience"),
        ("a.html", b'<div id="x" data-private="">', "publish-audience"),
        ("a.html", b'<a href="x" rel="edit">', "edit-address"),
    ],
)
def test_file_that_does_not_belong(name: str, content: bytes, code: str | None) -> None:
    found = [problem.code for problem in tree_problems({name: content})]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("repo", "edit", "public", "is_told"),
    [
        ("", "", "", False),
        ("https://x/a", "", "", False),
        ("https://x/a", "edit/main", "", True),
        ("https://x/a/", "edit/main", "https://x/a", False),
        ("https://x/b", "edit/main", "https://x/a", True),
        ("", "https://x/edit", "", True),
    ],
)
def test_way_to_the_source(repo: str, edit: str, public: str, *, is_told: bool) -> None:
    assert bool(list(edit_problems(repo, edit, public))) is is_told


@pytest.mark.parametrize(
    ("path", "content", "is_told"),
    [
        ("a.html", "at ACME.", True),
        ("a.html", "&#65;cme", True),
        ("a.html", "<b>Ac</b>me", True),
        ("acme/index.html", "", True),
        ("img/acme.png", "", True),
        ("a.html", "acmeist", False),
        ("a.png", "acme", False),
        (SHARE, "a" * 200 + "/Acme/" + "a" * 200, False),
        (SHARE, "Acme", True),
        ("a.html", "a" * 200 + "/Acme/" + "a" * 200, True),
    ],
)
def test_name_of_a_company(path: str, content: str, *, is_told: bool) -> None:
    names = PrivateNames({"Acme": "acme"}, {}, (), OWN)
    found = list(name_problems({path: content.encode()}, names))
    assert [problem.code for problem in found] == ["name-published"] * is_told
    allowing = PrivateNames({"Acme": "acme"}, {}, ("ACME",), OWN)
    assert not list(name_problems({path: content.encode()}, allowing))


def test_private_word_is_told_once_a_file() -> None:
    private = Authored("quokkafox", Document("content/a.md", body="quokkafox"))
    files = {"a.txt": b"x\nquokkafox QUOKKAFOX", "b.txt": b""}
    found = list(word_problems(files, {"quokkafox": private}, OWN))
    assert [(p.code, str(p.where)) for p in found] == [("text-published", "published/a.txt:2:1")]
    assert "content/a.md:1:1" in found[0].message


@pytest.mark.parametrize(
    ("folder", "file", "number"),
    [
        (0o700, 0o600, 0),
        (0o755, 0o600, 1),
        (0o700, 0o604, 1),
        (0o700, 0o640, 1),
        (0o755, 0o644, 2),
    ],
)
def test_keys_are_for_one_reader(tmp_path: Path, folder: int, file: int, number: int) -> None:
    write(tmp_path, {KEYS: "{}"})
    (tmp_path / KEYS).chmod(file)
    (tmp_path / KEYS).parent.chmod(folder)
    assert [p.code for p in keystore_problems(tmp_path)] == ["keystore-mode"] * number


def test_keys_that_git_would_take_are_told(tmp_path: Path) -> None:
    repository(tmp_path, {".gitignore": "/.dossier/\n"})
    write(tmp_path, {KEYS: "{}"})
    (tmp_path / KEYS).chmod(0o600)
    (tmp_path / KEYS).parent.chmod(0o700)
    assert not list(keystore_problems(tmp_path))
    (tmp_path / ".gitignore").write_text("")
    assert [p.code for p in keystore_problems(tmp_path)] == ["keystore-ignored"]


def test_without_keystore_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert not list(keystore_problems(tmp_path))


def test_a_key_that_a_pdf_spells_by_numbers_is_told() -> None:
    for uri in (f"https://ada.example/s/x/#k1{'a' * 56}", "https://ada.example/"):
        writer = PdfWriter()
        writer.add_blank_page(200, 200)
        writer.add_uri(0, uri, RectangleObject((0, 0, 100, 100)))
        file = BytesIO()
        writer.write(file)
        spelled = file.getvalue().replace(b"#k1", rb"\043k1")
        told = [problem.message for problem in key_problems({"cv.pdf": spelled})]
        assert told == ["the file holds a share's link with its key"] * ("#" in uri)
