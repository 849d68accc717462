"""The texts of drawings, each with the passage that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.model.library import Library
from dossier.model.paths import relative_target
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place
from dossier.plain.svg_text import svg_texts
from dossier.prose.passages import Passage, passages


@frozen
class Drawn:
    """A text of a drawing."""

    text: str
    name: str
    """The drawing's path below `content/`."""
    passage: Passage
    """What shows it, or leads to it."""
    where: Place
    """Where it does."""


def drawn_texts(library: Library, assets: Mapping[str, bytes]) -> Iterator[Drawn]:
    """Yield the texts of the drawings among assets wherever a library's texts show them."""
    svg = (item for item in assets.items() if item[0].endswith(".svg"))
    drawn = {name: texts for name, content in svg if (texts := svg_texts(content))}
    for passage in passages(library) if drawn else ():
        for address in dict.fromkeys(passage.addresses()):
            name = relative_target(passage.source, address) or ""
            for text in drawn.get(name, ()):
                yield Drawn(text, name, passage, passage.locate_address(address))
