"""Files that have changed since: another text, another file, one that went."""

from pathlib import Path

import pytest

from dossier.plain import file_states
from dossier.plain.errors import ConfigError
from dossier.plain.file_states import FileStates, settled_state
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


def test_what_is_no_file_is_not_told(tmp_path: Path, states: FileStates) -> None:
    (tmp_path / "folder/link").symlink_to("nowhere")
    assert states.changed() is None


@pytest.mark.usefixtures("states")
def test_places_tell_what_they_were_once_they_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = (tmp_path / "folder", tmp_path / "alone.yml")
    assert settled_state(places) is None, "they may be written again within the same tick"
    monkeypatch.setattr(file_states, "SETTLED", -1)
    before = settled_state(places)
    assert before == settled_state(places)
    write(tmp_path, {"folder/in/it.html": "longer"})
    assert settled_state(places) not in (before, None)


def test_a_place_that_is_not_there_is_not_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_states, "SETTLED", -1)
    assert settled_state([tmp_path / "gone"]) is None
    (tmp_path / "folder").mkdir()
    assert settled_state([tmp_path / "folder", tmp_path / "folder/gone"]) is None
