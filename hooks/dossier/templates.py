"""The markup of a site: each file of its own folder, or else the one of this package.

Styles, scripts, fonts and icons are found like the templates beside which they stand.
"""

from __future__ import annotations

from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen

DOCUMENTS = "documents"
"""The folder in one of them of what documents are set with, which no page is made of."""
THEME = Path(__file__).parent / "theme"
"""The folder of the package's own."""


@frozen
class Templates:
    """Two folders as if they were one."""

    own: Path | None = None
    """The folder of what the site has in place of the package's, if it has one."""
    package: Path = THEME

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folders in the order in which a file is looked for."""
        return (self.package,) if self.own is None else (self.own, self.package)

    def path(self, name: str) -> Path:
        """Return where a file is, or where it would be in the package."""
        paths = [folder / name for folder in self.folders]
        return next((path for path in paths if path.is_file()), paths[-1])

    def read(self, name: str) -> bytes:
        """Return a file. Raises OSError."""
        return self.path(name).read_bytes()

    def text(self, name: str) -> str:
        """Return a file as text. Raises OSError, or ConfigError if it is none."""
        return read_text(self.path(name))


def read_text(path: Path) -> str:
    """Return what a file says. Raises OSError, or ConfigError if it is no text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8", "save it as UTF-8") from error
