"""A lock between processes: one holds it, the others say so or give up, a killed one lets go."""

import errno
import fcntl
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.plain import locks
from dossier.plain.errors import ConfigError
from dossier.plain.locks import Holder, holds, locked
from tests.patience import PATIENCE

_FORK = multiprocessing.get_context("fork")


def _hold(file: Path, taken: "multiprocessing.synchronize.Event") -> None:
    locks.THIS.name = "dossier elsewhere"
    with locked(file):
        taken.set()
        signal.pause()


@contextmanager
def held_elsewhere(file: Path) -> Iterator[int]:
    """Hold a lock in another process, which is killed at the end. Yields its number."""
    taken = _FORK.Event()
    process = _FORK.Process(target=_hold, args=(file, taken))
    process.start()
    try:
        assert taken.wait(PATIENCE)
        assert process.pid
        yield process.pid
    finally:
        process.kill()
        process.join()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(locks, "THIS", Holder("dossier here", said.append))
    return said


def test_who_waits_says_so_and_who_gives_up_says_for_whom(
    tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENT", 0.05)
    monkeypatch.setattr(locks, "LONGEST", 0.2)
    with held_elsewhere(tmp_path / "lock") as process:
        who = f"`dossier elsewhere` (process {process})"
        with (
            pytest.raises(ConfigError, match="nothing was written") as refused,
            locked(tmp_path / "lock"),
        ):
            pass
        assert refused.value.message.startswith(f"{who} has been writing here for 0 seconds")
        assert told == [f"Waiting for {who}, which is writing here."]
        assert not holds(tmp_path / "lock")
    with locked(tmp_path / "lock"):
        assert holds(tmp_path / "lock")
        name = f"`dossier here` (process {os.getpid()})"
        assert (tmp_path / "lock").read_text() == name
    assert (tmp_path / "lock").read_text() == ""


def test_who_has_it_has_it_again(tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "other").symlink_to(tmp_path)
    with locked(tmp_path / "lock"):
        with locked(tmp_path / "other" / "lock"):
            pass
        assert holds(tmp_path / "lock")
    assert told == []


def test_threads_of_one_process_keep_each_other_out(tmp_path: Path, told: list[str]) -> None:
    inside, most = [0], [0]

    def enter() -> None:
        for _ in range(20):
            with locked(tmp_path / "lock"):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1

    threads = [threading.Thread(target=enter) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert told == []


def test_what_raises_lets_go_of_it(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path / "lock"):
        raise KeyError
    assert not holds(tmp_path / "lock")
    with held_elsewhere(tmp_path / "lock"):
        pass


def test_what_the_file_system_refuses_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OSError, match=os.strerror(errno.ENOLCK)), locked(tmp_path / "lock"):
        pass
    assert not holds(tmp_path / "lock")


def test_a_full_disk_keeps_nobody_from_a_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "pwrite", refuse)
    with locked(tmp_path / "lock"):
        assert holds(tmp_path / "lock")


def test_a_link_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "there")
    with pytest.raises(OSError, match="lock"), locked(tmp_path / "lock"):
        pass
    assert not (tmp_path / "there").exists()
