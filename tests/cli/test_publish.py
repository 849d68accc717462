"""`dossier publish`: what goes out, and all that stops it, against a real bare repository."""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.model.audience import Audience
from dossier.plain import dates
from dossier.publishing.published_shares import read_published
from dossier.sharing.keystore import Keystore, Share, add, changing, renew
from dossier.sharing.link import new_key, new_share_id
from tests.builders import APPLICATION, MINIMAL, PROJECT, REPOSITORY
from tests.cli.conftest import TODAY
from tests.publishing.fixtures import git
from tests.sites import DAY, look_as, project, run

KEYSTORE = ".dossier/keys.json"
ASKED = "To `gh-pages` of"
Files = Mapping[str, str | bytes]


def home(tmp_path: Path, files: Files = MINIMAL, **config: object) -> Path:
    """Return a project that git knows, with a bare repository as its remote `origin`."""
    if files is MINIMAL:
        once = _kept_home(json.dumps(config))
        shutil.copytree(once, tmp_path, symlinks=True, dirs_exist_ok=True)
        return tmp_path / "home"
    return _new_home(tmp_path, files, config)


@cache
def _kept() -> TemporaryDirectory[str]:
    return TemporaryDirectory()  # Gone with the process.


@cache
def _kept_home(config: str) -> Path:
    once = Path(tempfile.mkdtemp(dir=_kept().name))
    _new_home(once, MINIMAL, json.loads(config))
    return once


def _new_home(tmp_path: Path, files: Files, config: Mapping[str, object]) -> Path:
    root = project(tmp_path / "home", files, config={"remote_name": "origin", **config})
    (root / ".gitignore").write_text((REPOSITORY / ".gitignore").read_text())
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "all")
    git(tmp_path, "init", "--quiet", "--bare", "public.git")
    # As hosts do, and each fetch packs nothing anew.
    git(tmp_path / "public.git", "config", "receive.unpackLimit", "1")
    git(root, "remote", "add", "origin", "../public.git")
    return root


def published_home(tmp_path: Path) -> tuple[Path, Share]:
    """Return such a project with a share, as published on the day of DAY, and the share."""
    once = _published_home()
    shutil.copytree(once, tmp_path, symlinks=True, dirs_exist_ok=True)
    (made,) = Keystore.load(tmp_path / "home").shares.values()
    return tmp_path / "home", made


@cache
def _published_home() -> Path:
    once = Path(_kept().name) / "published"
    once.mkdir()
    share(home(once))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dates, "current_day", lambda: TODAY)
        done = publish(once / "home", "--yes")
    assert done.exit_code == 0, done.output
    return once


def publish(root: Path, *options: str, answer: str | None = None) -> Result:
    command = ["publish", "-f", str(root / "mkdocs.yml"), *options]
    return CliRunner().invoke(main, command, input=answer, env={"SOURCE_DATE_EPOCH": DAY})


def status(root: Path) -> str:
    return CliRunner().invoke(main, ["status", "-f", str(root / "mkdocs.yml")]).output


def share(root: Path, application: str = "acme", **fields: object) -> Share:
    """Add a share to the keystore, and return it."""
    made = Share(
        uid="",
        application=application,
        role=None,
        label="Ms Recruiter",
        id=new_share_id(),
        key=new_key(),
        gen=1,
        created=date(2026, 2, 1),
    )
    with changing(root) as shares:
        return add(shares, replace(made, **fields))  # type: ignore[arg-type]


