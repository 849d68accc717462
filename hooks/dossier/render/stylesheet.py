"""The parts of the style sheet to the one file that pages load."""

from __future__ import annotations

from pathlib import Path

from dossier.errors import ConfigError

PARTS = "assets/dossier"
"""The folder of the parts, below the templates."""
STYLESHEET = "assets/dossier.css"


def stylesheet(templates: Path) -> str:
    """Return the parts joined in the order that `order.txt` gives."""
    folder = templates / PARTS
    try:
        names = (folder / "order.txt").read_text(encoding="utf-8").split()
        return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    except OSError as error:
        message = f"a part of the style sheet is missing: {error.filename}"
        raise ConfigError(message, f"{PARTS}/order.txt names the parts") from error
