"""A document to PDF by Typst, with templates that get it as data: no text of it becomes markup.

Typst is an extra, and so is what is imported of it here. The same document gives the same bytes:
no date, no system font, no path is in them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dossier.plain.errors import ConfigError
from dossier.plain.extras import installing
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.templates import DOCUMENTS, Templates

FOLDER = DOCUMENTS
"""Where the templates stand below the theme's folder."""
FONTS = f"{FOLDER}/fonts"
STYLE = f"{FOLDER}/style.typ"
_MAKER = pattern(
    rb"/Creator\(Typst[^()]*\)|<xmp:CreatorTool>Typst[^<]*</xmp:CreatorTool>"
    rb"|<pdf:Producer>Typst[^<]*</pdf:Producer>"
)
"""Where Typst says which version of it drew a file."""
_CONTROL = pattern(r"[\x00-\x1f\x7f-\x9f]")
HINT = "leave out a sign that no font has, or put one that has it into documents/fonts of overrides"
MISSING = "this needs Typst"


class TypesettingError(ConfigError):
    """Typst cannot draw a document."""


@frozen
class Typeset:
    """A finished PDF."""

    content: bytes
    pages: int
    places: tuple[tuple[int, int], ...]
    """Each block's number with the page that it begins on, and behind them where the last ends."""


def typeset(template: str, held: Mapping[str, Any], templates: Templates) -> Typeset:
    """Draw `held` with a template of the theme. Raises ConfigError."""
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError:
        raise ConfigError(MISSING, installing("documents")) from None
    source = f"{templates.text(STYLE)}\n{templates.text(f'{FOLDER}/{template}.typ')}"
    fonts = [folder / FONTS for folder in templates.folders if (folder / FONTS).is_dir()]
    options: dict[str, Any] = {
        # No file of the author's is within its reach.
        "root": str(templates.package / FOLDER),
        "font_paths": [str(folder) for folder in fonts],
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(_printable(held), ensure_ascii=False)},
    }
    try:
        content = typst.compile(source.encode(), format="pdf", pdf_standards="ua-1", **options)
        found = typst.query(source.encode(), "<placed>", field="value", **options)
    except typst.TypstError as error:
        raise TypesettingError(f"Typst cannot draw the document: {error.message}", HINT) from error
    places = tuple((one["block"], one["page"]) for one in json.loads(found))
    # Places in the file are counted in bytes, so that blanks stand for what goes.
    content = _MAKER.sub(lambda said: b" " * len(said[0]), content)
    return Typeset(content, max((page for _, page in places), default=1), places)


def _printable(value: Any) -> Any:  # noqa: ANN401 - plain values
    """Return plain values with a blank for each sign that controls and is not drawn."""
    if isinstance(value, Mapping):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return _CONTROL.sub(" ", value) if isinstance(value, str) else value