def published(tmp_path: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """Return the files of the public branch."""
    bare = tmp_path / "public.git"
    rows = git(bare, "ls-tree", "-r", "-z", branch).split("\0")[:-1]
    names = {name: told.split()[-1] for told, _, name in (row.partition("\t") for row in rows)}
    command = ["git", "-C", str(bare), "cat-file", "--batch"]
    asked = "\n".join(names.values()).encode()
    blobs = BytesIO(subprocess.run(command, check=True, capture_output=True, input=asked).stdout)
    return {name: _next_blob(blobs) for name in names}


def _next_blob(blobs: BytesIO) -> bytes:
    size = int(blobs.readline().split()[-1])
    content = blobs.read(size)
    assert blobs.read(1) == b"\n"
    return content


def push(tmp_path: Path, files: Files, branch: str = "gh-pages") -> str:
    """Put files on the public branch by somebody else's hand, and return the commit."""
    work = tmp_path / f"work-{len(list(tmp_path.iterdir()))}"
    work.mkdir()
    git(work, "init", "--quiet")
    for name, content in files.items():
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_bytes(content.encode() if isinstance(content, str) else content)
    git(work, "add", "--force", ".")
    git(work, "commit", "--quiet", "-m", "theirs")
    git(
        work,
        "push",
        "--quiet",
        "--force",
        str(tmp_path / "public.git"),
        f"HEAD:refs/heads/{branch}",
    )
    return git(work, "rev-parse", "HEAD").strip()


def planted(root: Path, body: str) -> None:
    """Let a hook of the author's write into the finished tree."""
    (root / "plant.py").write_text(
        "from pathlib import Path\nimport os\n\ndef on_post_build(config):\n"
        f"    site = Path(config.site_dir)\n    {body}\n"
    )
    text = (root / "mkdocs.yml").read_text()
    changed = text.replace("- hooks/mkdocs_hooks.py", "- hooks/mkdocs_hooks.py\n- plant.py")
    assert changed != text
    (root / "mkdocs.yml").write_text(changed)


def refused(root: Path, *options: str) -> str:
    """Publish in vain: nothing changes in the public repository. Return what was said."""
    bare = root.parent / "public.git"
    before = git(bare, "for-each-ref")
    done = publish(root, "--yes", *options)
    assert done.exit_code == 1, done.output
    assert git(bare, "for-each-ref") == before
    assert "Traceback" not in done.output
    return done.stderr


def test_an_error_in_what_a_link_sends_stops_publish_and_its_rehearsal(tmp_path: Path) -> None:
    root, _ = published_home(tmp_path)
    acme = root / "content/applications/acme/index.md"
    acme.write_text(acme.read_text().replace("## Pitch\n", "## Pitch\n\n### Notes\n"))
    said = "the heading `Notes` closes nothing"
    assert said in refused(root)
    config = ("-f", str(root / "mkdocs.yml"))
    checked = CliRunner().invoke(main, ["check", "--publish", *config])
    assert (checked.exit_code, checked.stdout.count(said)) == (1, 1)
    assert publish(root, "--yes", "--public-only", "--branch", "other").exit_code == 0


class TestWhatGoesOut:
    def test_public_part_and_shares_go_together_in_one_orphan_commit(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        made = share(root)
        done = publish(root, "--yes")
        assert done.exit_code == 0, done.output
        files = published(tmp_path)
        page = f"s/{made.id}/index.html"
        assert {"index.html", ".nojekyll", "projects/qortex/index.html", page} <= set(files)
        assert not [name for name in files if "acme" in name or "manifest" in name]
        log = git(tmp_path / "public.git", "log", "--format=%an %ae %at %ct %s %P", "gh-pages")
        assert log == f"dossier dossier@publisher.invalid {DAY} {DAY} Publish \n"

    def test_users_repository_is_left_as_it_was(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        (root / "content/index.md").write_text("---\ntitle: Edited\n---\n\nNot committed.\n")
        hook = root / ".git/hooks/pre-push"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/hook-ran\nexit 1\n")
        hook.chmod(0o755)
        before = git(root, "status", "--porcelain", "--ignored"), git(root, "for-each-ref")
        index = (root / ".git/index").read_bytes()
        assert publish(root, "--yes").exit_code == 0
        assert (
            git(root, "status", "--porcelain", "--ignored"),
            git(root, "for-each-ref"),
        ) == before
        assert (root / ".git/index").read_bytes() == index
        assert not (tmp_path / "hook-ran").exists()

    def test_users_own_settings_of_git_change_no_byte(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root, _ = published_home(tmp_path)
        hooks = tmp_path / "hooks"
        hooks.mkdir()
        # The last would run for the public repository too, which lies on this machine.
        for name in ("pre-push", "reference-transaction"):
            text = '#!/bin/sh\ncase "$PWD" in */public.git) exit 0;; esac\nexit 1\n'
            (hooks / name).write_text(text)
            (hooks / name).chmod(0o755)
        (tmp_path / "attributes").write_text("*.html text eol=crlf\n")
        (tmp_path / ".gitconfig").write_text(
            f"[core]\nhooksPath = {hooks}\nattributesFile = {tmp_path}/attributes\n"
            "autocrlf = true\n[commit]\ngpgsign = true\n[push]\ngpgSign = true\nfollowTags = true\n"
            "[user]\nname = Real Name\nemail = real@example.org\n"
        )
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / ".gitconfig"))
        monkeypatch.setenv("GIT_AUTHOR_NAME", "Real Name")
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere"))
        done = publish(root, "--yes", "--branch", "own")
        assert done.exit_code == 0, done.output
        bare = tmp_path / "public.git"
        monkeypatch.undo()
        assert git(bare, "rev-parse", "own") == git(bare, "rev-parse", "gh-pages")

    def test_same_content_is_the_same_commit(self, tmp_path: Path) -> None:
        root, _ = published_home(tmp_path)
        publish(root, "--yes", "--branch", "two")
        bare = tmp_path / "public.git"
        assert git(bare, "rev-parse", "gh-pages") == git(bare, "rev-parse", "two")
        assert "Nothing has changed." in publish(root, "--yes").stdout

    def test_second_publish_leaves_one_commit(self, tmp_path: Path) -> None:
        root, _ = published_home(tmp_path)
        (root / "content/index.md").write_text("---\ntitle: Edited\n---\n\nOther words.\n")
        done = publish(root, "--yes")
        assert done.exit_code == 0, done.output
        assert "changed" in done.stdout
        assert git(tmp_path / "public.git", "rev-list", "--count", "gh-pages") == "1\n"

    def test_history_of_others_is_cut_off_though_no_file_differs(self, tmp_path: Path) -> None:
        root, _ = published_home(tmp_path)
        bare = tmp_path / "public.git"
        tree = git(bare, "rev-parse", "gh-pages^{tree}").strip()
        second = git(bare, "commit-tree", tree, "-p", "gh-pages", "-m", "again").strip()
        git(bare, "update-ref", "refs/heads/gh-pages", second)
        assert publish(root, "--yes").exit_code == 0
        assert git(bare, "rev-list", "--count", "gh-pages") == "1\n"

    def test_expired_and_revoked_shares_go_and_the_next_date_is_told(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        old = share(root, expires=date(2026, 2, 27))
        gone = share(root, revoked=date(2026, 2, 2))
        live = share(root, expires=date(2026, 4, 5))
        done = publish(root, "--yes")
        assert "Publish again from 2026-04-07 on" in done.stdout
        pages = {name.split("/")[1] for name in published(tmp_path) if name.startswith("s/")}
        assert pages == {live.id}
        assert not pages & {old.id, gone.id}

    def test_dry_run_shows_all_and_pushes_nothing(self, tmp_path: Path) -> None:
        root = home(tmp_path, site_url="http://localhost:8000/")
        made = share(root, expires=date(2026, 4, 5))
        done = publish(root, "--dry-run")
        assert done.exit_code == 0, done.output
        told = done.output.index("address-local")
        assert told < done.output.index("To "), "before what will go out, and the question"
        assert ASKED in done.stdout
        assert f"s/{made.id}/index.html" in done.stdout or "added" in done.stdout
        assert "for Ms Recruiter (acme, until 2026-04-05)" in done.stdout
        assert not git(tmp_path / "public.git", "for-each-ref")

    @pytest.mark.parametrize(("answer", "goes"), [("y\n", True), ("n\n", False), ("", False)])
    def test_question_comes_first(self, tmp_path: Path, answer: str, *, goes: bool) -> None:
        root = home(tmp_path)
        done = publish(root, answer=answer)
        assert (done.exit_code == 0) is goes
        assert bool(git(tmp_path / "public.git", "for-each-ref")) is goes

    def test_of_what_is_stale_the_domain_of_the_branch_alone_is_kept(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        push(tmp_path, {"index.html": "old", "CNAME": "ada.example.org\n", "stale.html": "old"})
        (root / "site").mkdir()
        (root / "site/left.html").write_text("of an earlier build")
        assert publish(root, "--yes").exit_code == 0
        files = published(tmp_path)
        assert files["CNAME"] == b"ada.example.org\n"
        assert not {"left.html", "stale.html"} & set(files)


class TestGuards:
    def test_all_that_is_wrong_is_told_in_one_run(self, tmp_path: Path) -> None:
        root = home(tmp_path, repo_url="https://github.com/ada/secret")
        share(root)
        (root / KEYSTORE).chmod(0o644)
        git(root, "add", "--force", KEYSTORE)
        planted(
            root,
            "(site / 'app.js.map').write_text('{}'); (site / 'notes~').write_text('x'); "
            "os.symlink('/etc/hostname', site / 'host.txt'); "
            "(site / 'p.html').write_text('<div data-private>Acme</div>')",
        )
        said = refused(root)
        for code in (
            "keystore-mode",
            "keystore-tracked",
            "edit-address",
            "source-map",
            "publish-type",
            "publish-symlink",
            "publish-audience",
            "name-published",
        ):
            assert f"[{code}]" in said, code
        assert "can read the keys (mode 0644)" in said
        assert said.count("hint:") >= 8

    def test_each_plant_in_the_tree_is_found(self, tmp_path: Path) -> None:
        plants = {
            "a.map": ("write_text('{}')", "source-map"),
            "b.js": ("write_text('1\\n//# sourceMappingURL=a.js.map')", "source-map"),
            "host.txt": ("symlink_to('/etc/hostname')", "publish-symlink"),
            "etc": ("symlink_to('/etc')", "publish-symlink"),
            ".env": ("write_text('x')", "publish-type"),
            "index.md~": ("write_text('x')", "publish-type"),
            "cv.docx": ("write_text('x')", "publish-type"),
            "c.html": ("write_text('<p data-private>')", "publish-audience"),
            "d.html": ("write_text('<a href=x rel=edit>')", "edit-address"),
            "e.html": ("write_text('at <b>A</b>cme')", "name-published"),
            "acme.txt": ("write_text('x')", "name-published"),
            "f.txt": ("write_text('a Senior ML Engineer')", "text-published"),
            "g.txt": ("write_text('ada%40example.org')", "text-published"),
        }
        root = home(tmp_path)
        planted(root, "; ".join(f"(site / '{name}').{do}" for name, (do, _) in plants.items()))
        said = refused(root)
        told = re.findall(r"^published/(\S+?):.* \[([a-z-]+)\]$", said, re.MULTILINE)
        assert sorted(told) == sorted((name, code) for name, (_, code) in plants.items()), said
        assert "13 errors, 0 warnings" in said

    def test_source_and_name_that_the_settings_allow_pass(self, tmp_path: Path) -> None:
        url = "https://github.com/ada/open"
        names = [{"name": "Acme", "reason": "a former employer"}]
        settings = {"dossier": {"public_repo": url, "allow_names": names}}
        root = home(tmp_path, repo_url=url, extra=settings)
        planted(root, "(site / 'a.html').write_text('Acme')")
        done = publish(root, "--dry-run")
        assert done.exit_code == 0, done.output

    def test_build_that_is_not_public(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root = home(tmp_path)
        look_as(monkeypatch, Audience.PRIVATE)
        said = refused(root)
        assert "the tree was built for the audience `private` [publish-audience]" in said

    def test_file_that_comes_while_the_question_waits(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root = home(tmp_path)
        (tmp_path / "temporary").mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))

        def confirm(*_: object, **__: object) -> bool:
            (site,) = (tmp_path / "temporary").glob("dossier-publish-*/content/site")
            (site / "late.html").write_text("late")
            return True

        monkeypatch.setattr("click.confirm", confirm)
        done = publish(root)
        assert done.exit_code == 1
        assert "published/late.html:1:1: error: the build did not write this file" in done.stderr
        assert not git(tmp_path / "public.git", "for-each-ref")
        assert not list((tmp_path / "temporary").iterdir())

    def test_errors_of_public_content_stop_it(self, tmp_path: Path) -> None:
        wrong = {"content/projects/qortex.md": PROJECT.replace("qortex/gain)", "qortex/gian)")}
        said = refused(home(tmp_path, MINIMAL | wrong))
        assert "content/projects/qortex.md:10:14: error: there is no evidence" in said

    def test_page_that_cannot_be_read_stops_it(self, tmp_path: Path) -> None:
        said = refused(home(tmp_path, MINIMAL | {"content/a.md": "---\ntitle: [\n---\n"}))
        assert "content/a.md" in said

    def test_dossier_of_which_nobody_can_tell_the_company_stops_it(self, tmp_path: Path) -> None:
        broken = {"content/applications/other/index.md": "---\ncompany: [\n---\n"}
        said = refused(home(tmp_path, MINIMAL | broken))
        assert "content/applications/other/index.md:2:10: error:" in said

    def test_private_dossier_that_is_wrong_in_part_does_not(self, tmp_path: Path) -> None:
        wrong = {"content/applications/other/index.md": "---\ncompany: Initech\ntier: one\n---\n"}
        assert publish(home(tmp_path, MINIMAL | wrong), "--yes").exit_code == 0


class TestLinksThatMustLive:
    def test_application_that_is_gone_renamed_or_broken_stops_it(self, tmp_path: Path) -> None:
        root, made = published_home(tmp_path)
        folder = root / "content/applications/acme"
        file = folder / "index.md"
        file.write_text("---\ncompany: [\n---\n")
        assert "cannot be drawn, because its application cannot be read" in refused(root)
        file.write_text(APPLICATION)
        folder.rename(folder.with_name("acmes"))
        said = refused(root)
        assert "the share for `Ms Recruiter` has no application `acme`" in said
        assert "did you mean `acmes`?" in said
        (root / "content/applications/acmes/index.md").unlink()
        assert "[share-broken]" in refused(root)
        assert f"s/{made.id}/index.html" in published(tmp_path)

    def test_role_that_is_gone_stops_it(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        share(root, role="rust")
        assert "is for the role `rust`" in refused(root)

    def test_rotated_share_is_replaced(self, tmp_path: Path) -> None:
        root, made = published_home(tmp_path)
        with changing(root) as shares:
            shares[made.uid] = fresh = renew(made, date(2026, 3, 1))
        done = publish(root, "--yes")
        assert done.exit_code == 0, done.output
        files = published(tmp_path)
        assert f"s/{fresh.id}/index.html" in files
        assert f"s/{made.id}/index.html" not in files

    def test_revoking_one_leaves_the_others_as_they_are(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        one, two = share(root), share(root, label="Other")
        publish(root, "--yes")
        before = published(tmp_path)
        with changing(root) as shares:
            shares[one.uid] = replace(one, revoked=date(2026, 3, 1))
        told = "withdrawn 1 Mar 2026; its page stands until a publish there"
        # A folder to look at says nothing of the host.
        assert publish(root, "--yes", "--to", str(tmp_path / "tried")).exit_code == 0
        assert told in status(root)
        assert "Next: `dossier publish --remote ../public.git --branch gh-pages`" in status(root)
        assert publish(root, "--yes").exit_code == 0
        assert told not in status(root)
        assert "Next: `dossier publish`" not in status(root)
        after = published(tmp_path)
        assert {name for name in before if name not in after} == {f"s/{one.id}/index.html"}
        assert {name: before[name] for name in after} == after
        assert f"s/{two.id}/index.html" in after

    def test_link_that_the_remote_refused_had_not_gone_out(self, tmp_path: Path) -> None:
        root, old = published_home(tmp_path)
        new = share(root, label="Other")
        hook = tmp_path / "public.git/hooks/pre-receive"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)
        assert publish(root, "--yes").exit_code == 2
        known = read_published(root)
        assert known.shares == {old.id}
        assert known.standing == {old.uid}
        hook.unlink()
        assert "had gone out before" not in publish(root, "--dry-run").output
        assert publish(root, "--yes").exit_code == 0
        assert read_published(root).standing == {old.uid, new.uid}

    @pytest.mark.parametrize("has_keystore", [False, True], ids=["no keystore", "another one"])
    def test_second_machine_erases_nothing(self, tmp_path: Path, *, has_keystore: bool) -> None:
        root, made = published_home(tmp_path)
        (root / ".dossier").rename(tmp_path / "first-machine")
        if has_keystore:
            share(root)
        said = refused(root)
        assert f"gh-pages/s/{made.id}/:1:1: error: the branch holds a share" in said
        assert "--erase-unknown-shares" in said
        assert publish(root, "--yes", "--erase-unknown-shares").exit_code == 0
        assert f"s/{made.id}/index.html" not in published(tmp_path)

    def test_publish_of_the_public_part_erases_nothing(self, tmp_path: Path) -> None:
        root, _ = published_home(tmp_path)
        assert "[share-unknown]" in refused(root, "--public-only")
        assert "[share-unknown]" in refused(root, "--public-only", "--erase-unknown-shares")

    def test_branch_that_holds_a_source_is_not_replaced(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        git(root, "push", "--quiet", "origin", "main")
        said = refused(root, "--branch", "main")
        assert "main:1:1: error: the branch `main` holds a project's source: " in said

    def test_branch_that_changed_since_it_was_shown_is_not_replaced(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root, _ = published_home(tmp_path)
        (root / "content/index.md").write_text("---\ntitle: Edited\n---\n\nOther words.\n")

        def confirm(*_: object, **__: object) -> bool:
            push(tmp_path, {"index.html": "theirs"})
            return True

        monkeypatch.setattr("click.confirm", confirm)
        done = publish(root)
        assert done.exit_code == 2
        assert "changed since it was shown; nothing was pushed" in done.stderr
        assert published(tmp_path) == {"index.html": b"theirs"}


class TestWhereTo:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (("--remote", "elsewhere"), "this repository has no remote `elsewhere`"),
            (("--remote", "../nowhere.git"), "`gh-pages` of ../nowhere.git cannot be reached"),
            (("--remote", "http://me:word@127.0.0.1:1/x.git"), "of http://127.0.0.1:1/x.git"),
            (("--branch", "a..b"), "`a..b` cannot be a branch's name"),
            (("--remote", "--upload-pack=x"), "cannot be a remote"),
            (("--branch", "refs/heads/main"), "name the branch alone: --branch main"),
        ],
        ids=["no remote", "no repository", "no network", "no branch", "an option", "a ref"],
    )
    def test_place_that_cannot_be_reached_is_told(
        self, tmp_path: Path, options: tuple[str, ...], message: str
    ) -> None:
        done = publish(home(tmp_path), "--yes", *options)
        assert done.exit_code == 2
        assert message in done.stderr
        assert "hint: " in done.stderr
        assert "word" not in done.stderr.replace("password", "")
        assert "Traceback" not in done.output

    def test_private_repositorys_own_origin_is_never_guessed(self, tmp_path: Path) -> None:
        done = publish(home(tmp_path, remote_name=None), "--yes")
        assert done.exit_code == 2
        assert done.stderr.startswith(
            "dossier: nobody said where to publish to\n  hint: `--to ../public`"
        )
        assert not git(tmp_path / "public.git", "branch", "--list").strip()

    def test_address_needs_no_remote(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        git(root, "remote", "remove", "origin")
        done = publish(root, "--yes", "--remote", "../public.git", "--branch", "site")
        assert done.exit_code == 0, done.output
        assert "index.html" in published(tmp_path, "site")


class TestKeystoreStaysClosed:
    def test_builds_deployments_and_workflows_never_open_it(self, tmp_path: Path) -> None:
        root = home(tmp_path)
        keys = root / KEYSTORE
        keys.parent.mkdir(mode=0o700)
        keys.symlink_to(keys)  # whoever opens it gets an error
        assert run(root, "mkdocs", "build", "--strict").returncode == 0
        done = run(root, "mkdocs", "gh-deploy", "--no-history", check=False)
        assert done.returncode == 0, done.stderr
        keys.unlink()
        keys.mkdir(mode=0o700)
        assert publish(root, "--yes", "--public-only").exit_code == 0
        assert publish(root, "--yes").exit_code != 0

    def test_deployment_is_refused_where_shares_are(self, tmp_path: Path) -> None:
        root, made = published_home(tmp_path)
        done = run(root, "mkdocs", "gh-deploy", "--force", check=False)
        assert done.returncode != 0
        assert "holds 1 sealed shares, whose links would die" in done.stderr
        assert "Traceback" not in done.stderr
        assert f"s/{made.id}/index.html" in published(tmp_path)
