"""The same content gives the same bytes, wherever and whenever it is built."""

from pathlib import Path

import pytest

from tests.builders import REPOSITORY
from tests.sites import DAY, files_of, project, run

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
NEXT_DAY = str(int(DAY) + 86_400)


@pytest.mark.parametrize(
    ("command", "day"),
    [
        # On another day, because nothing that is shipped runs out.
        (("mkdocs", "build", "--strict", "-d", "site"), NEXT_DAY),
        (("dossier", "build", "--private", "../private"), DAY),
    ],
    ids=["public", "private"],
)
def test_two_builds_are_alike(tmp_path: Path, command: tuple[str, ...], day: str) -> None:
    config = {"site_url": "https://example.org/"}
    here = project(tmp_path / "one" / "project", SHIPPED, config=config)
    there = project(tmp_path / "two" / "in a longer path" / "ä", SHIPPED, config=config)
    run(here, *command, PYTHONHASHSEED="1", TZ="UTC")
    run(there, *command, check=True, SOURCE_DATE_EPOCH=day, **ELSEWHERE)
    one, two = files_of(here / command[-1]), files_of(there / command[-1])
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert "sitemap.xml.gz" in one
    assert len(one) > 60
