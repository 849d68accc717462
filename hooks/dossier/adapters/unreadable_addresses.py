"""An extension of Python-Markdown: links whose address is none lead nowhere.

MkDocs takes each address of a page apart and ends in a traceback at `http://[::1/`.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown  # type: ignore[import-untyped]
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]

from dossier.plain.addresses import split_address

NAME = __name__
_PRIORITY = 5
"""After what makes links of text (20), before what MkDocs does to them (0)."""


class _Unlinking(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for element in root.iter():
            for key in ("href", "src"):
                if split_address(element.get(key, "")) is None:
                    element.set(key, "#")  # MkDocs asks for one


class UnreadableAddresses(Extension):  # type: ignore[misc]
    """Takes addresses that cannot be taken apart from links and images."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as it is called
        """Join the steps that every page goes through."""
        md.treeprocessors.register(_Unlinking(md), NAME, _PRIORITY)


def makeExtension(**_: object) -> UnreadableAddresses:  # noqa: N802 - as it is called
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return UnreadableAddresses()
