"""`dossier new`: scaffolds that pass the check, whatever the name, and nothing overwritten."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.load.front_matter import split
from dossier.model.application import Strength
from dossier.model.ids import make_id
from dossier.model.scales import STRENGTH_MEANS
from dossier.model.schemas import KINDS
from dossier.plain.yaml import construct
from tests.builders import MINIMAL
from tests.sites import files_of, project

PLACES = {
    "application": "applications/{}/index.md",
    "project": "projects/{}.md",
    "evidence": "evidence/{}.yml",
    "story": "stories/{}.md",
}
NAMES = {
    "Acme": "acme",
    "Acme Corp": "acme-corp",
    "  Acme \t Corp\u00a0 ": "acme-corp",
    "C3.ai": "c3-ai",
    "AT&T": "at-t",
    'The "Best" Co': "the-best-co",
    "O'Reilly": "o-reilly",
    "Acme: the sequel": "acme-the-sequel",
    "Acme # one": "acme-one",
    "[Acme]": "acme",
    "{Acme}": "acme",
    "{title} {id}": "title-id",
    "%s %d": "s-d",
    "- Acme": "acme",
    "* & ! | > a": "a",
    "back\\slash \\n": "back-slash-n",
    "Ünïcode Straße": "unicode-strasse",
    "Łódź": "lodz",
    "漢字 Inc": "hanzi-inc",
    "🚀 Rocket": "rocket",
    "Yes": "yes",
    "no": "no",
    "ON": "on",
    "null": "null",
    "True": "true",
    "42": "42",
    "1e3": "1e3",
    "2026-01-01": "2026-01-01",
    "0x10": "0x10",
    ".inf": "inf",
    "~a": "a",
    "<script>": "script",
    "---": "",
}


def new(root: Path, kind: str, name: str) -> Result:
    return CliRunner().invoke(main, ["new", "-f", str(root / "mkdocs.yml"), kind, "--", name])


def problems(root: Path) -> list[dict[str, object]]:
    command = ["check", "-f", str(root / "mkdocs.yml"), "--format", "json"]
    found: list[dict[str, object]] = json.loads(CliRunner().invoke(main, command).stdout)[
        "problems"
    ]
    return found


def check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])


@pytest.mark.parametrize("kind", PLACES)
def test_scaffold_passes_the_check(tmp_path: Path, kind: str) -> None:
    root = project(tmp_path)
    done = new(root, kind, "Umbrella Inc")
    path = f"content/{PLACES[kind].format('umbrella-inc')}"
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{path} is there.")
    assert (root / path).stat().st_mode & 0o777 == 0o644
    found = check(root)
    assert (found.exit_code, found.stdout) == (0, "0 errors, 0 warnings\n")


@pytest.mark.parametrize("kind", PLACES)
def test_scaffold_of_any_name_passes_the_check(tmp_path: Path, kind: str) -> None:
    root = project(tmp_path)
    for name, entry_id in NAMES.items():
        if not entry_id:
            continue
        path = root / "content" / PLACES[kind].format(entry_id)
        # Some names differ in signs that ids don't have.
        path.unlink(missing_ok=True)
        done = new(root, kind, name)
        assert done.exit_code == 0, (name, done.output)
        assert path.is_file(), name
        if kind != "evidence":
            source, _ = split("a.md", path.read_text(encoding="utf-8"))
            raw, _ = construct(source.yaml, "a.md")
            assert raw["company" if kind == "application" else "title"] == " ".join(name.split())
    # A company called On is named by many a public text.
    assert [told for told in problems(root) if told["code"] != "name-private"] == []


@pytest.mark.parametrize("kind", PLACES)
def test_scaffold_names_its_schema(tmp_path: Path, kind: str) -> None:
    root = project(tmp_path)
    new(root, kind, "Umbrella")
    path = root / "content" / PLACES[kind].format("umbrella")
    found = re.search(r"^# yaml-language-server: \$schema=(\S+)$", path.read_text(), re.MULTILINE)
    assert found
    schema = (path.parent / found[1]).resolve()
    assert schema == root / "docs" / "schemas" / f"{kind}.json"
    assert kind in KINDS


def test_new_dossier_says_what_each_strength_means(tmp_path: Path) -> None:
    root = project(tmp_path)
    new(root, "application", "Umbrella")
    text = (root / "content/applications/umbrella/index.md").read_text(encoding="utf-8")
    lines = [line.rpartition("# ")[2] for line in text.splitlines()]
    assert [told for s in Strength if (told := f"{s}: {STRENGTH_MEANS[s]}") not in lines] == []


def test_scaffold_with_its_comments_taken_up_is_still_read(tmp_path: Path) -> None:
    """What stands in comments as an example has to be right too."""
    root = project(tmp_path)
    for kind, where in PLACES.items():
        new(root, kind, "Umbrella")
        path = root / "content" / where.format("umbrella")
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^(evidence|proof_points): \[\]\n", r"\1:\n", text, flags=re.MULTILINE)
        text = re.sub(r"^#  (?=[ -])", "  ", text, flags=re.MULTILINE)
        text = text.replace("umbrella/record", "qortex/gain").replace("file/record", "qortex/gain")
        text = text.replace("#metric", "#precision").replace("qortex/gain#precision\n---", "\n---")
        path.write_text(text, encoding="utf-8")
    codes = {told["code"] for told in problems(root)}
    assert codes <= {"caveat-missing", "link-unsafe", "source-unlinked"}, problems(root)


@pytest.mark.parametrize(("name", "entry_id"), [(n, i) for n, i in NAMES.items() if i])
def test_id_is_made_from_the_letters_of_the_name(name: str, entry_id: str) -> None:
    assert make_id(" ".join(name.split())) == entry_id


@pytest.mark.parametrize("name", ["---", "", " ", "🚀", "a\u200bb", "a\x07"])
def test_name_that_gives_no_id_is_refused(tmp_path: Path, name: str) -> None:
    root = project(tmp_path)
    before = files_of(root / "content")
    done = new(root, "project", name)
    assert done.exit_code == 2
    assert done.stderr.startswith("dossier: ")
    assert "hint: " in done.stderr
    assert files_of(root / "content") == before


@pytest.mark.parametrize("kind", PLACES)
def test_nothing_is_overwritten(tmp_path: Path, kind: str) -> None:
    root = project(tmp_path)
    name = {"application": "Acme"}.get(kind, "qortex")
    if kind == "story":
        new(root, kind, name)
    before = files_of(root / "content")
    done = new(root, kind, name)
    assert done.exit_code == 2
    assert "is already there" in done.stderr
    assert files_of(root / "content") == before


def test_page_that_is_drawn_from_the_data_is_not_begun(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = new(root, "project", "Index")
    assert done.exit_code == 2
    assert "projects/index.md is drawn from the data" in done.stderr
    assert not (root / "content/projects/index.md").exists()


@pytest.mark.parametrize("error", [PermissionError(1, "no"), OSError(28, "No space left")])
def test_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    root = project(tmp_path)
    before = files_of(root / "content")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    done = new(root, "project", "Other")
    assert done.exit_code == 2
    assert done.stderr.startswith("dossier: ")
    assert files_of(root / "content") == before


def test_name_longer_than_files_may_have_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    for kind in PLACES:
        done = new(root, kind, "a" * 400)
        assert done.exit_code == 2
        assert "File name too long" in done.stderr
    assert files_of(root / "content") == {
        name.removeprefix("content/"): text.encode() for name, text in sorted(MINIMAL.items())
    }


@pytest.mark.parametrize("arguments", [[], ["company", "Acme"], ["project"], ["project", "a", "b"]])
def test_wrong_use(tmp_path: Path, arguments: list[str]) -> None:
    config = str(project(tmp_path) / "mkdocs.yml")
    done = CliRunner().invoke(main, ["new", "-f", config, *arguments])
    assert done.exit_code == 2
    assert "Error: " in done.stderr


def test_id_may_be_said(tmp_path: Path) -> None:
    root = project(tmp_path)
    command = ["new", "-f", str(root / "mkdocs.yml"), "project", "🚀", "--id", "rocket"]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert (root / "content/projects/rocket.md").read_text().count('title: "🚀"') == 1


@pytest.mark.parametrize("entry_id", ["", "A", "a_b", "../a", "a-", "ä"])
def test_id_that_is_said_has_the_form_of_one(tmp_path: Path, entry_id: str) -> None:
    root = project(tmp_path)
    before = files_of(root / "content")
    command = ["new", "-f", str(root / "mkdocs.yml"), "project", "Rocket", "--id", entry_id]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2
    assert "is not an id" in done.stderr
    assert files_of(root / "content") == before


@pytest.mark.parametrize("kind", PLACES)
def test_a_link_is_not_written_through(tmp_path: Path, kind: str) -> None:
    root = tmp_path / "site"
    project(root, MINIMAL)
    folder = root / "content" / PLACES[kind].partition("/")[0]
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(folder, ignore_errors=True)
    folder.symlink_to(tmp_path / "elsewhere")
    command = ["new", kind, "Zed", "-f", str(root / "mkdocs.yml")]
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, "is a link" in done.stderr) == (2, True)
    assert not [*(tmp_path / "elsewhere").iterdir()]
