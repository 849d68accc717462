"""`dossier posting`: what it accepts, what it writes, and what it refuses."""

from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.match.postings import fingerprint
from tests.builders import edited
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"
NAMED = "title: Senior ML Engineer\n    posting: {file: posting.md}\n"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-f", str(root / "mkdocs.yml")])


def test_changed_posting_is_told_until_it_is_accepted(tmp_path: Path) -> None:
    files = edited(DOSSIER, "title: Senior ML Engineer\n", NAMED)
    project(tmp_path, files | {"content/applications/acme/posting.md": "Rankers that learn\n"})
    done = run(tmp_path, "posting", "acme")
    said = "applications/acme/posting.md: accepted in content/postings.lock.\n"
    assert (done.exit_code, done.output) == (0, said)
    lock = tmp_path / "content" / "postings.lock"
    mark = fingerprint("Rankers that learn")
    head = "# Fingerprints of saved postings, written by `dossier posting`.\n"
    assert lock.read_text() == f"{head}applications/acme/posting.md: {mark}\n"
    assert "posting-changed" not in run(tmp_path, "check").output
    (tmp_path / "content/applications/acme/posting.md").write_text("Rankers that learn fast\n")
    assert "posting-changed" in run(tmp_path, "check").output
    assert run(tmp_path, "posting", "acme").exit_code == 0
    assert "posting-changed" not in run(tmp_path, "check").output
    assert [path.name for path in lock.parent.iterdir() if path.name.startswith(".")] == []


def test_unknown_dossier_and_one_without_posting_are_refused(tmp_path: Path) -> None:
    project(tmp_path)
    unknown = run(tmp_path, "posting", "acmee")
    assert (unknown.exit_code, "did you mean `acme`?" in unknown.output) == (2, True)
    without = run(tmp_path, "posting", "acme")
    assert (without.exit_code, "has no saved posting" in without.output) == (2, True)
    assert not (tmp_path / "content" / "postings.lock").exists()
