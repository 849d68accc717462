"""The clipboard, by whatever program has it."""

from pathlib import Path

import pytest

from dossier.cli.clipboard import copy
from dossier.plain.errors import ConfigError


def program(folder: Path, name: str, line: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def test_the_first_program_that_works_gets_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    program(tmp_path, "wl-copy", "exit 0")  # There is no Wayland here.
    program(tmp_path, "xclip", "exit 1")
    (tmp_path / "pbcopy").write_bytes(b"\x7fELF")  # of another machine
    (tmp_path / "pbcopy").chmod(0o755)
    program(tmp_path, "xsel", f'test "$*" = "--clipboard --input" && cat > {tmp_path}/held')
    assert copy("Zoë") == "xsel"
    assert (tmp_path / "held").read_text(encoding="utf-8") == "Zoë"
    program(tmp_path, "xsel", "exit 1")
    program(tmp_path, "clip.exe", f"cat > {tmp_path}/held")
    assert copy("Zoë") == "clip.exe"
    assert (tmp_path / "held").read_bytes() == "Zoë".encode("utf-16-le")


def test_without_a_program_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="no program here has a clipboard"):
        copy("x")
