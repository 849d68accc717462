"""A share's link goes on documents only when it is asked for, and into no folder that goes out."""

import io
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from dossier.cli import main
from dossier.cli.share_link import reader_of
from dossier.sharing.keystore import Share
from tests.builders import APPLICATION, MINIMAL
from tests.sites import DAY, project, write

ROLES = "roles:\n  - {id: other, title: Other}\n"
ACME = "content/applications/acme/index.md"


@pytest.fixture(name="root")
def make_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    files = MINIMAL | {ACME: APPLICATION.replace("roles:\n", ROLES)}
    return project(tmp_path / "site", files, config={"site_url": "https://ada.example/"})


def run(root: Path, *line: str) -> Result:
    return CliRunner().invoke(main, [*line, "-f", str(root / "mkdocs.yml")])


def made(root: Path, *options: str) -> str:
    return run(root, "share", "new", "acme", "--no-qr", *options).stdout.strip()


def text_of(done: Result) -> str:
    assert done.exit_code == 0, done.stderr
    pages = PdfReader(io.BytesIO(done.stdout_bytes)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_the_link_stands_on_it_only_when_asked_for(root: Path) -> None:
    link = made(root)
    for document in ("resume", "brief"):
        assert link not in text_of(run(root, "export", document, "acme"))
        done = run(root, "export", document, "acme", "--share")
        assert link in text_of(done)
        assert "whoever has the file can read the share" in done.stderr
    assert link in run(root, "export", "resume", "acme", "--format", "txt", "--share").stdout
    drawn = run(root, "export", "resume", "acme", "--format", "docx", "--share")
    assert b"word/media/image1.png" in drawn.stdout_bytes


def test_whom_a_letter_greets_is_no_other_company(root: Path) -> None:
    other = "content/applications/other/index.md"
    write(root, {other: APPLICATION.replace("company: Acme", "company: Zephyrworks Robotics")})
    for number, label, code in ((1, "Zephyrworks Robotics Team", 1), (2, "Grace Hopper", 0)):
        assert made(root, "--to", label)
        line = ("export", "letter", "acme", "--format", "md", "--share", f"acme-{number}")
        done = run(root, *line)
        assert done.exit_code == code, done.output
        found = "[other-dossier]" in done.stderr, f"Dear {label}," in done.stdout
        assert found == (bool(code), not code)


def test_of_several_one_is_named_and_none_is_for_another_role(root: Path) -> None:
    assert "has no share that can be read" in run(root, "export", "brief", "acme", "--share").stderr
    other = made(root, "--role", "other")
    refused = run(root, "export", "brief", "acme", "--role", "ml", "--share")
    assert (refused.exit_code, "has no share" in refused.stderr) == (2, True)
    assert other in text_of(run(root, "export", "brief", "acme", "--role", "other", "--share"))
    links = [made(root), made(root)]
    assert "`acme` has 2 shares" in run(root, "export", "brief", "acme", "--share").stderr
    assert links[1] in text_of(run(root, "export", "brief", "acme", "--share", "acme-3"))
    assert (
        "has no share `acme-1`" in run(root, "export", "brief", "acme", "--share", "acme-1").stderr
    )


def test_it_goes_into_no_folder_that_is_published_nor_into_forms_for_programs(root: Path) -> None:
    made(root)
    inside = str(root / "content" / "brief.pdf")
    done = run(root, "export", "brief", "acme", "--share", "-o", inside)
    assert (done.exit_code, Path(inside).exists()) == (2, False)
    done = run(root, "export", "resume", "acme", "--share", "--format", "json")
    assert "goes on what people read" in done.stderr


def test_a_share_names_a_person_or_none() -> None:
    def named(label: str) -> str:
        return reader_of(Share("u", "acme", None, label, "i", b"", 1, date(2026, 1, 1)), "Acme AS")

    assert named("Ingrid Moen") == "Ingrid Moen"
    for label in ("", "Ingrid", "HR", "Acme Recruiting", "the portal", "Round 2", "HR TEAM"):
        assert named(label) == "", label
