"""The same content gives the same bytes, wherever and whenever it is built."""

from pathlib import Path

import pytest

from tests.builders import REPOSITORY
from tests.sites import files_of, project, run

SHIPPED = {f"content/{name}": text for name, text in files_of(REPOSITORY / "content").items()}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
    "HOME": "/nonexistent",
    "USER": "nobody",
    "COLUMNS": "40",
}


def site(root: Path, command: tuple[str, ...], **variables: str) -> dict[str, bytes]:
    run(project(root, SHIPPED), *command, **variables)
    return files_of(root / command[-1])


@pytest.mark.parametrize(
    "command",
    [
        ("mkdocs", "build", "--strict", "-d", "site"),
        # Outside of the project, where the private site may be.
        ("dossier", "build", "--private", "../private"),
    ],
    ids=["public", "private"],
)
def test_two_builds_are_alike(tmp_path: Path, command: tuple[str, ...]) -> None:
    one = site(tmp_path / "one" / "project", command, PYTHONHASHSEED="1", TZ="UTC")
    two = site(tmp_path / "two" / "in a longer path" / "ä", command, **ELSEWHERE)
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert "sitemap.xml.gz" in one
    assert len(one) > 60


def test_day_does_not_matter_where_nothing_depends_on_it(tmp_path: Path) -> None:
    command = ("mkdocs", "build", "--strict", "-d", "site")
    one = site(tmp_path / "one", command)
    # A day later, and no day at all: MkDocs would write the time of the build.
    two = site(tmp_path / "two", command, SOURCE_DATE_EPOCH="1772409600")
    assert one == two
