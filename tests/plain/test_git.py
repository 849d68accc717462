"""One runner: what the environment says of repositories is not heard, whoever asks."""

import ast
import os
import re
import threading
import time
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.plain.git import (
    bytes_of,
    environment,
    ignores,
    output_of,
    stream_of,
    succeeds,
    tracks,
)
from tests.builders import REPOSITORY
from tests.publishing.fixtures import repository

POINTING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_GLOBAL", "GIT_SSH_COMMAND")


def test_variables_of_git_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in POINTING:
        monkeypatch.setenv(name, "x")
    assert "x" not in environment().values()


def test_another_repository_that_the_environment_names_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, other = repository(tmp_path / "a", {"a": "b"}), repository(tmp_path / "b", {"c": "d"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert output_of(root, "ls-files") == "a\n"
    assert tracks(root / "a")


def test_no_program_runs_that_a_folder_names(tmp_path: Path) -> None:
    root, ran = repository(tmp_path / "a", {"a": "b"}), tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    assert succeeds(root, "config", "core.fsmonitor", str(program))
    assert tracks(root / "a")
    assert not ignores(root / "b")
    assert not ran.exists()


def test_names_are_said_as_they_are(tmp_path: Path) -> None:
    assert output_of(repository(tmp_path, {"ümlaut": ""}), "ls-files") == "ümlaut\n"


def test_what_fails_says_nothing(tmp_path: Path) -> None:
    assert not succeeds(tmp_path, "rev-parse", "--git-dir")
    # It repeats the word before it fails.
    assert bytes_of(repository(tmp_path / "a", {"a": "b"}), "rev-parse", "nope") == b""
    assert bytes_of(tmp_path / "nowhere", "ls-files") == b""


def test_command_reads_what_it_is_fed(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    assert bytes_of(root, "hash-object", "--stdin", feed=b"b") == (
        b"63d8dbd40c23542e740659a7168a0ce3138ea748\n"
    )


def test_git_is_asked_where_a_file_would_be(tmp_path: Path) -> None:
    root = repository(tmp_path, {".gitignore": "/out/\n", "a/b": ""})
    assert tracks(root / "a")
    assert tracks(root / "a/b")
    assert not tracks(root / "out/b")
    assert ignores(root / "out/deep/b")
    assert not ignores(root / "a/b")
    assert not ignores(root / "new/b")


def test_folder_of_no_repository_is_neither_known_nor_ignored(tmp_path: Path) -> None:
    assert (tracks(tmp_path / "a"), ignores(tmp_path / "a")) == (False, False)


def test_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="git cannot be run"):
        succeeds(tmp_path, "status")
    with pytest.raises(ConfigError, match="git cannot be run"), stream_of(tmp_path, "status"):
        pass


def test_what_is_read_while_it_is_said_has_an_end(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    with stream_of(root, "ls-files") as said:
        assert said.read() == b"a\n"
    refused = pytest.raises(ConfigError, match="git rev-parse failed")
    with refused, stream_of(root, "rev-parse", "nope") as said:
        said.read()


def test_a_reader_that_fails_waits_for_no_more_of_it(tmp_path: Path) -> None:
    root, pipe = repository(tmp_path / "a", {"a": "b"}), tmp_path / "pipe"
    os.mkfifo(pipe)
    # Nobody writes to what git reads, but that it would come to its end once.
    late = threading.Timer(5, lambda: pipe.write_bytes(b""))
    late.daemon = True
    begun = time.monotonic()
    late.start()
    with pytest.raises(KeyError), stream_of(root, "hash-object", str(pipe)):
        raise KeyError
    late.cancel()
    assert time.monotonic() - begun < 5


def test_no_other_module_starts_programs() -> None:
    starting = {
        path.name
        for path in (REPOSITORY / "hooks").rglob("*.py")
        if re.search("subprocess|system|popen", text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr)
        in {("subprocess", "run"), ("subprocess", "Popen"), ("os", "system"), ("os", "popen")}
    }
    assert starting == {"clipboard.py", "git.py"}
