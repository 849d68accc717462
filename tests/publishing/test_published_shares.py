"""What this machine published is remembered, and a rotated share may go."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.publishing.published_shares import FILE, read_published, record_published
from tests.sites import write


def test_shares_add_up(tmp_path: Path) -> None:
    assert read_published(tmp_path) == frozenset()
    record_published(tmp_path, ["b"])
    record_published(tmp_path, ["a"])
    assert read_published(tmp_path) == {"a", "b"}
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / ".dossier").iterdir()] == [
        ".gitignore",
        "published.json",
    ]


def test_nothing_to_remember_writes_nothing(tmp_path: Path) -> None:
    record_published(tmp_path, [])
    assert not list(tmp_path.iterdir())


def test_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path, {FILE: "["})
    with pytest.raises(ConfigError, match=r"published.json cannot be read"):
        read_published(tmp_path)
