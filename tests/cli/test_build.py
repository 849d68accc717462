"""`dossier build`: the public site, and where the private one may be written."""

import json
import subprocess
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.builders import APPLICATION, EVIDENCE, MINIMAL, PROJECT, REPOSITORY
from tests.sites import build as mkdocs_build
from tests.sites import files_of, project, run

DOSSIER = "applications/acme/index.html"
WRONG = {"content/projects/qortex.md": PROJECT.replace("qortex/gain)", "qortex/gian)")}
ROLES = """\
  - id: ml
    title: Senior ML Engineer
  - id: rust
    title: Rust Engineer
"""
ROWS = """\
  - {id: one, requirement: One, evidence: [qortex/gain], strength: moderate, note: Some}
  - {id: two, requirement: Two, strength: none, roles: [rust]}
  - {id: three, requirement: Three, evidence: [qortex/gain], strength: strong, priority: nice}
  - {id: four, requirement: Four, strength: none, accepted: They do not mind}
"""


def build(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "-f", str(root / "mkdocs.yml"), *options])


def private(root: Path, folder: Path, *options: str) -> Result:
    return build(root, "--private", str(folder), *options)


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a project that git knows, with the repository's `.gitignore`."""
    root = project(tmp_path / "project")
    (root / ".gitignore").write_text((REPOSITORY / ".gitignore").read_text() + "/private/\n")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "all")
    return root


