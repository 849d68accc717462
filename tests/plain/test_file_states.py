"""Files that have changed since: another text, another file, one that went."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.file_states import FileStates
from tests.sites import write


@pytest.fixture(name="states")
def begin(tmp_path: Path) -> FileStates:
    write(tmp_path, {"alone.yml": "a", "folder/in/it.html": "b", "beside.txt": "c"})
    return FileStates.of([tmp_path / "alone.yml"]).with_those_of(tmp_path / "folder")


def test_files_that_stayed_are_told_as_such(tmp_path: Path, states: FileStates) -> None:
    write(tmp_path, {"beside.txt": "d", "alone.yml": "a"})
    assert states.changed() is None
    states.refuse_changed()


@pytest.mark.parametrize("name", ["alone.yml", "folder/in/it.html", "folder/new.css"])
def test_a_file_with_another_text_is_told(tmp_path: Path, states: FileStates, name: str) -> None:
    write(tmp_path, {name: "z"})
    assert states.changed() == tmp_path / name
    with pytest.raises(ConfigError, match="was changed while this ran"):
        states.refuse_changed()


@pytest.mark.parametrize("name", ["alone.yml", "folder/in/it.html"])
def test_a_file_that_went_is_told(tmp_path: Path, states: FileStates, name: str) -> None:
    (tmp_path / name).unlink()
    assert states.changed() == tmp_path / name
