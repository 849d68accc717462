"""How an engine reads a tree: where its files stand, how links, anchors and pages are written.

What content brings along and an engine would execute (templates, Hugo's shortcodes, MyST's
directives) is made inert here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from dossier.adapters.front_matter import spell_front_matter
from dossier.model.paths import address, relative
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_SHORTCODE = pattern(r"\{\{(?=[<%])")
_CODE = pattern(r"^([^`~\n]*(?:`{3,}|~{3,}))[ \t]*\{[ \t]*(?:\.([\w+-]+))?[^`\n]*$", re.MULTILINE)
"""The first line of a block of code with attributes, of which one names the language: Hugo may fail
to read them, and MyST would run what they name."""
_RUN = pattern(r"\{(?=[{%<])|\{(?=[A-Za-z][\w:.+-]*\}`)|^[ \t>]*:{2}(?=:+[ \t]*\{)", re.MULTILINE)
"""What Liquid, Jinja, Hugo and MyST begin a command with, in code too: not all of them heed it."""
_WORD_JOINER = "\N{WORD JOINER}"


@frozen
class StagedPage:
    """A page, before an engine's form is given to it."""

    title: str
    description: str
    heading: str
    """The heading above its body, as Markdown; empty if the body has its own."""
    body: str


@frozen
class Form:
    """Plain Markdown with links between files, which most engines read."""

    looks_everywhere: ClassVar[bool] = False
    """Whether an anchor is looked for on every page, and may stand on one alone."""
    folder: str = ""
    """Where pages and assets stand, with a slash at its end."""

    def page_file(self, page: str) -> str:
        """Return where a page is written."""
        return f"{self.folder}{page}"

    def asset_file(self, asset: str) -> str:
        """Return where an asset is written."""
        return f"{self.folder}{asset}"

    def to_file(self, page: str, file: str) -> str:
        """Return the address of a page or an asset from a page."""
        return posixpath.relpath(file, posixpath.dirname(page) or ".")

    def to_anchor(self, page: str, file: str, anchor: str) -> str:
        """Return the address of one of our anchors from a page."""
        path = "" if file == page else self.to_file(page, file)
        return f"{path}#{anchor}"

    def anchor(self, page: str, anchor: str) -> str:
        """Return an anchor within a line."""
        del page
        return f'<a id="{anchor}"></a>'

    def anchor_line(self, page: str, anchor: str) -> str:
        """Return an anchor on a line of its own, before a heading."""
        return self.anchor(page, anchor)

    def spell(self, page: StagedPage, number: int, below: tuple[str, ...]) -> str:
        """Return the text of the page of a number, and of those that stand below it."""
        del number, below
        front = spell_front_matter(_known(title=page.title, description=page.description))
        return "\n".join(part for part in (front, _headed(page)) if part)


class UnknownForm(Form):
    """Plain Markdown for an engine that nobody named: what any of them would run is text."""

    __slots__ = ()

    def spell(self, page: StagedPage, number: int, below: tuple[str, ...]) -> str:
        """Return the text of a page, without what templates, shortcodes and roles begin with."""
        body = _CODE.sub(r"\1\2", _headed(page))
        inert = replace(page, heading="", body=_RUN.sub(rf"\g<0>{_WORD_JOINER}", body))
        return super().spell(inert, number, below)


class HugoForm(Form):
    """Links between addresses; an index is a section's page, and files are beside the pages."""

    __slots__ = ()

    def page_file(self, page: str) -> str:
        """Return where a page is written. Below an `index.md` Hugo would build no other page."""
        folder, name = posixpath.split(page)
        return self.folder + posixpath.join(folder, "_index.md" if name == "index.md" else name)

    def asset_file(self, asset: str) -> str:
        """Return where an asset is written."""
        return f"static/{asset}"

    def to_file(self, page: str, file: str) -> str:
        """Return the address of a page or an asset from a page, as a reader's browser has it."""
        target = address(file, directory_urls=True) if file.endswith(".md") else file
        return relative(target, address(page, directory_urls=True))

    def spell(self, page: StagedPage, number: int, below: tuple[str, ...]) -> str:
        """Return the text of a page. Themes print its title above it."""
        del below
        known = _known(title=page.title, description=page.description)
        own = page.heading == f"# {page.title}"
        body = _CODE.sub(r"\1\2", _headed(replace(page, heading="") if own else page))
        front = spell_front_matter({**known, "weight": number})
        return f"{front}\n{_SHORTCODE.sub('{' + _WORD_JOINER + '{', body)}"


class MystForm(Form):
    """Links to targets that Sphinx looks up, and lists of the pages below a page."""

    __slots__ = ()
    looks_everywhere = True

    def to_anchor(self, page: str, file: str, anchor: str) -> str:
        """Return the name of a target, which is looked for on every page."""
        del page
        return f"#{_target(file, anchor)}"

    def anchor(self, page: str, anchor: str) -> str:
        """Return a target within a line."""
        return f"[]{{#{_target(page, anchor)}}}"

    def anchor_line(self, page: str, anchor: str) -> str:
        """Return a target on a line of its own, before a heading."""
        return f"({_target(page, anchor)})="

    def spell(self, page: StagedPage, number: int, below: tuple[str, ...]) -> str:
        """Return the text of a page."""
        del number
        meta = {"myst": {"html_meta": {"description": page.description}}}
        front = spell_front_matter(meta if page.description else {})
        body = _CODE.sub(r"\1\2", _headed(page))
        names = "\n".join(f"/{name.removesuffix('.md')}" for name in below)
        tree = f"```{{toctree}}\n:hidden:\n\n{names}\n```\n" if below else ""
        return "\n".join(part for part in (front, body, tree) if part)


def _target(page: str, anchor: str) -> str:
    """Return a target's name, which no other page may have: rows are named within a dossier."""
    own = posixpath.dirname(page).replace("/", "-")
    return anchor if "/" in anchor else f"{own}-{anchor}"


def _known(**values: str) -> Mapping[str, str]:
    return {name: value for name, value in values.items() if value}


def _headed(page: StagedPage) -> str:
    body = page.body.strip("\n") + "\n"
    return f"{page.heading}\n\n{body}" if page.heading else body
