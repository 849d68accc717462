"""`dossier init` begins a site that works at once, and touches nothing that is there."""

import errno
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.adapters.mkdocs_config import load
from dossier.cli import main
from dossier.cli.init import STARTER
from dossier.plain import files as writers
from dossier.plain import git
from tests.builders import REPOSITORY
from tests.cli.terminal import answered
from tests.sites import build, files_of, installed, write

OUR_OWN = {"hooks", "plugins", "site_name", "site_description"}
"""What this repository's configuration says otherwise than a new site's: it runs uninstalled."""
EXAMPLES = ("Example Corp", "example-corp", "Never on call", "Whatever nobody else")


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let git know nobody, and the engine the plugin."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with installed():
        yield


def dossier(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def begun(root: Path, *options: str) -> Path:
    done = dossier("init", str(root), *options)
    assert done.exit_code == 0, done.output
    return root


def written(root: Path) -> dict[str, bytes]:
    return {n: text for n, text in files_of(root).items() if not n.startswith(".git/")}


@pytest.mark.parametrize("options", [(), ("--bare",)], ids=["with examples", "bare"])
def test_a_new_site_has_no_errors_and_builds_strictly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    root = begun(tmp_path / "mine", "--name", "Ada", *options)
    monkeypatch.chdir(root)
    checked = dossier("check")
    assert checked.exit_code == 0
    told = re.findall(r"\[([\w-]+)\]", checked.output)
    assert told == ([] if options else ["contact-missing", "job-incomplete"])
    assert dossier("doctor").exit_code == 0
    assert dossier("build").exit_code == 0
    public = files_of(root / "site")
    assert build(root, strict=True) == root / "site"
    assert files_of(root / "site") == public
    private = dossier("build", "--private", "private")
    assert private.exit_code == 0, private.output
    seen = b"".join(files_of(root / "private").values())
    for word in EXAMPLES:
        assert not [name for name, text in public.items() if word.encode() in text], word
        assert (word.encode() in seen) is (not options), word
    assert {name for name in public if name.endswith(".html")} == {"404.html", "index.html"}


def test_an_example_of_each_kind_is_there_unless_it_is_bare(tmp_path: Path) -> None:
    full = written(begun(tmp_path / "full", "--name", "Ada"))
    bare = written(begun(tmp_path / "bare", "--name", "Ada", "--bare"))
    assert sorted(full.keys() - bare.keys()) == [
        "content/applications/example-corp/index.md",
        "content/applications/example-corp/posting.md",
        "content/evidence/example.yml",
        "content/profile.yml",
        "content/projects/example.md",
    ]
    assert bare.items() <= full.items()
    assert {"mkdocs.yml", ".gitignore", ".github/workflows/publish.yml", "AGENTS.md"} <= bare.keys()
    assert not [name for name in full if name.endswith(".py")], "code stays in the package"


@pytest.mark.parametrize(
    "name",
    ["Ada Lovelace", "no", "1e3", "A: b #c", '"Ada" O\'Neil\\', "@NAME@", "Ægir 株", "{{ x }}"],
)
def test_name_is_a_name_whatever_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = begun(tmp_path / "mine", "--name", f" {name} ")
    assert load(root / "mkdocs.yml").site_name == name
    profile = yaml.safe_load((root / "content/profile.yml").read_text(encoding="utf-8"))
    assert profile["name"] == name
    monkeypatch.chdir(root)
    assert dossier("check").exit_code == 0


def test_name_that_cannot_be_shown_is_refused(tmp_path: Path) -> None:
    done = dossier("init", "mine", "--name", "a\u202eb")
    assert (done.exit_code, "cannot be shown" in done.output) == (2, True)
    assert not (tmp_path / "mine").exists()


def test_name_is_gits_or_else_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(begun(tmp_path / "peleke") / "mkdocs.yml").site_name == "peleke"
    write(tmp_path, {".gitconfig": "[user]\n\tname = Ada Lovelace\n"})
    assert load(begun(tmp_path / "mine") / "mkdocs.yml").site_name == "Ada Lovelace"
    told = "It is called Ada Lovelace: `site_name` in mkdocs.yml"
    assert told in dossier("init", "another").output
    assert "It is called" not in dossier("init", "said", "--name", "Ada").output
    monkeypatch.setenv("PATH", "")
    done = dossier("init", "without-git")
    assert done.exit_code == 0
    assert load(tmp_path / "without-git" / "mkdocs.yml").site_name == "without-git"


@pytest.mark.parametrize("name", ["mkdocs.yml", "README.md", "content/index.md", ".gitignore"])
def test_nothing_that_is_there_is_overwritten(tmp_path: Path, name: str) -> None:
    write(tmp_path / "mine", {name: "MINE", "content/notes.txt": "KEPT"})
    before = files_of(tmp_path / "mine")
    done = dossier("init", "mine")
    assert done.exit_code == 2
    assert f"dossier: {name} in {tmp_path}/mine: already there" in done.output
    assert files_of(tmp_path / "mine") == before


def test_second_time_names_every_file(tmp_path: Path) -> None:
    before = written(begun(tmp_path / "mine"))
    done = dossier("init", "mine")
    assert done.exit_code == 2
    assert all(name in done.output for name in before)
    assert written(tmp_path / "mine") == before


def test_what_leads_elsewhere_or_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/content").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "mine/docs").write_text("a file")
    done = dossier("init", "mine")
    assert done.exit_code == 2
    assert "dossier: content, docs in " in done.output
    assert not list((tmp_path / "elsewhere").iterdir())
    assert len(list((tmp_path / "mine").iterdir())) == 2


@pytest.mark.parametrize("count", [0, 7, 15])
def test_nothing_is_left_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    write(tmp_path / "mine", {"content/notes.txt": "KEPT"})
    put, left = writers._put_new, [count]

    def filling(*paths: Any) -> None:  # noqa: ANN401 - handed on
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device", str(paths[1]))
        left[0] -= 1
        put(*paths)

    monkeypatch.setattr(writers, "_put_new", filling)
    done = dossier("init", "mine")
    assert (done.exit_code, "No space left" in done.output) == (2, True)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["content", "mine", "notes.txt"]


def test_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "mine", {"letter.txt": "KEPT", ".hidden": ""})
    done = dossier("init", "mine")
    assert (done.exit_code, "`letter.txt` among them" in done.output) == (2, True)
    assert files_of(tmp_path / "mine") == {"letter.txt": b"KEPT", ".hidden": b""}
    write(tmp_path / "hidden", {".hidden": ""})
    begun(tmp_path / "hidden")


