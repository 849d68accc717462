"""What commands refuse by it is tried in `tests/attacks/test_private_folders.py`."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.uploaded import MARKER, refuse_uploaded


def test_a_folder_is_told_by_its_file_from_anywhere_in_it(tmp_path: Path) -> None:
    (tmp_path / MARKER).touch()
    for place in (tmp_path, tmp_path / "a" / "b.json"):
        with pytest.raises(ConfigError, match="to be uploaded"):
            refuse_uploaded(place)
        refuse_uploaded(place, tmp_path / "mine")
