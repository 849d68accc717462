"""`dossier export calendar`."""

from pathlib import Path

from click.testing import CliRunner

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"


def test_it_is_written_and_says_whom_it_is_for(tmp_path: Path) -> None:
    text = MINIMAL[DOSSIER].replace(
        "company: Acme\n", "company: Acme\nnext: {do: X, due: 2026-12}\n"
    )
    root = project(tmp_path / "site", MINIMAL | {DOSSIER: text})
    line = ["export", "calendar", "-f", str(root / "mkdocs.yml"), "--as-of", "2026-03-01"]
    done = CliRunner().invoke(main, line)
    assert (done.exit_code, done.stderr) == (
        0,
        "For you alone: it names companies, people and what you plan.\n",
    )
    assert b"SUMMARY:Acme: X\r\n" in done.stdout_bytes
    assert b"DTSTAMP:20260301T000000Z\r\n" in done.stdout_bytes
    written = CliRunner().invoke(main, [*line, "-o", str(tmp_path / "due.ics")])
    assert written.stdout == ""
    assert (tmp_path / "due.ics").read_bytes() == done.stdout_bytes


def test_no_document_takes_the_place_of_what_a_site_is_made_from(tmp_path: Path) -> None:
    root = project(tmp_path / "site", MINIMAL)
    config = root / "mkdocs.yml"
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for place in ("mkdocs.yml", "content/profile.yml", "content/new.md", ".dossier/keys.json"):
        for words in (["calendar"], ["data"], ["resume", "acme", "--format", "json"]):
            line = ["export", *words, "-f", str(config), "-o", str(root / place)]
            done = CliRunner().invoke(main, line)
            assert (done.exit_code, done.stdout) == (2, ""), (place, words)
            assert "is what your site is made from" in done.stderr, (place, words, done.stderr)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    line = ["export", "calendar", "-f", str(config), "-o", str(root / "content/assets/due.ics")]
    (root / "content/assets").mkdir(exist_ok=True)
    assert CliRunner().invoke(main, line).exit_code == 0
