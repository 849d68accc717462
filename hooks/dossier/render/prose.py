"""Prose and text fields to HTML, references expanded. One pass: output is never read again."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from dossier.model.figure import NO_BREAK_SPACE
from dossier.plain.addresses import split_address
from dossier.plain.frozen import frozen
from dossier.plain.media import ImageSize
from dossier.plain.patterns import pattern
from dossier.prose.directives import directive_name
from dossier.prose.markdown import parse, parse_inline, parser
from dossier.prose.scan import link_content, link_title
from dossier.prose.targets import Target, parse_target
from dossier.render import images
from dossier.render.direction import BEGIN, END, is_rtl, with_directions, with_figures_isolated

_PERCENT = pattern(r"(?<=\d) (?=[%‰])")
"""The blank in `17 %`, at which no line breaks."""
SCROLL_BEGIN = '<div class="ev-scroll" role="region" aria-label="Table" tabindex="0"><table>\n'
SCROLL_END = "</table></div>\n"
"""A table may be wider than a phone, and then scrolls by keyboard too."""

_EXPANSION = "expansion"
"""Where the environment of a text says how links, images and directives are written."""


@frozen
class Expansion:
    """How links, images and directives of a text are written."""

    reference: Callable[[Target, Markup, str], Markup]
    """A target, its text and its title, to what stands in its place."""
    directive: Callable[[str, str], Markup]
    """A directive's name and body, to what stands in its place."""
    link: Callable[[str], str | None]
    """An ordinary link's address to the one that is written, None to leave only its text."""
    size: Callable[[str], ImageSize | None] = lambda _: None
    """An image's address to its size, None if it is not known."""


class _Renderer(RendererHTML):
    """markdown-it's renderer, with references, checked links and directives.

    How these are written stands in the environment of a text: to make a renderer is work, and it
    refers to itself, so that what it held would be garbage that has to be looked for.
    """

    def __init__(self) -> None:
        super().__init__()
        # What plugins render, such as footnotes, they render into the parser's own renderer.
        self.rules = {**_plugin_rules(), **self.rules}

    def table_open(self, *_: object) -> str:
        return SCROLL_BEGIN

    def table_close(self, *_: object) -> str:
        return SCROLL_END

    def renderInline(  # noqa: N802 - the parent's name
        self, tokens: Sequence[Token], options: OptionsDict, env: EnvType
    ) -> str:
        parts: list[str] = []
        position = 0
        plain = position
        is_turned = any(is_rtl(token.content) for token in tokens)
        while position < len(tokens):
            token = tokens[position]
            if token.type != "link_open":
                position += 1
                continue
            parts.append(super().renderInline(tokens[plain:position], options, env))
            content = link_content(tuple(tokens), position)
            text = self.renderInline(content, options, env)
            link = self._link(token, text, env[_EXPANSION])
            # Without a text of its own it is a figure.
            parts.append(link if content or not is_turned else f"{BEGIN}{link}{END}")
            position += len(content) + 2
            plain = position
        parts.append(super().renderInline(tokens[plain:], options, env))
        return "".join(parts)

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        if any(is_rtl(token.content) for token in tokens):
            return with_figures_isolated(tokens[idx].content)
        return _PERCENT.sub(NO_BREAK_SPACE, super().text(tokens, idx, options, env))

    @staticmethod
    def _link(token: Token, text: str, expansion: Expansion) -> str:
        address = str(token.attrs.get("href", ""))
        target = parse_target(address)
        if target:
            shown = Markup(text)  # noqa: S704 - rendered above
            return expansion.reference(target, shown, link_title(token))
        written = expansion.link(address)
        if written is None:
            return text
        # Browsers don't go to such an address, but they save what it holds.
        download = f' download="{html.escape(file_name(address))}"' if is_inlined(written) else ""
        return f'<a href="{html.escape(written)}"{download}>{text}</a>'

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self._image(tokens[idx], images.tag, options, env)

    def figure(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        shown = [self._image(t, images.figure, options, env) for t in tokens[idx].children or ()]
        return "".join([*shown, "\n"])

    def _image(
        self,
        token: Token,
        write: Callable[[Mapping[str, str], ImageSize | None], str],
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        """Write an image, or only its text if it leads nowhere."""
        address, title = (str(token.attrs.get(name, "")) for name in ("src", "title"))
        text = self.renderInlineAsText(token.children, options, env)
        expansion: Expansion = env[_EXPANSION]
        written = expansion.link(address)
        # No page fetches anything from another host.
        if written is None or (leads_away(address) and not is_inlined(written)):
            return f"<p>{html.escape(text)}</p>" if write is images.figure else html.escape(text)
        attributes = {"src": written, "alt": text, **({"title": title} if title else {})}
        return write(attributes, expansion.size(address))

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        name = directive_name(tokens[idx].info)
        if name:
            expansion: Expansion = env[_EXPANSION]
            return expansion.directive(name, tokens[idx].content)
        return super().fence(tokens, idx, options, env)


@cache
def _renderer() -> _Renderer:
    return _Renderer()


def leads_away(address: str) -> bool:
    """Return whether an address is none of this site's."""
    parts = split_address(address)
    return parts is None or bool(parts.scheme or parts.netloc)


def is_inlined(address: str) -> bool:
    """Return whether an address holds the file itself."""
    return address.startswith("data:")


def file_name(address: str) -> str:
    """Return the file's name in a relative address."""
    return unquote(posixpath.basename(urlsplit(address).path))


def _plugin_rules() -> dict[str, Any]:
    renderer = parser().renderer
    assert isinstance(renderer, RendererHTML)  # noqa: S101 - markdown-it's default
    return renderer.rules


def _with_figures(tokens: Sequence[Token]) -> Iterator[Token]:
    """Put a figure in place of each paragraph that holds nothing but an image."""
    position = 0
    while position < len(tokens):
        token = tokens[position]
        children = tokens[position + 1].children if token.type == "paragraph_open" else None
        if children and not token.hidden and [child.type for child in children] == ["image"]:
            yield Token("figure", "figure", 0, children=children)
            position += 3
        else:
            yield token
            position += 1


class Prose:
    """Renders texts with one way of expanding what they refer to."""

    def __init__(self, expansion: Expansion) -> None:
        self._expansion = expansion

    def block(
        self, text: str, *, name: str = "", definitions: Mapping[str, Any] | None = None
    ) -> Markup:
        """Render block text. `name` keeps the footnotes of several texts on a page apart.

        `definitions` are those of links that stand elsewhere in the section.
        """
        if definitions:
            environment: dict[str, Any] = {"references": dict(definitions)}
            tokens = tuple(parser().parse(text, environment))
        else:
            tokens, environment = parse(text)
        named = {"docId": name} if name else {}
        environment = {**environment, **named, _EXPANSION: self._expansion}
        rendered = _renderer().render(
            list(with_directions(_with_figures(tokens))), parser().options, environment
        )
        return Markup(rendered)  # noqa: S704 - raw HTML is off in the parser

    def inline(self, text: str) -> Markup:
        """Render a text field, one from right to left apart from what stands beside it."""
        shown = self.children(parse_inline(text))
        return Markup("<bdi>{}</bdi>").format(shown) if is_rtl(text) else shown

    def children(self, tokens: Sequence[Token]) -> Markup:
        """Render inline tokens."""
        environment = {_EXPANSION: self._expansion}
        rendered = _renderer().renderInline(tokens, parser().options, environment)
        return Markup(rendered)  # noqa: S704 - raw HTML is off in the parser