class TestPublic:
    def test_site_is_written_and_told(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        done = run(root, "dossier", "build")
        site = files_of(root / "site")
        assert "projects/qortex/index.html" in site
        assert DOSSIER not in site
        assert "Building documentation to directory" in done.stderr

    def test_same_as_the_engines_own(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        build(root)
        ours = files_of(root / "site")
        mkdocs_build(root, site_dir=str(root / "other"))
        assert files_of(root / "other") == ours

    def test_problems_end_it_with_one(self, tmp_path: Path) -> None:
        done = run(project(tmp_path, MINIMAL | WRONG), "dossier", "build", check=False)
        assert done.returncode == 1
        assert "content/projects/qortex.md:10:14: error: there is no evidence" in done.stderr
        assert "Traceback" not in done.stderr

    def test_private_problems_do_not(self, tmp_path: Path) -> None:
        files = MINIMAL | {"content/applications/acme/index.md": "---\ncompany: [\n---\n"}
        assert build(project(tmp_path, files)).exit_code == 0

    @pytest.mark.parametrize(
        "config",
        [{"exclude_docs": None}, {"theme": {"name": "none"}}, {"docs_dir": "nowhere"}],
        ids=["not excluded", "no such theme", "no content"],
    )
    def test_wrong_configuration_ends_it_with_two(
        self, tmp_path: Path, config: dict[str, object]
    ) -> None:
        done = build(project(tmp_path, config=config))
        assert done.exit_code == 2
        assert done.stderr.startswith("dossier: ")
        assert not (tmp_path / "site").exists()

    def test_no_configuration_ends_it_with_two(self, tmp_path: Path) -> None:
        assert build(tmp_path).exit_code == 2


class TestPrivate:
    def test_everything_is_there_for_the_owner_only(self, tmp_path: Path) -> None:
        root, folder = project(tmp_path / "project"), tmp_path / "private"
        done = private(root, folder)
        assert done.exit_code == 0, done.output
        assert str(folder) in done.stdout
        assert folder.stat().st_mode & 0o777 == 0o700
        site = files_of(folder)
        assert {DOSSIER, "coverage.json", "badges/acme.svg", "problems/index.html"} <= set(site)
        assert b"Private workspace" in site["index.html"]
        assert not (root / "site").exists()

    def test_folder_that_was_open_is_closed(self, tmp_path: Path) -> None:
        folder = tmp_path / "private"
        folder.mkdir(mode=0o755)
        assert private(project(tmp_path / "project"), folder).exit_code == 0
        assert folder.stat().st_mode & 0o777 == 0o700

    def test_site_of_before_is_replaced(self, tmp_path: Path) -> None:
        root, folder = project(tmp_path / "project"), tmp_path / "private"
        private(root, folder)
        plain = files_of(folder)
        (folder / "old.html").touch()
        assert private(root, folder, "--previews").exit_code == 0
        assert files_of(folder).keys() == {*plain, "applications/acme/preview/index.html"}
        link = b"What a recipient sees"
        assert (link in plain[DOSSIER], link in files_of(folder)[DOSSIER]) == (False, True)
        assert build(root, "--previews").exit_code == 2

    def test_public_build_after_it_is_public(self, tmp_path: Path) -> None:
        root = project(tmp_path / "project")
        private(root, tmp_path / "private")
        build(root)
        assert DOSSIER not in files_of(root / "site")

    def test_problems_are_shown_and_fail_nothing(self, tmp_path: Path) -> None:
        root = project(tmp_path / "project", MINIMAL | WRONG)
        assert private(root, tmp_path / "private").exit_code == 0
        assert "qortex/gian" in (tmp_path / "private/problems/index.html").read_text()

    def test_folder_that_git_ignores_may_be_inside(self, repository: Path) -> None:
        assert private(repository, repository / "private").exit_code == 0
        assert (repository / "private" / DOSSIER).is_file()

    @pytest.mark.parametrize("folder", [".dossier", ".dossier/site", ".cache/site"])
    def test_what_a_project_keeps_for_itself(self, repository: Path, folder: str) -> None:
        refused(repository, repository / folder, "which no build may clear")


def refused(root: Path, folder: Path, reason: str) -> None:
    before = sorted(root.parent.rglob("*"))
    done = private(root, folder)
    assert done.exit_code == 2, done.output
    assert reason in done.stderr
    assert "hint: " in done.stderr
    assert sorted(root.parent.rglob("*")) == before


class TestRefused:
    @pytest.mark.parametrize("folder", ["site", "site/deep", "x/../site"])
    def test_what_gets_published(self, repository: Path, folder: str) -> None:
        refused(repository, repository / folder, "site/ is what gets published")

    @pytest.mark.parametrize("folder", ["public", "public/deep", "private/site", "private"])
    def test_what_gets_published_under_another_name(self, tmp_path: Path, folder: str) -> None:
        site = "private/site" if folder.startswith("private") else "public"
        root = project(tmp_path / "project", config={"site_dir": site})
        (root / ".gitignore").write_text("/public/\n/private/\n")
        git(root, "init", "--quiet")
        refused(root, root / folder, "is what gets published")

    def test_link_to_what_gets_published(self, repository: Path) -> None:
        (repository / "site").mkdir()
        link = repository.parent / "link"
        link.symlink_to(repository / "site")
        refused(repository, link, "site/ is what gets published")

    @pytest.mark.parametrize("folder", [".", "..", "../.."])
    def test_project_itself(self, repository: Path, folder: str) -> None:
        refused(repository, repository / folder, "holds the project itself")

    @pytest.mark.parametrize("folder", ["content", "content/applications", "content/new"])
    def test_where_the_author_writes(self, repository: Path, folder: str) -> None:
        refused(repository, repository / folder, "is where you write")

    @pytest.mark.parametrize("folder", ["new", "deep/er/new"])
    def test_what_git_does_not_ignore(self, repository: Path, folder: str) -> None:
        refused(repository, repository / folder, "git does not ignore")

    def test_what_git_knows_though_it_is_ignored(self, repository: Path) -> None:
        folder = repository / "private"
        folder.mkdir()
        (folder / ".private").touch()
        git(repository, "add", "--force", "private/.private")
        refused(repository, folder, "git does not ignore")

    def test_folder_of_another_repository(self, tmp_path: Path) -> None:
        other = tmp_path / "other"
        other.mkdir()
        git(other, "init", "--quiet")
        refused(project(tmp_path / "project"), other / "private", "git does not ignore")

    def test_folder_of_a_larger_repository(self, tmp_path: Path) -> None:
        git(tmp_path, "init", "--quiet")
        refused(project(tmp_path / "project"), tmp_path / "private", "git does not ignore")

    def test_project_that_git_does_not_know(self, tmp_path: Path) -> None:
        root = project(tmp_path / "project")
        (root / ".gitignore").write_text("/private/\n")
        refused(root, root / "private", "git does not ignore")

    def test_gits_own_folder(self, repository: Path) -> None:
        refused(repository, repository / ".git" / "private", "lies in .git")

    def test_environment_that_misleads_git(
        self, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = tmp_path / "elsewhere"
        other.mkdir()
        (other / ".gitignore").write_text("*\n")
        git(other, "init", "--quiet")
        monkeypatch.setenv("GIT_DIR", str(other / ".git"))
        monkeypatch.setenv("GIT_WORK_TREE", str(repository))
        refused(repository, repository / "new", "git does not ignore")

    def test_machine_without_git(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        root = project(tmp_path / "project")
        monkeypatch.setenv("PATH", str(tmp_path))
        refused(root, root / "private", "git cannot be run")
        assert private(root, tmp_path / "private").exit_code == 0

    @pytest.mark.parametrize("name", ["photo.png", "404.html", ".hidden"])
    def test_folder_with_other_files(self, tmp_path: Path, name: str) -> None:
        folder = tmp_path / "private"
        folder.mkdir()
        (folder / name).touch()
        refused(project(tmp_path / "project"), folder, "holds other files")

    def test_file(self, tmp_path: Path) -> None:
        (tmp_path / "private").touch()
        assert private(project(tmp_path / "project"), tmp_path / "private").exit_code == 2

    def test_place_where_nothing_can_be_written(self, tmp_path: Path) -> None:
        done = private(project(tmp_path / "project"), Path("/proc/private"))
        assert done.exit_code == 2
        assert done.stderr.startswith("dossier: ")
        assert isinstance(done.exception, SystemExit)


WORTH = {"covered": Fraction(1), "partial": Fraction(1, 2)}


def recomputed(application: Mapping[str, Any], role: str) -> dict[str, object]:
    """Compute a role's figures again, from what `coverage.json` says of its rows."""
    rows = [row for row in application["rows"] if not row["roles"] or role in row["roles"]]
    counted = [row for row in rows if row["state"] != "accepted"]
    weights = [2 if row["priority"] == "must" else 1 for row in counted]
    reached = sum(
        (
            weight * WORTH.get(row["state"], Fraction(0))
            for weight, row in zip(weights, counted, strict=True)
        ),
        Fraction(0),
    )
    states = [row["state"] for row in rows]
    return {
        "coverage": int(100 * reached / sum(weights)) if weights else None,
        "counts": {state: states.count(state) for state in set(states)},
    }


class TestCoverageFile:
    @pytest.fixture(scope="class", name="sites")
    @staticmethod
    def build_sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
        text = APPLICATION.replace("  - id: ml\n    title: Senior ML Engineer\n", ROLES)
        head, _, rest = text.partition("proof_points:\n")
        dossier = f"{head}proof_points:\n{ROWS}---\n{rest.partition('---')[2]}"
        empty = "---\ncompany: Empty\n---\n"
        small = MINIMAL | {
            "content/applications/acme/index.md": dossier,
            "content/applications/zero/index.md": empty,
        }
        shipped = {f"content/{n}": c for n, c in files_of(REPOSITORY / "content").items()}
        sites = {}
        for name, files in (("small", small), ("shipped", shipped)):
            folder = tmp_path_factory.mktemp(name)
            done = private(project(folder / "project", files), folder / "private")
            assert done.exit_code == 0, done.output
            sites[name] = files_of(folder / "private")
        return sites

    @pytest.mark.parametrize("name", ["small", "shipped"])
    def test_every_figure_can_be_recomputed(
        self, sites: Mapping[str, Mapping[str, bytes]], name: str
    ) -> None:
        coverage = json.loads(sites[name]["coverage.json"])
        assert coverage["version"] == 1
        for application in coverage["applications"]:
            for role in application["roles"]:
                figures = recomputed(application, role["id"])
                assert role["coverage"] == figures["coverage"]
                assert {s: n for s, n in role["counts"].items() if n} == figures["counts"]

    def test_shape_is_what_the_product_says(self, sites: Mapping[str, Mapping[str, bytes]]) -> None:
        coverage = json.loads(sites["small"]["coverage.json"])
        acme, zero = coverage["applications"]
        assert (acme["id"], zero["id"]) == ("acme", "zero")
        assert [role["id"] for role in acme["roles"]] == ["ml", "rust"]
        assert [role["coverage"] for role in acme["roles"]] == [66, 40]
        assert set(acme["roles"][0]) == {"id", "coverage", "counts", "linked"}
        assert [row["id"] for row in acme["rows"]] == ["four", "one", "three", "two"]
        assert acme["rows"][1] == {
            "id": "one",
            "requirement": "One",
            "roles": ["ml", "rust"],
            "priority": "must",
            "strength": "moderate",
            "state": "partial",
            "reason": acme["rows"][1]["reason"],
            "evidence": ["qortex/gain"],
            "file": "content/applications/acme/index.md",
            "line": 10,
        }
        assert [role["coverage"] for role in zero["roles"]] == [None]

    @pytest.mark.parametrize("name", ["small", "shipped"])
    def test_every_dossier_has_its_badge(
        self, sites: Mapping[str, Mapping[str, bytes]], name: str
    ) -> None:
        coverage = json.loads(sites[name]["coverage.json"])
        for application in coverage["applications"]:
            drawing = sites[name][f"badges/{application['id']}.svg"].decode()
            for role in application["roles"]:
                percent = "n/a" if role["coverage"] is None else f"{role['coverage']}%"
                assert f">{percent}<" in drawing


def test_day_decides_what_is_fresh(tmp_path: Path) -> None:
    text = EVIDENCE.replace("    skills:", "    valid_until: 2026-06-30\n    skills:")
    root = project(tmp_path / "site", MINIMAL | {"content/evidence/qortex.yml": text})
    found = []
    for day in ("2026-06-30", "2026-07-01"):
        for options in ((), ("--private", str(tmp_path / f"private-{day}"))):
            arguments = ["build", "-f", str(root / "mkdocs.yml"), "--as-of", day, *options]
            assert CliRunner().invoke(main, arguments).exit_code == 0
            out = Path(options[1]) if options else root / "site"
            page = (out / "projects/qortex/index.html").read_text(encoding="utf-8")
            found.append("Due for another check since 30 Jun 2026." in page)
    assert found == [False, False, True, True]
