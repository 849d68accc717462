"""*Nothing goes out unchecked*: to the place that was looked at, and nothing but what was built."""

from pathlib import Path

import pytest

from tests.cli.test_publish import home, publish, published_home
from tests.publishing.fixtures import git
from tests.sites import run


def refs(bare: Path) -> str:
    return git(bare, "for-each-ref")


@pytest.mark.parametrize("rule", ["pushInsteadOf", "insteadOf"])
@pytest.mark.parametrize("name", ["address", "beginning"])
def test_a_rule_of_git_leads_no_push_past_the_guards(tmp_path: Path, rule: str, name: str) -> None:
    """The guards see what they would in the place where the push goes: a project's source."""
    root = home(tmp_path)
    seen, other = tmp_path / "public.git", tmp_path / "other.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(root), "other.git")
    git(other, "branch", "gh-pages", "main")
    before = refs(other)
    base, begun = (
        (other, seen) if name == "address" else (f"{tmp_path}/other", f"{tmp_path}/public")
    )
    git(root, "config", f"url.{base}.{rule}", str(begun))
    done = publish(root, "--yes", "--remote", str(seen))
    assert done.exit_code == 1, done.output
    assert "branch-source" in done.stderr
    assert (refs(seen), refs(other)) == ("", before)


def test_an_address_of_which_two_places_are_meant_is_refused(tmp_path: Path) -> None:
    root = home(tmp_path)
    git(root, "config", f"url.{tmp_path}/public.git.pushInsteadOf", "pages:")
    git(root, "config", f"url.{tmp_path}/other.git.insteadOf", f"{tmp_path}/public.git")
    done = publish(root, "--yes", "--remote", "pages:")
    assert done.exit_code == 2, done.output
    assert "to another place" in done.output
    assert refs(tmp_path / "public.git") == ""


def test_a_first_publish_beside_the_source_says_who_may_read_that(tmp_path: Path) -> None:
    """A site's repository is public on free plans, and private notes would be in it already."""
    root = home(tmp_path)
    assert "source-public" not in publish(root, "--dry-run").stderr
    git(root, "push", "--quiet", "origin", "main")
    for options in (("--dry-run",), ("--yes",), ("--yes", "--branch", "site")):
        done = publish(root, *options)
        assert (done.exit_code, "[source-public]" in done.stderr) == (0, True), done.output
        assert "`main`" in done.stderr
    again = publish(root, "--yes")
    assert (again.exit_code, "source-public" in again.stderr) == (0, False)


@pytest.mark.parametrize("option", ["--clean", "--dirty"])
def test_gh_deploy_pushes_nothing_that_was_left_behind(tmp_path: Path, option: str) -> None:
    root = home(tmp_path)
    names = [".old/x.html", ".x", ".a/.b/c"]
    for name in names:
        (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / name).write_text("they pay a lot")
    done = run(root, "mkdocs", "gh-deploy", option, check=False)
    assert done.returncode
    assert [name for name in names if name not in done.stderr] == []
    assert "Traceback" not in done.stderr
    assert {(root / "site" / name).read_text() for name in names} == {"they pay a lot"}
    assert refs(tmp_path / "public.git") == ""


def test_gh_deploy_pushes_no_link(tmp_path: Path) -> None:
    root = home(tmp_path)
    (root / "site").mkdir()
    (root / "site/.notes").symlink_to(root / "content/applications/acme/index.md")
    done = run(root, "mkdocs", "gh-deploy", check=False)
    assert done.returncode
    assert ".notes" in done.stderr
    assert refs(tmp_path / "public.git") == ""


def test_gh_deploy_pushes_over_what_an_earlier_one_built(tmp_path: Path) -> None:
    root = home(tmp_path)
    for _ in range(2):
        run(
            root,
            "mkdocs",
            "gh-deploy",
            GIT_AUTHOR_NAME="a",
            GIT_AUTHOR_EMAIL="a@b.c",
            GIT_COMMITTER_NAME="a",
            GIT_COMMITTER_EMAIL="a@b.c",
        )
    assert "gh-pages" in refs(tmp_path / "public.git")


def test_gh_deploy_pushes_no_past_of_the_source(tmp_path: Path) -> None:
    """It takes the branch of that name here, or what was fetched of it, as the site's past."""
    root, bare = home(tmp_path), tmp_path / "public.git"
    git(root, "branch", "pages")
    git(root, "update-ref", "refs/remotes/origin/seen", "HEAD")
    git(root, "tag", "named")
    before = refs(root)
    for branch in ("main", "pages", "seen", "named"):
        done = run(root, "mkdocs", "gh-deploy", "--force", "-b", branch, check=False)
        assert done.returncode, branch
        assert "publish with `dossier publish`" in done.stderr, branch
        assert (refs(bare), refs(root)) == ("", before), branch
    git(root, "push", "--quiet", str(bare), "main:other")
    pushed = refs(bare)
    done = run(root, "mkdocs", "gh-deploy", "--force", "-b", "other", check=False)
    assert "holds a project's source" in done.stderr, done.stderr
    assert (refs(bare), refs(root)) == (pushed, before)


def test_gh_deploy_erases_no_shares_at_an_address(tmp_path: Path) -> None:
    """Git takes an address, and a folder's bare name, for a remote's name; so must the guard."""
    root, _ = published_home(tmp_path)
    (root / "public").symlink_to(tmp_path / "public.git")
    before = refs(tmp_path / "public.git")
    for address in ("../public.git", f"file://{tmp_path}/public.git", "public"):
        options = ("--force", "--remote-name", address)
        done = run(root, "mkdocs", "gh-deploy", *options, check=False)
        assert done.returncode, address
        assert "dossier:" in done.stderr, address
        assert refs(tmp_path / "public.git") == before, address


def test_gh_deploy_looks_where_it_is_run(tmp_path: Path) -> None:
    """It pushes from there, whatever repository the configuration lies in, or none."""
    (root, _), other = published_home(tmp_path), tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(root), "other")
    git(other, "remote", "set-url", "origin", str(tmp_path / "public.git"))
    (root / ".git").rename(tmp_path / "elsewhere")
    before = refs(tmp_path / "public.git")
    done = run(other, "mkdocs", "gh-deploy", "--force", "-f", "../home/mkdocs.yml", check=False)
    assert done.returncode
    assert "sealed shares" in done.stderr
    assert refs(tmp_path / "public.git") == before
