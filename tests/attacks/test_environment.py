"""*Nothing goes out unchecked*, whatever variables the shell has that publishes.

Some are set by hooks of git, by editors and by other tools, and nobody looks at them.
"""

import stat
from pathlib import Path

import pytest

from tests.attacks.publishing import telling
from tests.builders import MINIMAL
from tests.cli.test_publish import home, share
from tests.publishing.fixtures import git
from tests.sites import files_of, run

OF_GIT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")
STRANGE = {
    "PYTHONOPTIMIZE": "2",
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "0",
    "LC_ALL": "C",
    "HOME": "/nonexistent",
    "TMPDIR": "/nonexistent",
    "GIT_NAMESPACE": "other",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nonexistent",
}


def strange(other: Path) -> dict[str, str]:
    """Return variables of which those of git lead to another repository."""
    return STRANGE | dict.fromkeys(OF_GIT, str(other))


def test_strange_variables_change_no_byte_and_no_place(tmp_path: Path) -> None:
    root = home(tmp_path)
    share(root)
    git(tmp_path, "init", "--quiet", "--bare", "other.git")
    variables = strange(tmp_path / "other.git")
    for name, more in (("plain", {}), ("strange", variables)):
        run(root, "dossier", "publish", "--to", f"../{name}", "--yes", check=True, **more)
    plain, other = (files_of(tmp_path / name) for name in ("plain", "strange"))
    assert plain == other
    assert any(name.startswith("s/") for name in plain)
    done = run(root, "dossier", "publish", "--yes", check=True, **variables)
    assert "Published as" in done.stdout
    assert "gh-pages" in git(tmp_path / "public.git", "for-each-ref")
    assert git(tmp_path / "other.git", "for-each-ref") == git(root, "status", "--short") == ""


def test_what_stops_a_publish_stops_it_without_assertions_and_docstrings(tmp_path: Path) -> None:
    root = home(tmp_path, telling("Zyxabotics", "I like Zyxabotics"))
    done = run(root, "dossier", "publish", "--yes", check=False, **strange(tmp_path))
    assert done.returncode == 1
    assert "[name-private]" in done.stderr
    assert git(tmp_path / "public.git", "for-each-ref") == ""


@pytest.mark.parametrize("folder", ["site", "shared"])
def test_a_folder_for_temporary_files_within_reach_keeps_nothing(
    tmp_path: Path, folder: str
) -> None:
    """In the site's own folder, and one that all may write to."""
    root = home(tmp_path, MINIMAL)
    share(root)
    place = (root if folder == "site" else tmp_path) / folder
    place.mkdir(exist_ok=True)
    if folder == "shared":
        place.chmod(0o777 | stat.S_ISVTX)
    before = {*files_of(place)}
    run(root, "dossier", "publish", "--to", "../out", "--yes", TMPDIR=str(place))
    left = {name for name in {*files_of(place)} - before if not name.startswith(".")}
    assert left == set()
    out = files_of(tmp_path / "out")
    assert [name for name in out if "publish-" in name or b"They know" in out[name]] == []
