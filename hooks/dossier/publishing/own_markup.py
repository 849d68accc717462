"""The site's own folder of markup to what of it goes out: files of the kinds that pages are of.

An engine copies whatever is no template, so that a note beside a style sheet would be published.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dossier.plain.problems import Place, Problem, warning
from dossier.settings import Settings
from dossier.templates import DOCUMENTS

_AS_THEY_ARE = frozenset({".css", ".ico", ".js", ".svg", ".ttf", ".webmanifest", ".woff", ".woff2"})
"""Kinds that are of the site's own making: styles, programs, marks, fonts."""
_PICTURES = frozenset({".jpeg", ".jpg", ".png", ".webp"})
"""Kinds of which only the picture goes out."""
_NO_FILES = frozenset({".html", ".md", ".py", ".pyc"})
"""Kinds that no engine copies: templates, what is said about them, code."""
_UNTOLD = frozenset({"mkdocs_theme.yml"})
_HINT = (
    "styles, scripts, pictures and fonts are published from here: put it below content/assets and "
    "link to it, or take it out"
)


def published(name: str, path: Path) -> bytes | None:
    """Return a file of the folder as it goes out, None if it does not. Raises OSError."""
    suffix = Path(name).suffix.lower()
    if suffix in _PICTURES:
        # Late, here and below: most folders have none.
        from dossier.plain.images import TooLargeError  # noqa: PLC0415
        from dossier.plain.media import UnreadableAssetError, strip  # noqa: PLC0415

        try:
            return strip(name, path.read_bytes())
        except (TooLargeError, UnreadableAssetError):
            return None
    is_kept = suffix in _AS_THEY_ARE or Path(name).name == "CNAME"
    return path.read_bytes() if is_kept else None


def left_out(settings: Settings) -> Iterator[Problem]:
    """Yield each file of the folder that somebody may think is published."""
    folder, root = settings.templates.own, settings.root
    if folder is None or not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_known = name.startswith((".", f"{DOCUMENTS}/")) or "/." in name
        is_known = is_known or path.suffix.lower() in _NO_FILES or path.name in _UNTOLD
        if not is_known and path.is_file() and published(name, path) is None:
            below = path.relative_to(root) if path.is_relative_to(root) else path
            message = "a file of this kind, or what is none of its kind, is not published from here"
            yield warning("asset-type", Place(below.as_posix()), message, _HINT)
