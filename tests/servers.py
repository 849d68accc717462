"""Real servers of temporary projects, each in a process of its own."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.patience import PATIENCE, wait_until


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    host: str
    port: int
    log_file: Path
    process: subprocess.Popen[bytes]

    @property
    def log(self) -> str:
        """All that it has said."""
        return self.log_file.read_text(encoding="utf-8")

    @property
    def address(self) -> str:
        """The address that it printed."""
        found = re.search(r"Serving on (\S+)", self.log)
        assert found, self.log
        return found[1]

    def connect(self) -> HTTPConnection:
        return HTTPConnection(self.host, self.port, timeout=PATIENCE)

    def send(self, text: str) -> str:
        """Return what is answered to a request, written as it goes over the wire."""
        with socket.create_connection((self.host, self.port), timeout=PATIENCE) as wire:
            wire.sendall(text.encode("latin-1"))
            wire.shutdown(socket.SHUT_WR)
            parts = iter(lambda: wire.recv(65536), b"")
            return b"".join(parts).decode("utf-8", "replace")

    def wait(self) -> None:
        """Wait until it serves."""
        wait_until(
            lambda: "Serving on" in self.log or self.process.poll() is not None, lambda: self.log
        )
        assert "Serving on" in self.log, self.log


@contextmanager
def serving(root: Path, *options: str, host: str = "127.0.0.1") -> Iterator[Server]:
    """Run `mkdocs serve` in a project, or `dossier serve` if that is what `options` begin with."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as free:
        free.bind((host, 0))
        port = free.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    command = ["mkdocs", "serve", "-a", f"{shown}:{port}", *options]
    if options[:1] == ("dossier",):
        command = [*options, "--port", str(port)]
    log = root / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=root,
            stdout=output,
            stderr=output,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        try:
            yield Server(host, port, log, process)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
