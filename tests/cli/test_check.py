"""`dossier check`: what it prints, how it ends, and that it touches nothing."""

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.outline import Block, Document, Kind
from dossier.plain.problems import CODES
from tests.builders import APPLICATION, EVIDENCE, MINIMAL, PROFILE, PROJECT
from tests.canaries import RICH
from tests.sites import files_of, project, run

DEAD = PROJECT.replace("evidence:qortex/gain)", "evidence:qortex/gian)")
WRONG = {"content/projects/qortex.md": DEAD}
PROBLEM = {
    "file": "content/projects/qortex.md",
    "line": 10,
    "column": 14,
    "code": "evidence-unknown",
    "severity": "error",
    "message": "there is no evidence `qortex/gian`",
    "hint": "did you mean `qortex/gain`? (content/evidence/qortex.yml:4:5)",
}


def check(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml"), *options])


def test_nothing_wrong(tmp_path: Path) -> None:
    done = check(project(tmp_path))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "0 errors, 0 warnings\n", "")


def test_what_is_missing_is_listed_and_fails_nothing(tmp_path: Path) -> None:
    profile = PROFILE.replace("email: ada@example.org\n", "")
    done = check(project(tmp_path, MINIMAL | {"content/profile.yml": profile}))
    assert done.exit_code == 0
    assert done.stdout.startswith("content/profile.yml:1:1: warning: ")
    assert done.stdout.endswith("\n0 errors, 1 warning\n")


def test_what_is_wrong_is_told_with_its_place_and_a_cure(tmp_path: Path) -> None:
    done = check(project(tmp_path, MINIMAL | WRONG))
    assert done.exit_code == 1
    assert done.stdout == (
        "content/projects/qortex.md:10:14: error: there is no evidence `qortex/gian` "
        "[evidence-unknown]\n"
        "  hint: did you mean `qortex/gain`? (content/evidence/qortex.yml:4:5)\n"
        "1 error, 0 warnings\n"
    )


def test_problems_of_one_code_are_told_alone(tmp_path: Path) -> None:
    profile = PROFILE.replace("email: ada@example.org\n", "")
    root = project(tmp_path, MINIMAL | WRONG | {"content/profile.yml": profile})
    done = check(root, "--code", "contact-missing", "--code", "alt-missing")
    assert (done.exit_code, re.findall(r"\[([a-z-]+)\]", done.stdout)) == (0, ["contact-missing"])
    assert done.stdout.endswith("\n0 errors, 1 warning\n")
    assert check(root, "--code", "evidence-unknown").exit_code == 1
    assert check(root, "--code", "no-code").exit_code == 2


def test_problems_of_files_and_folders_are_told_alone(tmp_path: Path) -> None:
    profile = PROFILE.replace("email: ada@example.org\n", "")
    root = project(tmp_path, MINIMAL | WRONG | {"content/profile.yml": profile})
    content = root / "content"
    done = check(root, str(content / "profile.yml"), str(content / "evidence"))
    assert (done.exit_code, re.findall(r"\[([a-z-]+)\]", done.stdout)) == (0, ["contact-missing"])
    done = check(root, str(content / "projects"))
    assert (done.exit_code, re.findall(r"\[([a-z-]+)\]", done.stdout)) == (1, ["evidence-unknown"])
    assert len(re.findall(r"\[[a-z-]+\]", check(root, str(root)).stdout)) == 2
    assert check(root, str(content / "none.md")).exit_code == 2
    document = ("--documents", str(content / "profile.yml"))
    assert check(root, str(content), *document).exit_code == 2


def test_everything_private_is_told_too(tmp_path: Path) -> None:
    done = check(project(tmp_path, RICH))
    assert done.exit_code == 1
    for file in ("evidence/broken.yml", "writing/latin.md", "applications/typo/index.md"):
        assert f"content/{file}:" in done.stdout


def test_private_name_in_a_public_text_is_told(tmp_path: Path) -> None:
    prose = PROJECT.replace("It retrieves", "As Acme knows, it retrieves")
    root = project(tmp_path, MINIMAL | {"content/projects/qortex.md": prose})
    done = check(root)
    assert done.exit_code == 1
    assert "content/projects/qortex.md:10:4: error: the public view names `Acme`" in done.stdout


