"""*Private text is absent from a public build*, whatever was put into a folder that is published.

A build copies from the site's own folder of markup whatever is no template: a private site that was
written there, or is shown from there, a copy of the keys.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.configuration.exposure import PRIVATE_MARKERS, refuse_strayed
from dossier.plain.errors import ConfigError
from dossier.plain.uploaded import MARKER
from tests.builders import MINIMAL
from tests.cli.test_publish import home, share
from tests.plain.containers import WORD, jpeg, segment
from tests.sites import files_of, invoke, write

OWN = "overrides"


@pytest.fixture(name="root")
def own_markup(tmp_path: Path) -> Path:
    """Return a project whose folder of markup is its own, and ignored by git in parts."""
    root = home(tmp_path, site_url="https://example.org/")
    (root / OWN).unlink()
    write(root, {f"{OWN}/main.html": '{% extends "base.html" %}'})
    with (root / ".gitignore").open("a") as file:
        file.write(f"/{OWN}/p/\n/{OWN}/*.json\n")
    return root


def test_nothing_private_is_written_where_markup_stands(root: Path) -> None:
    share(root)
    for words in (
        ("share", "backup", str(root / OWN / "keys.json")),
        ("build", "--private", str(root / OWN / "p")),
        ("export", "data", "--audience", "private", "-o", str(root / OWN / "all.json")),
        ("export", "letter", "acme", "-o", str(root / OWN / "letter.txt")),
        ("export", "calendar", "-o", str(root / "site" / "due.ics")),
    ):
        done = CliRunner().invoke(main, [*words, "-f", str(root / "mkdocs.yml")])
        assert done.exit_code == 2, done.output
        assert "published" in done.output
    assert [path.name for path in (root / OWN).iterdir()] == ["main.html"]


def test_nothing_private_is_written_where_a_site_is_uploaded_from(root: Path) -> None:
    """Into a folder that `publish --to` wrote, or a clone of the branch that it pushes."""
    share(root)
    out = root.parent / "out"
    write(out, {MARKER: "", "index.html": "Ada"})
    (root.parent / "link").symlink_to(out)
    for words in (
        ("share", "backup", str(out / "keys.json")),
        ("share", "backup", str(root.parent / "link" / "a" / "keys.json")),
        ("build", "--private", str(out / "p")),
        ("export", "data", "--audience", "private", "-o", str(out / "a" / "all.json")),
        ("export", "calendar", "-o", str(out / "due.ics")),
    ):
        done = CliRunner().invoke(main, [*words, "-f", str(root / "mkdocs.yml")])
        assert (done.exit_code, "to be uploaded" in done.output) == (2, True), done.output
    begun = CliRunner().invoke(main, ["init", str(out / "mine"), "--name", "Ada"])
    assert (begun.exit_code, "to be uploaded" in begun.output) == (2, True), begun.output
    assert {path.name for path in out.iterdir()} == {MARKER, "index.html"}
    (root / MARKER).touch()  # a project of its own is none
    kept = ("share", "backup", str(root / ".dossier/more.json"))
    assert CliRunner().invoke(main, [*kept, "-f", str(root / "mkdocs.yml")]).exit_code == 0


def test_an_export_is_its_owners_alone(root: Path) -> None:
    path = root / "all.json"
    words = ("export", "data", "--audience", "private", "-o", str(path))
    done = CliRunner().invoke(main, [*words, "-f", str(root / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("marker", PRIVATE_MARKERS)
def test_a_private_site_among_markup_is_published_by_nobody(tmp_path: Path, marker: str) -> None:
    """Put there by hand, or by a server whose temporary folder is there."""
    files = {
        f"{OWN}/made/mkdocs_x/search_index.json": "They know",
        f"{OWN}/made/mkdocs_x/{marker}": "",
    }
    write(tmp_path, files | {"content/a.md": ""})
    with pytest.raises(ConfigError, match="holds a private site"):
        refuse_strayed(tmp_path / "content", tmp_path / OWN, [tmp_path / OWN])


def test_a_dirty_build_keeps_no_page_that_is_private_now(tmp_path: Path) -> None:
    root = home(tmp_path)
    assert invoke(root).exit_code == 0
    page = root / "site/projects/qortex/index.html"
    assert page.is_file()
    text = MINIMAL["content/projects/qortex.md"]
    closed = text.replace("audience: public", "audience: private")
    write(root, {"content/projects/qortex.md": closed})
    assert invoke(root, "--dirty").exit_code == 0
    assert not page.exists()
    assert (root / "site/index.html").is_file()
    assert (root / "site/assets/dossier.css").is_file()


def test_no_site_begins_within_another_s_folders(tmp_path: Path) -> None:
    """Its private dossiers would be pages, markup or published files of that one."""
    root = tmp_path / "outer"
    said = "docs_dir: content\nsite_dir: out/www\nexclude_docs: '*'\nplugins: [dossier]\n"
    write(root, {**MINIMAL, "mkdocs.yml": f"site_name: A\ntheme: material\n{said}"})
    inside = ("content", "content/mine", "site", ".dossier/mine", "overrides/a/b", "out/www/x")
    for name in inside:
        done = CliRunner().invoke(main, ["init", str(root / name), "--name", "Ada"])
        assert (done.exit_code, "which the site in" in done.output) == (2, True), (
            name,
            done.output,
        )
        assert not list((root / name).rglob("mkdocs.yml"))
    done = CliRunner().invoke(main, ["init", str(root / "beside"), "--name", "Ada"])
    assert done.exit_code == 0, done.output


def test_a_note_beside_markup_is_not_published(root: Path) -> None:
    write(root, {f"{OWN}/assets/own.css": "a{}", f"{OWN}/notes.txt": "They pay badly"})
    write(root, {f"{OWN}/me.jpg": jpeg(segment(0xFE, WORD))})
    done = invoke(root)
    assert done.exit_code == 0
    assert "left out of the theme's own folder: 1," in done.output
    site = files_of(root / "site")
    assert {"assets/own.css", "me.jpg"} <= {*site}
    assert "notes.txt" not in site
    assert WORD not in site["me.jpg"]
    told = CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])
    assert f"{OWN}/notes.txt:1:1: warning" in told.output
