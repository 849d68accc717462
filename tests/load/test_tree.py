import os
from pathlib import Path

import pytest

from dossier.load.tree import classify, parse, read_tree
from dossier.model.document import FileKind
from dossier.plain.errors import ConfigError
from dossier.plain.yaml import find_places
from tests.builders import MINIMAL, write_site


@pytest.mark.parametrize(
    ("name", "kind", "entry_id"),
    [
        ("profile.yml", FileKind.PROFILE, "profile"),
        ("projects/qortex.md", FileKind.PROJECT, "qortex"),
        ("evidence/qortex.yml", FileKind.EVIDENCE, "qortex"),
        ("applications/acme/index.md", FileKind.APPLICATION, "acme"),
        ("stories/failure.md", FileKind.STORY, "failure"),
        ("stories/a/b.md", FileKind.OTHER, "stories/a/b.md"),
        ("guardrails.yml", FileKind.GUARDRAILS, "guardrails"),
        ("postings.lock", FileKind.OTHER, "postings.lock"),
        ("index.md", FileKind.PAGE, "index.md"),
        ("about.md", FileKind.PAGE, "about.md"),
        ("writing/2026/bandits.md", FileKind.PAGE, "writing/2026/bandits.md"),
        ("projects/qortex.v2.md", FileKind.PROJECT, "qortex.v2"),
        ("writing/profile.yml", FileKind.OTHER, "writing/profile.yml"),
        ("projects/index.md", FileKind.OTHER, "projects/index.md"),
        ("projects/a/b.md", FileKind.OTHER, "projects/a/b.md"),
        ("projects/a.yml", FileKind.OTHER, "projects/a.yml"),
        ("evidence/a.yaml", FileKind.OTHER, "evidence/a.yaml"),
        ("evidence/index.md", FileKind.OTHER, "evidence/index.md"),
        ("evidence/a/b.yml", FileKind.OTHER, "evidence/a/b.yml"),
        ("applications/index.md", FileKind.OTHER, "applications/index.md"),
        ("applications/acme.md", FileKind.OTHER, "applications/acme.md"),
        ("applications/acme/posting.md", FileKind.OTHER, "applications/acme/posting.md"),
        ("applications/acme/old/index.md", FileKind.OTHER, "applications/acme/old/index.md"),
        ("assets/notes.md", FileKind.OTHER, "assets/notes.md"),
        ("problems.md", FileKind.OTHER, "problems.md"),
        ("about.markdown", FileKind.OTHER, "about.markdown"),
        ("md", FileKind.OTHER, "md"),
    ],
)
def test_place_of_a_file_says_what_it_is(name: str, kind: FileKind, entry_id: str) -> None:
    assert classify(name) == (kind, entry_id)


def test_tree_holds_every_file_parsed_or_by_name(tmp_path: Path) -> None:
    settings = write_site(
        tmp_path,
        MINIMAL
        | {
            "content/assets/a.png": "x",
            "content/assets/.hidden": "x",
            "content/applications/acme/posting.md": "{{ x }}",
            "content/guardrails.yml": "- {pattern: x, why: y}",
            "content/evidence.lock": "x",
            "content/about.md~": "x",
        },
    )
    tree = read_tree(settings.content, settings.root)
    assert [document.source.file for document in tree.documents] == [
        "content/applications/acme/index.md",
        "content/evidence/qortex.yml",
        "content/evidence.lock",
        "content/guardrails.yml",
        "content/index.md",
        "content/profile.yml",
        "content/projects/qortex.md",
    ]
    assert tree.files == {
        "applications/acme/posting.md",
        "assets/a.png",
    }
    assert tree.problems == ()


def test_large_file_is_not_even_opened(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {"content/about.md": ""})
    os.truncate(settings.content / "about.md", 10**12)
    (document,) = read_tree(settings.content, settings.root).documents
    assert [problem.code for problem in document.problems] == ["file-size"]
    assert "1,000,000,000,000 bytes" in document.problems[0].message


def test_places_outside_of_the_project_are_told_in_full(tmp_path: Path) -> None:
    settings = write_site(tmp_path / "site", {"content/about.md": "\0"})
    (document,) = read_tree(settings.content, tmp_path / "other").documents
    assert document.source.file == (settings.content / "about.md").as_posix()


def test_content_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no folder"):
        read_tree(tmp_path / "content", tmp_path)


def test_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = write_site(tmp_path, {"content/about.md": "x", "content/index.md": "x"})
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "about.md":
            raise OSError(5, "Input/output error")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    broken, whole = read_tree(settings.content, settings.root).documents
    assert [str(problem) for problem in broken.problems] == [
        "content/about.md:1:1: error: the file cannot be read: Input/output error [file-unreadable]"
    ]
    assert whole.problems == ()


def test_file_with_a_problem_shows_nothing_of_its_values() -> None:
    document = parse(FileKind.PROJECT, "a", "content/projects/a.md", b"---\na: 1\na: 2\n---\n")
    assert [problem.code for problem in document.problems] == ["duplicate-key"]


def test_page_needs_no_front_matter_and_no_kebab_case() -> None:
    document = parse(FileKind.PAGE, "My Page.md", "content/My Page.md", b"Hello")
    assert (document.raw, document.problems, document.source.body) == ({}, (), "Hello")


def test_where_values_stand_is_noted_as_a_file_is_read_and_not_found_again() -> None:
    source = parse(FileKind.PROJECT, "a", "content/projects/a.md", b"---\na: [1, 2]\n---\n").source
    assert source.places
    assert source.places.tree(source.yaml) == find_places("a: [1, 2]\n")


@pytest.mark.parametrize("name", ["applications/globex/notes.md", "applications/globex/in/a.md"])
def test_a_folder_of_an_application_without_its_index_is_told_and_cured(
    name: str, tmp_path: Path
) -> None:
    write_site(tmp_path, {**MINIMAL, f"content/{name}": "Something."})
    (told,) = read_tree(tmp_path / "content", tmp_path).problems
    assert (told.code, told.where.file) == ("file-unplaced", f"content/{name}")
    (tmp_path / "content/applications/globex/index.md").write_text("---\ncompany: G\n---\n")
    assert read_tree(tmp_path / "content", tmp_path).problems == ()
