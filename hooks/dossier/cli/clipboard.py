"""A text to the clipboard of this machine, by the program that has it."""

from __future__ import annotations

import os
import shutil
import subprocess

from dossier.plain.errors import ConfigError

PROGRAMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("pbcopy", "", ()),
    ("wl-copy", "WAYLAND_DISPLAY", ()),
    ("xclip", "DISPLAY", ("-selection", "clipboard")),
    ("xsel", "DISPLAY", ("--clipboard", "--input")),
    ("clip.exe", "", ()),
    ("clip", "", ()),
)
"""Programs, the variable that says whether one works here, and their options."""
_SECONDS = 10


def copy(text: str) -> str:
    """Put a text on the clipboard, and return the program that did. Raises ConfigError."""
    for name, variable, options in PROGRAMS:
        path = shutil.which(name)
        if path and (not variable or os.environ.get(variable)) and _run(path, options, text):
            return name
    names = ", ".join(name for name, _, _ in PROGRAMS)
    hint = "print the field with `--field` and copy it from there"
    raise ConfigError(f"no program here has a clipboard (looked for {names})", hint)


def _run(path: str, options: tuple[str, ...], text: str) -> bool:
    # The programs of Windows take UTF-16 alone for what is more than ASCII.
    is_windows = os.path.basename(path).startswith("clip")  # noqa: PTH119 - which returns a text
    raw = text.encode("utf-16-le" if is_windows else "utf-8")
    try:
        # What keeps the clipboard stays behind, and would hold a pipe open.
        done = subprocess.run(  # noqa: S603 - one of those above
            [path, *options],
            input=raw,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
