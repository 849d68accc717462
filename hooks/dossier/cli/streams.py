"""What a command reads and prints by: closed, full, or leading nowhere."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from dossier.plain.terminal import inert

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
"""The standard streams in the order of their numbers, and what each is for."""
_NOWHERE = Path(os.devnull)
_PRINTS = "click"
"""The package whose functions print."""


def open_closed() -> None:
    """Open each standard stream that is closed, to where nothing is read from and nothing kept.

    Else the next file that is opened gets its number, and what is printed.
    """
    for number, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            with suppress(OSError):
                _fill(number)
            setattr(sys, name, _NOWHERE.open(mode, encoding="utf-8"))


def _fill(number: int) -> None:
    """Let the number of a stream stand for the device that keeps nothing, if it is free."""
    try:
        os.fstat(number)
    except OSError:
        opened = os.open(os.devnull, os.O_RDWR)
        if opened != number:
            os.dup2(opened, number)
            os.close(opened)


def leads_nowhere(stream: TextIO) -> bool:
    """Return whether what a stream is given is kept by nobody."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), _NOWHERE.stat())
    except (OSError, ValueError):
        return False


def spell_fault(error: OSError) -> str:
    """Say what the system refused, and of which file, or that it was what a command prints."""
    if error.filename:
        return inert(f"{error.filename}: {error.strerror}")
    frames = traceback.extract_tb(error.__traceback__)
    is_printed = bool(frames) and Path(frames[-1].filename).parent.name == _PRINTS
    if is_printed and error.strerror:
        return f"what is printed cannot be written: {error.strerror}"
    return str(error)