def test_allowed_name_is_not_told(tmp_path: Path) -> None:
    prose = PROJECT.replace("It retrieves", "As Acme knows, it retrieves")
    allowed = {"dossier": {"allow_names": [{"name": "ACME", "reason": "a former employer"}]}}
    files = MINIMAL | {"content/projects/qortex.md": prose}
    assert check(project(tmp_path, files, config={"extra": allowed})).exit_code == 0


def test_silenced_problems_are_counted(tmp_path: Path) -> None:
    text = DEAD.replace(
        "It retrieves", "<!-- dossier: allow evidence-unknown: it will come -->\nIt retrieves"
    )
    done = check(project(tmp_path, MINIMAL | {"content/projects/qortex.md": text}))
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings, 1 silenced\n")


class TestFormats:
    def test_json_is_what_the_product_says(self, tmp_path: Path) -> None:
        done = check(project(tmp_path, MINIMAL | WRONG), "--format", "json")
        assert done.exit_code == 1
        assert json.loads(done.stdout) == {"version": 1, "problems": [PROBLEM]}

    @pytest.mark.parametrize("form", ["json", "sarif"])
    def test_nothing_wrong_is_a_whole_document(self, tmp_path: Path, form: str) -> None:
        done = check(project(tmp_path), "--format", form)
        assert done.exit_code == 0
        found = json.loads(done.stdout)
        assert found.get("problems", found.get("runs", [{}])[0].get("results")) == []

    def test_sarif_has_what_the_standard_asks_for(self, tmp_path: Path) -> None:
        page = "---\naudience: public\n---\n[](evidence:é/ü)\n"
        files: Mapping[str, str | bytes] = {**RICH, "content/a page.md": page}
        done = check(project(tmp_path, files), "--format", "sarif")
        log = json.loads(done.stdout)
        assert log["version"] == "2.1.0"
        assert log["$schema"].endswith("sarif-2.1.0.json")
        (ran,) = log["runs"]
        driver = ran["tool"]["driver"]
        assert driver["name"] == "dossier"
        rules = [rule["id"] for rule in driver["rules"]]
        assert sorted(rules) == sorted(CODES)
        assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
        # Our columns count characters; without this word they would be UTF-16's.
        assert ran["columnKind"] == "unicodeCodePoints"
        assert len(ran["results"]) > 15
        uris = [self.checked(result, rules) for result in ran["results"]]
        assert "content/a%20page.md" in uris

    @staticmethod
    def checked(result: dict[str, Any], rules: list[str]) -> str:
        """Check a result, and return the address of its file."""
        assert result["ruleId"] in rules
        assert result["level"] in ("error", "warning", "note", "none")
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1
        uri: str = place["artifactLocation"]["uri"]
        assert uri.isascii()
        assert " " not in uri
        assert not uri.startswith("/")
        return uri

    def test_github_gets_one_line_a_problem(self, tmp_path: Path) -> None:
        files = MINIMAL | {
            "content/100%, a: b.md": "---\naudience: private\n---\n[x](evidence:qortex/gian)\n"
        }
        done = check(project(tmp_path, files), "--format", "github")
        assert done.exit_code == 1
        assert done.stdout == (
            "::error file=content/100%25%2C a%3A b.md,line=4,col=1,title=evidence-unknown::"
            "there is no evidence `qortex/gian`"
            "%0Adid you mean `qortex/gain`? (content/evidence/qortex.yml:4:5)\n"
        )

    def test_machines_read_nothing_else_on_stdout(self, tmp_path: Path) -> None:
        done = run(project(tmp_path, RICH), "dossier", "check", "--format", "json", check=False)
        assert done.returncode == 1
        assert len(json.loads(done.stdout)["problems"]) > 15
        assert done.stderr == ""

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_terminal_of_few_signs_is_no_reason_to_fail(self, tmp_path: Path, form: str) -> None:
        page = "---\naudience: public\n---\n[x](evidence:é/ü🚀)\n"
        root = project(tmp_path, MINIMAL | {"content/ä.md": page})
        done = run(
            root, "dossier", "check", "--format", form, check=False, PYTHONIOENCODING="ascii"
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "evidence-unknown" in done.stdout
        if form == "json":
            (found,) = json.loads(done.stdout)["problems"]
            assert found["file"] == "content/ä.md"
            assert "é/ü🚀" in found["message"]


class TestWrongUse:
    def told(self, done: Result) -> str:
        assert done.exit_code == 2
        assert not done.stdout
        assert isinstance(done.exception, SystemExit)
        return done.stderr

    def test_no_configuration(self, tmp_path: Path) -> None:
        told = f"dossier: no site here: there is no mkdocs.yml in {tmp_path}\n"
        assert self.told(check(tmp_path)).startswith(told)

    def test_broken_configuration(self, tmp_path: Path) -> None:
        (tmp_path / "mkdocs.yml").write_text("site_name: [")
        told = "dossier: mkdocs.yml:1:12: what begins here is never closed\n  hint: close a list"
        assert self.told(check(tmp_path)).startswith(told)

    def test_no_content(self, tmp_path: Path) -> None:
        root = project(tmp_path, {})
        told = rf"dossier: mkdocs\.yml:\d:1: there is no folder `{root}/content`\n"
        assert re.fullmatch(told, self.told(check(root)))

    @pytest.mark.parametrize(
        "options",
        [
            ("--format", "xml"),
            ("--as-of", "yesterday"),
            ("--as-of", "2026-02-30"),
            ("--as-of", "2026-2"),
            ("--nonsense",),
            ("more",),
        ],
        ids=" ".join,
    )
    def test_wrong_options(self, tmp_path: Path, options: tuple[str, ...]) -> None:
        assert "Error: " in self.told(check(project(tmp_path), *options))

    @pytest.mark.parametrize(
        ("config", "message"),
        [
            ({"extra": {"dossier": {"x": 1}}}, "extra.dossier has no key `x`"),
            ({"extra": {"dossier": [1]}}, "extra.dossier is not a mapping"),
            ({"markdown_extensions": ["pymdownx.snippets"]}, "[config-extension]"),
            ({"exclude_docs": None}, "[config-exclude]"),
        ],
        ids=["unknown key", "no mapping", "extension", "not excluded"],
    )
    def test_configuration_that_a_build_refuses(
        self, tmp_path: Path, config: dict[str, object], message: str
    ) -> None:
        assert message in self.told(check(project(tmp_path, config=config)))

    def test_day_that_is_no_number(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
        assert "SOURCE_DATE_EPOCH is `soon`" in self.told(check(project(tmp_path)))


@pytest.mark.parametrize("files", [MINIMAL | WRONG, RICH], ids=["small", "rich"])
def test_nothing_is_written_but_below_the_cache(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    root = project(tmp_path, files)
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}, files_of(root)
    for form in ("text", "json", "sarif", "github"):
        check(root, "--format", form, "--as-of", "2026-02-10")
    assert sorted(path.name for path in (root / ".cache/private").iterdir()) == [
        ".gitignore",
        "check.json",
        "facts.json",
    ]
    shutil.rmtree(root / ".cache")
    after = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}, files_of(root)
    assert before == after


def test_command_works_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "here", MINIMAL | WRONG)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check", "-f", "here/mkdocs.yml"])
    assert done.stdout.startswith("content/projects/qortex.md:10:14: error: ")
    os.chdir(root)
    assert CliRunner().invoke(main, ["check"]).stdout == done.stdout


