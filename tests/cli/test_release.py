"""What stops a publish, as its rehearsal tells it; the rest is in tests/attacks."""

import re
from pathlib import Path

from tests.attacks.publishing import COMPANY, HOME, run, telling
from tests.builders import MINIMAL
from tests.cli.test_publish import home, share
from tests.sites import files_of, project


def rehearsed(root: Path) -> list[str]:
    """Return the codes of what a rehearsal says."""
    done = run(root, "check", "--publish")
    assert "Traceback" not in done.output
    return re.findall(r"\[([a-z-]+)\]$", done.stdout, re.MULTILINE)


def test_nothing_stops_what_is_fine(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL)
    before = files_of(root)
    done = run(root, "check", "--publish")
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings\n")
    assert files_of(root) == before


def test_label_as_a_company_in_the_authors_own_words(tmp_path: Path) -> None:
    root = project(tmp_path, telling("Evidence", "I want to work at Evidence"))
    assert rehearsed(root) == ["name-private"]


def test_what_recipients_may_not_see_broken(tmp_path: Path) -> None:
    text = MINIMAL[HOME].replace("project:qortex", "project:nothing")
    assert "project-unknown" in rehearsed(project(tmp_path, MINIMAL | {HOME: text}))


def test_share_whose_dossier_is_gone(tmp_path: Path) -> None:
    root = home(tmp_path)
    share(root)
    (root / COMPANY).unlink()
    assert "share-broken" in rehearsed(root)
