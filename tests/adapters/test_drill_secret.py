"""The secret that seals marks: one a project, its owner's alone, and no reason to stop."""

from pathlib import Path

from dossier.adapters.drill_secret import FILE, secret_of_marks


def test_it_stays_the_same_and_is_its_owners(tmp_path: Path) -> None:
    first = secret_of_marks(tmp_path)
    assert len(bytes.fromhex(first)) == 32
    assert secret_of_marks(tmp_path) == first
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / FILE).parent.stat().st_mode & 0o777 == 0o700


def test_what_is_no_secret_is_replaced(tmp_path: Path) -> None:
    secret_of_marks(tmp_path)
    (tmp_path / FILE).write_text('"><script>')
    again = secret_of_marks(tmp_path)
    assert len(bytes.fromhex(again)) == 32
    assert secret_of_marks(tmp_path) == again


def test_where_none_can_be_kept_there_is_a_new_one_each_time(tmp_path: Path) -> None:
    (tmp_path / ".dossier").write_text("a file")
    assert secret_of_marks(tmp_path) != secret_of_marks(tmp_path)
    (tmp_path / ".dossier").unlink()
    (tmp_path / FILE).mkdir(parents=True)
    assert secret_of_marks(tmp_path) != secret_of_marks(tmp_path)
