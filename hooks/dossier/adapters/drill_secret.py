"""The secret that seals what a browser keeps of answered questions: `.dossier/marks.key`.

What a private site keeps in a browser, whatever is served at its address later can read.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import (
    OWNER_FILE,
    create_file,
    make_own_folder,
    read_ordinary,
    replace_file,
)
from dossier.plain.patterns import pattern

FILE = ".dossier/marks.key"
_BYTES = 32
_MOST_BYTES = 1000
_SPELLED = pattern(r"[0-9a-f]{64}")


def secret_of_marks(root: Path) -> str:
    """Return the secret of a project, made when it is first asked for, in hexadecimal digits.

    Where none can be kept it is a new one each time, and marks last as long as the server.
    """
    path = root / FILE
    fresh = secrets.token_hex(_BYTES)
    try:
        make_own_folder(path.parent)
        try:
            create_file(path, fresh.encode(), mode=OWNER_FILE)
        except FileExistsError:
            kept = read_ordinary(path, _MOST_BYTES).decode("ascii", "replace").strip()
            if _SPELLED.fullmatch(kept):
                return kept
            replace_file(path, fresh.encode(), mode=OWNER_FILE)
    except (OSError, ConfigError):
        pass  # It works without, and says nothing: this is no part of what was asked for.
    return fresh
