"""`dossier serve`: where it serves, and what it says if it cannot."""

import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import dossier.adapters.mkdocs_serve as adapter
from dossier.cli import main
from tests.sites import project


@pytest.mark.parametrize(
    ("options", "called"),
    [
        ([], ("127.0.0.1:8000", False, False)),
        (["--port", "8123", "--open"], ("127.0.0.1:8123", False, True)),
        (["--token"], ("127.0.0.1:8000", True, False)),
    ],
    ids=["plain", "port", "token"],
)
def test_it_serves_on_this_machine_alone(
    monkeypatch: pytest.MonkeyPatch, options: list[str], called: tuple[str, bool, bool]
) -> None:
    seen: list[Any] = []

    def serve(_: Path, address: str, *, is_hidden: bool, is_opened: bool) -> None:
        seen.append((address, is_hidden, is_opened))

    monkeypatch.setattr(adapter, "serve_private", serve)
    done = CliRunner().invoke(main, ["serve", *options])
    assert done.exit_code == 0, done.output
    assert seen == [called]


def test_a_port_that_is_taken_is_told_without_a_traceback(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        config = str(project(tmp_path) / "mkdocs.yml")
        done = CliRunner().invoke(main, ["serve", "-f", config, "--port", port])
    assert done.exit_code == 2
    taken_by = f"dossier: 127.0.0.1:{port} is taken by another program"
    assert taken_by in done.stderr
    assert "Traceback" not in done.output