def test_record_that_ran_out_is_no_mistake(tmp_path: Path) -> None:
    text = EVIDENCE.replace("date: 2026-02", "date: 2026-02\n    valid_until: 2026-03")
    root = project(tmp_path, MINIMAL | {"content/evidence/qortex.yml": text})
    for day in ("2026-03-01", "2030-01-01"):
        assert check(root, "--as-of", day).exit_code == 0


def test_dossier_in_other_words_is_read(tmp_path: Path) -> None:
    text = APPLICATION.replace("\n", "\r\n")
    done = check(project(tmp_path, MINIMAL | {"content/applications/acme/index.md": text}))
    assert done.exit_code == 0


def test_documents_are_checked_without_a_site(tmp_path: Path) -> None:
    drawn = draw_docx(Document("T", "Ada", "en", (Block(Kind.PARAGRAPH, "words " * 20),)))
    (tmp_path / "cv.docx").write_bytes(drawn)
    line = ["check", "--documents", str(tmp_path / "cv.docx"), "--format", "json"]
    done = CliRunner().invoke(main, line)
    assert done.exit_code == 0
    codes = [problem["code"] for problem in json.loads(done.stdout)["problems"]]
    assert codes == ["document-contact", "document-heading"]
    assert CliRunner().invoke(main, [*line, "--strict"]).exit_code == 1
