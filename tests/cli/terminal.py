"""A command run at a terminal, with what somebody types."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from dossier.cli import main
from tests.patience import PATIENCE

_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1772323200"}


def at_terminal(root: Path, arguments: Sequence[str], typed: Sequence[str]) -> tuple[int, str]:
    """Return the exit code of a command and all that its terminal showed.

    Each answer is typed when the command has asked for it.
    """
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "dossier", *arguments, "-f", str(root / "mkdocs.yml")]
    environment = {**os.environ, **_ENVIRONMENT}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        shown, waiting = "", list(typed)
        while True:
            try:
                shown += os.read(mine, 65536).decode(errors="replace")
            except OSError:
                break
            if waiting and shown.endswith(": "):
                os.write(mine, f"{waiting.pop(0)}\n".encode())
                shown += "\n"
        code = process.wait(timeout=PATIENCE)
    os.close(mine)
    return code, shown.replace("\r\n", "\n")


def with_answers(root: Path, arguments: Sequence[str], typed: Sequence[str]) -> tuple[int, str]:
    """Return what `at_terminal` does, from this process: cheaper, and seen by coverage."""
    return answered([*arguments, "-f", str(root / "mkdocs.yml")], typed)


def answered(command: Sequence[str], typed: Sequence[str]) -> tuple[int, str]:
    """Return the same of a command as it is, with the files that it names."""
    answers = "".join(f"{answer}\n" for answer in typed)
    with patch("click.testing._NamedTextIOWrapper.isatty", lambda _: True):
        done = CliRunner(env=_ENVIRONMENT).invoke(main, command, input=answers)
    return done.exit_code, done.output
