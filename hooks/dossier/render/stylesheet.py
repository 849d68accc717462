"""The parts of the style sheet to the one file that pages load, or to the text that one holds."""

from __future__ import annotations

import base64
import re

from dossier.plain.errors import ConfigError
from dossier.plain.patterns import pattern
from dossier.render.tokens import TOKENS, read_tokens, tokens_text, without_print
from dossier.templates import Templates

PARTS = "assets/dossier"
"""The folder of the parts, below the templates."""
STYLESHEET = "assets/dossier.css"
_FONT = pattern(r'url\("([\w/-]+\.woff2)"\)')
_COMMENT = pattern(r"/\*.*?\*/", re.DOTALL)
_SPACE = pattern(r"\s*\n\s*")


def stylesheet(templates: Templates) -> str:
    """Return the parts joined in the order that `order.txt` gives."""
    return _joined(templates, "order.txt")


def standalone_stylesheet(templates: Templates) -> str:
    """Return the parts for a page that stands alone, as `order-standalone.txt` names them.

    Fonts are in it, comments and indentation are not.
    """
    text = _SPACE.sub("\n", _COMMENT.sub("", _joined(templates, "order-standalone.txt"))).strip()
    return _FONT.sub(lambda found: f'url("{_font(templates, found[1])}")', text)


def _joined(templates: Templates, order: str) -> str:
    try:
        names = templates.text(f"{PARTS}/{order}").split()
        parts = (_part(templates, f"{PARTS}/{name}") for name in names)
        text = "\n".join(without_print(part) for part in parts)
    except OSError as error:
        raise _missing(error, order) from error
    return read_tokens(templates).fill(text)


def _part(templates: Templates, name: str) -> str:
    return tokens_text(templates) if name == TOKENS else templates.text(name)


def _font(templates: Templates, name: str) -> str:
    try:
        content = templates.read(f"assets/{name}")
    except OSError as error:
        raise _missing(error, "order-standalone.txt") from error
    return f"data:font/woff2;base64,{base64.b64encode(content).decode()}"


def _missing(error: OSError, order: str) -> ConfigError:
    message = f"a part of the style sheet is missing: {error.filename}"
    return ConfigError(message, f"{PARTS}/{order} names the parts")
