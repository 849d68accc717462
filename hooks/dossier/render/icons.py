"""The icons of a site in its colours: a drawing that asks for them, and a picture of greys."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from dossier.plain.errors import ConfigError
from dossier.plain.png import png_chunks
from dossier.render.tokens import read_tokens
from dossier.templates import Templates

FAVICON, TOUCH_ICON = "assets/favicon.svg", "assets/apple-touch-icon.png"
"""Where they are, below the templates and in the site."""
ICONS = (FAVICON, TOUCH_ICON)
_SIGNATURE_END = 8


def icons(templates: Templates) -> Iterator[tuple[str, bytes]]:
    """Yield each icon by its path. Raises ConfigError if one is missing."""
    tokens = read_tokens(templates)
    yield FAVICON, tokens.fill(_part(templates, FAVICON).decode()).encode()
    ground, ink = tokens.colour("bg"), tokens.colour("accent")
    yield TOUCH_ICON, tinted(_part(templates, TOUCH_ICON), ground, ink)


def tinted(picture: bytes, ground: str, ink: str) -> bytes:
    """Return a PNG of greys with one colour in place of white and another in place of black.

    No pixel is read: its greys stand in a palette. Raises ConfigError if they do not.
    """
    parts = [picture[:_SIGNATURE_END]]
    palette = b""
    for kind, chunk in png_chunks(picture):
        if kind == b"PLTE":
            palette = chunk[8:-4]
            body = kind + b"".join(_mixed(grey, ground, ink) for grey in palette[::3])
            parts.append(chunk[:4] + body + struct.pack(">I", zlib.crc32(body)))
        else:
            parts.append(chunk)
    if not palette or not palette[::3] == palette[1::3] == palette[2::3]:
        raise ConfigError(f"{TOUCH_ICON} has no palette of greys", "white is paper, black the mark")
    return b"".join(parts)


def _mixed(grey: int, ground: str, ink: str) -> bytes:
    pairs = zip(bytes.fromhex(ground[1:]), bytes.fromhex(ink[1:]), strict=True)
    return bytes(round(dark + (light - dark) * grey / 255) for light, dark in pairs)


def _part(templates: Templates, name: str) -> bytes:
    try:
        return templates.read(name)
    except OSError as error:
        raise ConfigError(f"an icon is missing: {error.filename}", "main.html names it") from error
