"""What was made of files is made again when they changed, or may have."""

import os
from pathlib import Path

import pytest

from dossier.plain import kept_readings
from dossier.plain.kept_readings import KeptReadings


def test_a_file_is_read_again_once_it_may_be_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = tmp_path / "a.md", KeptReadings()

    def read() -> str:
        return kept.read("text", path, lambda: path.read_text() if path.exists() else "gone")

    path.write_text("one")
    assert read() == "one"
    path.write_text("two")
    assert read() == "two", "a file that was just written may be written again within a tick"
    monkeypatch.setattr(kept_readings, "SETTLED", -1)
    assert (read(), kept.before("text", path)) == ("two", "two")
    stood = path.stat()
    path.write_text("six")
    os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))
    assert read() == "six", "its time was set back, but not that of its change"
    assert kept.read("size", path, lambda: 3) == 3, "another purpose is another thing"
    path.unlink()
    assert read() == "gone"


def test_what_is_as_it_was_is_not_read_and_what_nobody_asks_for_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_readings, "SETTLED", -1)
    path, kept = tmp_path / "a.md", KeptReadings()
    path.touch()
    made = [kept.read("object", path, object) for _ in range(2)]
    assert made[0] is made[1]
    kept.end_round()
    assert kept.before("object", path) is made[0]
    assert kept.known("object", str(path)) is made[0]
    kept.end_round()
    assert kept.before("object", path) is made[0], "who asked what is known has used it"
    path.write_text("more")
    assert kept.known("object", str(path)) is None
    kept.end_round()
    assert kept.before("object", path) is None
