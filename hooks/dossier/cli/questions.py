"""Questions to somebody at a terminal."""

from __future__ import annotations

import sys

import click


def can_ask() -> bool:
    """Return whether there is somebody who reads questions and types answers."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_line(question: str) -> str:
    """Return what is answered, on one line with single blanks; empty for Enter."""
    return " ".join(str(click.prompt(question, default="", show_default=False)).split())
