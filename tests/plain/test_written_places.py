from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.uploaded import MARKER, NO_JEKYLL, marker_of
from dossier.plain.written_places import refuse_live, refuse_sources


def test_no_source_is_written_over_nor_within_nor_around(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    (root / "content").mkdir(parents=True)
    (root / "away").symlink_to(root / "content")
    sources = (root / "overrides", root / "hooks/a.py")
    for name in (
        *(".", "..", "content", "content/x", "away", "overrides", "overrides/x", "hooks"),
        *(".dossier", ".dossier/x", ".cache", ".cache/x", ".git", ".git/x", "../other/.git/x"),
    ):
        with pytest.raises(ConfigError):
            refuse_sources(root / name, root, root / "content", sources)
    for name in ("site", "content-2", "../public", ".dossier-2", "private"):
        refuse_sources(root / name, root, root / "content", sources)


def test_no_folder_of_a_publish_is_written_over_nor_within_nor_around(tmp_path: Path) -> None:
    root, new, old = tmp_path / "mine", tmp_path / "www/new", tmp_path / "www/old"
    for folder in (root, new, old / "assets", old / "s"):
        folder.mkdir(parents=True)
    (new / MARKER).write_bytes(marker_of([]))
    for name in (NO_JEKYLL, "index.html", "assets/dossier.css"):
        (old / name).touch()
    for place in (new, new / "x", tmp_path / "www", old, old / "x/y"):
        with pytest.raises(ConfigError, match="live links could end"):
            refuse_live(place, root)
    (root / "site").mkdir()
    (root / "site" / NO_JEKYLL).touch()
    refuse_live(root / "site", root)
    refuse_live(tmp_path / "nowhere", root)
