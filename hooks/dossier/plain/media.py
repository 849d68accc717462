"""Files that stand beside pages, by the type that their names say: stripped, and measured.

Stripped of camera, place, author, comments, scripts. What cannot be read as the type that its name
says is not published.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

from dossier.plain.frozen import frozen
from dossier.plain.images import (
    CoveredError,
    Size,
    TooLargeError,
    jpeg_size,
    strip_jpeg,
    strip_webp,
    webp_size,
)
from dossier.plain.png import png_size, strip_png
from dossier.plain.woff2 import strip_woff2

_LARGEST = 1_000_000
"""Pixels beyond which a length is no picture's, but a slip or a trap."""


class UnreadableAssetError(ValueError):
    """A file is not of the type that its name says."""


@frozen
class ImageSize:
    """How wide and high an image is shown, in CSS pixels, at least one each."""

    width: int
    height: int


def strip(name: str, content: bytes) -> bytes:
    """Return a file without its metadata.

    Raises UnreadableAssetError, CoveredError or TooLargeError.
    """
    suffix = _suffix(name)
    stripper = _STRIPPERS.get(suffix)
    if stripper is None:
        raise UnreadableAssetError(f"`.{suffix}` is no type that is published")
    try:
        return stripper(content)
    except (CoveredError, TooLargeError):
        raise
    # Elements in elements, thousands deep, are no picture that anybody drew. Broken XML is a
    # SyntaxError.
    except (struct.error, IndexError, SyntaxError, ValueError, RecursionError) as error:
        raise UnreadableAssetError(f"the file is not a readable {suffix}") from error


def image_size(name: str, content: bytes) -> ImageSize | None:
    """Return the size of an image as `strip` leaves it, None if it has none."""
    reader = _SIZES.get(_suffix(name))
    try:
        found = reader(content) if reader else None
    except (struct.error, IndexError, SyntaxError, ValueError, ArithmeticError):
        return None
    return ImageSize(*found) if found and 0 < min(found) <= max(found) <= _LARGEST else None


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower()


# Readers of XML, CSS and PDF are loaded for who has such files: they take longer than all others.
def _strip_pdf(content: bytes) -> bytes:
    from dossier.plain.pdf import strip_pdf  # noqa: PLC0415

    return strip_pdf(content)


def _strip_svg(content: bytes) -> bytes:
    from dossier.plain.svg import strip_svg  # noqa: PLC0415

    return strip_svg(content)


def _svg_size(content: bytes) -> Size | None:
    from dossier.plain.svg import svg_size  # noqa: PLC0415

    return svg_size(content)


_STRIPPERS: Mapping[str, Callable[[bytes], bytes]] = {
    "png": strip_png,
    "jpg": strip_jpeg,
    "jpeg": strip_jpeg,
    "webp": strip_webp,
    "svg": _strip_svg,
    "pdf": _strip_pdf,
    "woff2": strip_woff2,
}
_SIZES: Mapping[str, Callable[[bytes], Size | None]] = {
    "png": png_size,
    "jpg": jpeg_size,
    "jpeg": jpeg_size,
    "webp": webp_size,
    "svg": _svg_size,
}