def test_a_bare_site_takes_its_profile_from_a_resume(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = '[{"name": "Initech", "position": "Engineer", "startDate": "2019"}]'
    resume = f'{{"basics": {{"name": "Ada", "email": "ada@example.org"}}, "work": {work}}}'
    write(tmp_path, {"resume.json": resume})
    assert "`dossier import` a résumé" in dossier("init", "mine", "--bare").output
    monkeypatch.chdir(tmp_path / "mine")
    assert dossier("import", "../resume.json").exit_code == 0
    assert "email: ada@example.org" in Path("content/profile.yml").read_text(encoding="utf-8")
    assert "0 errors, 0 warnings" in dossier("check").output


def test_site_is_in_a_repository_of_its_own_or_in_the_one_around_it(tmp_path: Path) -> None:
    root = begun(tmp_path / "mine")
    assert git.output_of(root, "symbolic-ref", "HEAD").strip() == "refs/heads/main"
    assert git.ignores(root / ".dossier" / "keys.json")
    inside = begun(root / "inside")
    assert not (inside / ".git").exists()


def test_repository_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    root.mkdir()
    git.run(root, "init", "--quiet")
    git.run(root, "symbolic-ref", "HEAD", "refs/heads/mine")
    write(root, {"letter.txt": "KEPT"})
    begun(root)
    assert git.output_of(root, "symbolic-ref", "HEAD").strip() == "refs/heads/mine"
    assert (root / "letter.txt").read_text() == "KEPT"


def test_this_repository_is_such_a_site() -> None:
    ours = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    theirs = yaml.safe_load(
        (STARTER / "site/mkdocs.yml").read_text(encoding="utf-8").replace("@", "")
    )
    assert {key: ours[key] for key in ours.keys() - OUR_OWN} == {
        key: theirs[key] for key in theirs.keys() - OUR_OWN
    }
    assert [*theirs["plugins"]] == [*ours["plugins"], "dossier"]
    readme = "overrides/README.md"
    assert (STARTER / "site" / readme).read_bytes() == (REPOSITORY / readme).read_bytes()


def test_editors_find_the_schemas_that_files_name(tmp_path: Path) -> None:
    root = begun(tmp_path / "mine")
    named = 0
    for path in (root / "content").rglob("*.*"):
        for schema in re.findall(r"\$schema=(\S+)", path.read_text(encoding="utf-8")):
            assert (path.parent / schema).resolve().is_file(), path
            named += 1
    assert named == 4


def test_where_to_go_next_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Next: in mine, fill in content/profile.yml" in dossier("init", "mine").output
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "Next: fill in content/profile.yml" in dossier("init").output


def test_resume_takes_the_place_of_the_examples(tmp_path: Path) -> None:
    resume = tmp_path / "cv.md"
    resume.write_text("# Maren Oakley\n\nmaren@example.org\n\n## Licences\n\n- Forklift, 2020\n")
    root = tmp_path / "mine"
    done = dossier("init", str(root), "--from", str(resume))
    assert done.exit_code == 0, done.output
    assert load(root / "mkdocs.yml").site_name == "Maren Oakley"
    profile = yaml.safe_load((root / "content/profile.yml").read_text(encoding="utf-8"))
    assert profile["certificates"] == [{"name": "Forklift", "date": 2020}]
    assert not (root / "content/applications").exists()
    assert "mine, `dossier confirm` asks of 1 record" in done.output
    resume.write_bytes(b"\xff\xfe\x00")
    failed = dossier("init", str(tmp_path / "other"), "--from", str(resume))
    assert (failed.exit_code, (tmp_path / "other").exists()) == (1, False)


def test_whose_site_it_is_is_asked_at_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "mine", "--bare"], ("Maren Oakley",))
    assert (code, "Whose site is it" in shown) == (0, True), shown
    assert load(tmp_path / "mine/mkdocs.yml").site_name == "Maren Oakley"


def test_a_site_that_cannot_be_read_keeps_nobody_from_one_within(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [\n")
    done = dossier("init", str(tmp_path / "mine"), "--bare", "--name", "Ada")
    assert done.exit_code == 0, done.output
    (tmp_path / "mkdocs.yml").write_text("site_name: Other\n")
    assert dossier("init", str(tmp_path / "site/mine"), "--bare", "--name", "Ada").exit_code == 2
