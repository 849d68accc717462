"""What commands refuse by it is tried in `tests/attacks/test_private_folders.py`."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.uploaded import (
    MARKER,
    NO_JEKYLL,
    files_below,
    has_list,
    is_published,
    marker_of,
    not_written,
    refuse_uploaded,
)


def test_a_folder_is_ours_by_what_nothing_else_writes(tmp_path: Path) -> None:
    before = ("assets/dossier.css", "index.html", NO_JEKYLL)
    (tmp_path / "assets").mkdir()
    for name in before:
        assert not is_published(tmp_path)
        (tmp_path / name).touch()
    assert (is_published(tmp_path), has_list(tmp_path)) == (True, False)
    (tmp_path / MARKER).write_bytes(b"something else\n")
    assert not has_list(tmp_path)
    (tmp_path / MARKER).write_bytes(marker_of(before[:2]))
    (tmp_path / "link").symlink_to(tmp_path / "assets")
    assert not_written(tmp_path, files_below(tmp_path)) == (NO_JEKYLL, "link")
    assert b"index" not in marker_of(before)


@pytest.mark.parametrize("name", [MARKER, NO_JEKYLL])
def test_a_folder_is_told_by_its_file_from_anywhere_in_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    for place in (tmp_path, tmp_path / "a" / "b.json"):
        with pytest.raises(ConfigError, match="to be uploaded"):
            refuse_uploaded(place)
        refuse_uploaded(place, tmp_path / "mine")
