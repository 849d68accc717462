"""What the tool itself puts on every site: its theme, styles, scripts and labels.

A site without any content of the author's holds all of it, so nothing in it is a leak. Names of
companies are another matter: a template is a file that somebody may have put one into, so a name
is the tool's own only if its words are those of the package's code or of its theme.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.publishing.company_names import CompanyName
from dossier.publishing.searched_text import SearchedText, folded
from dossier.templates import Templates

_PACKAGE = Path(__file__).parent.parent
_LABELLED = ("match", "model", "render")
"""The rooms whose words stand on pages."""
_WORD = pattern(r"[^\W\d_]+")
_AUTHORED = "templates"
"""What the names of the author's own markup begin with."""
_TEXTS = frozenset({".css", ".html", ".js", ".json", ".svg", ".xml"})
_SOURCE_MAP = pattern(rb"\n//# sourceMappingURL=\S+")
_PASSED = frozenset({".icons", "__pycache__", "languages", "lunr"})
"""Folders of a theme with what no page shows unless it is asked for; it then goes out as it is."""


@frozen
class OwnFiles:
    """The files that a site is made with. Not slotted: they are read late and kept."""

    templates: Templates
    """All markup: the package's, and what the author has in place of it."""
    themes: tuple[Path, ...] = ()
    """The folders of the installed theme, which he did not."""

    @cached_property
    def texts(self) -> Mapping[str, bytes]:
        """Return what a page may be made of, by name."""
        folders = {_AUTHORED: self.templates.own, "package": self.templates.package}
        markup = {
            f"{title}/{name}": text
            for title, folder in folders.items()
            if folder
            for name, text in _read(folder)
        }
        theme = {name: text for folder in self.themes for name, text in _read(folder)}
        return markup | theme | {"labels.txt": "\n".join(labels()).encode()}

    @cached_property
    def _spelling(self) -> SearchedText:
        return SearchedText(
            "\n".join(text.decode("utf-8", "replace") for text in self.texts.values())
        )

    @cached_property
    def _icons(self) -> Mapping[str, bytes]:
        from dossier.render.icons import icons  # noqa: PLC0415 - late: few files are asked about

        return dict(icons(self.templates))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that the author of a template did not bring."""
        theme = (
            word
            for name, text in self.texts.items()
            if not self.is_authored(name)
            for word in _WORD.findall(folded(text.decode("utf-8", "replace")))
        )
        return frozenset(theme)

    def is_authored(self, name: str) -> bool:
        """Return whether one of `texts` is in place of the package's."""
        return name.startswith(f"{_AUTHORED}/")

    def says(self, name: CompanyName) -> bool:
        """Return whether a company's name is one of the tool's own words or labels."""
        words = _WORD.findall(folded(name.core))
        is_ours = bool(words) and all(word in self._words for word in words)
        return is_ours and bool(name.find(self._spelling))

    def without_theme(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Return the files of a site but those of the installed theme, as they are published."""
        return {name: text for name, text in files.items() if not self._is_theme(name, text)}

    def _is_theme(self, name: str, content: bytes) -> bool:
        folders = (self.templates.package, *self.themes)
        return any(_is_at(folder / name, content) for folder in folders)

    def has(self, name: str, content: bytes) -> bool:
        """Return whether a file of a site is one of the tool's, as it is."""
        from dossier.render.icons import ICONS  # noqa: PLC0415 - as above

        if name in ICONS:
            return self._icons.get(name) == content
        return any(
            _is_at(folder / name, content) for folder in (*self.templates.folders, *self.themes)
        )


def without_map(script: bytes) -> bytes:
    """Return a script of the theme without the address of its source map: so it is published."""
    return _SOURCE_MAP.sub(b"", script)


def _is_at(path: Path, content: bytes) -> bool:
    if not path.is_file():
        return False
    held = path.read_bytes()
    return content == held or (path.suffix == ".js" and content == without_map(held))


def _read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(_files(folder)):
        if path.suffix in _TEXTS and path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder. Not by `rglob`: a theme has 14,000 icons to pass."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _PASSED]
        yield from (Path(parent, name) for name in names if name not in _PASSED)


@cache
def labels() -> tuple[str, ...]:
    """Return the words that the package's code puts on pages, and the names of its fields."""
    found: dict[str, None] = {}
    for room in _LABELLED:
        for path in sorted((_PACKAGE / room).glob("[!s]*.py")):
            found |= dict.fromkeys(_labels(ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)


def _labels(tree: ast.Module) -> Iterator[str]:
    """Yield the texts and names in code, without what is said about it."""
    remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in remarks:
            if isinstance(node.value, str):
                yield node.value
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
