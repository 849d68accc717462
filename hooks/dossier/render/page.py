"""What comes out: finished pages, and the author's own with placeholders filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from markupsafe import Markup

from dossier.plain.frozen import frozen


@frozen
class Heading:
    """A line of a page's table of contents."""

    anchor: str
    title: str


@frozen
class SocialCard:
    """What the picture says that stands for a page where its link is shared."""

    title: str
    line: str
    metrics: tuple[tuple[str, str], ...] = ()
    """Values as they are printed, each with what it is."""

    @property
    def label(self) -> str:
        """Everything the picture says, in words."""
        parts = (self.title, self.line, *map(" ".join, self.metrics))
        return ". ".join(part.removesuffix(".") for part in parts if part)


@frozen
class Preview:
    """What a public page tells search engines and link previews. Private pages tell nothing."""

    kind: str = "website"
    """Its type in Open Graph."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """Its subject in the words of schema.org, without addresses of the site; empty for none."""
    card: SocialCard | None = None


@frozen
class Page:
    """A page that is drawn from the data: finished HTML with its table of contents."""

    path: str
    """The source path below `content/` that the engine knows it by."""
    title: str
    description: str
    html: str
    """Plain text to Python, so that an engine that takes it as such makes no copy of it."""
    headings: tuple[Heading, ...] = ()
    layout: str = "page"
    is_private: bool = False
    """Whether it is a page of the private site."""
    in_nav: bool = False
    preview: Preview = field(default_factory=Preview)


@frozen
class AuthorPage:
    """A page of the author's Markdown, with placeholders that the engine leaves alone."""

    path: str
    title: str
    description: str
    markdown: str
    """Front matter is gone; what has to be expanded is a placeholder: `\\ue0003\\ue001`."""
    placeholders: tuple[Markup, ...] = ()
    """What fills each placeholder, by its number."""
    before: Markup = field(default_factory=Markup)
    """What stands before the author's text."""
    after: Markup = field(default_factory=Markup)
    headings: tuple[Heading, ...] = ()
    """The headings in `after`."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """Front matter that the theme reads."""
    layout: str = "page"
    is_private: bool = False
    in_nav: bool = False
    preview: Preview = field(default_factory=Preview)


PLACEHOLDER_BEGIN, PLACEHOLDER_END, BLOCK_END = "\ue000", "\ue001", "\ue002"
"""Private-use characters, which no Markdown extension touches."""


def placeholder(number: int) -> str:
    """Return the text that stands where a part of a line is to be expanded."""
    return f"{PLACEHOLDER_BEGIN}{number}{PLACEHOLDER_END}"


def block_placeholder(number: int) -> str:
    """Return the text that stands where blocks are to be expanded, as a paragraph of its own."""
    return f"{PLACEHOLDER_BEGIN}{number}{BLOCK_END}"
