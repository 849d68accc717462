"""Renders the texts and templates of one page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol, TypeVar, cast
from weakref import proxy

from markdown_it.token import Token
from markupsafe import Markup, escape

from dossier.model.application import ProofPoint
from dossier.model.document import Document
from dossier.model.evidence import Metric
from dossier.model.figure import qualifier, write
from dossier.model.library import ApplicationEntry, ProjectEntry
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem
from dossier.prose.directives import PRIVATE, Directive, parse_directive
from dossier.prose.inline_text import plain_text
from dossier.prose.markdown import parse_inline
from dossier.prose.resolve import DeadReference, MarkedFigure, ResolvedReference, resolve
from dossier.prose.targets import Target
from dossier.render.frame import Frame
from dossier.render.labels import CHECKS, check_shown
from dossier.render.prose import Expansion, Prose
from dossier.render.templates import environment
from dossier.templates import Templates

PAGE_ANCHORS = frozenset({"content"})
"""Anchors that the frame around every page has."""
UNKNOWN = "?"
"""What stands for the value of a metric that is not there."""

Draw = Callable[["Renderer", Directive], Markup]
"""Draws a directive on a page."""


Once = Callable[..., Any]
"""Calls what draws a part of the site, named by its path, with a renderer and what is given; or
returns what that came to before."""


def plainly(_: str, draw: Callable[..., Any], renderer: Renderer, *given: object) -> Any:  # noqa: ANN401 - what is drawn
    """Draw, whatever was drawn before."""
    return draw(renderer, *given)


Drawn = TypeVar("Drawn")


class PageParts(Protocol):
    """Where the parts of pages come from."""

    def draw(self, page: Renderer, given: tuple[object, ...], draw: Callable[[], Drawn]) -> Drawn:
        """Return a part, which hangs on what is given, drawn or as it was."""

    def share(self, name: object, make: Callable[[], Drawn]) -> Drawn:
        """Return what is made once for several pages, by what says so."""


class DrawnAnew:
    """Parts that are drawn whatever was drawn before."""

    def __init__(self) -> None:
        self._shared: dict[object, Any] = {}

    def draw(self, _: Renderer, __: tuple[object, ...], draw: Callable[[], Drawn]) -> Drawn:
        """Draw a part."""
        return draw()

    def share(self, name: object, make: Callable[[], Drawn]) -> Drawn:
        """Return what was made on the first page that asked for it."""
        if name not in self._shared:
            self._shared[name] = make()
        return cast("Drawn", self._shared[name])


@frozen
class Renderer:
    """A frame, the templates, and the ways to expand directives.

    Not slotted, because what it renders with is made late and kept.
    """

    frame: Frame
    templates: Templates
    directives: Callable[[str], Draw]
    """What draws a directive, by its name."""
    parts: PageParts = field(default_factory=DrawnAnew, compare=False)

    def on(self, page: str, application: ApplicationEntry | None = None) -> Renderer:
        """Return the renderer of another page of the same site."""
        frame = self.frame.on(page, application)
        return Renderer(frame, self.templates, self.directives, self.parts)

    def part(self, draw: Callable[[], Drawn], *given: object) -> Drawn:
        """Return a part of the page, drawn or as it was.

        `given` is its name and all that it hangs on, beside what is asked of the library. It has no
        anchor that others might have, and what is drawn holds nothing that asks later.
        """
        return self.parts.draw(self, given, draw)

    def text(self, text: str | None, source: Document) -> Markup:
        """Render a text field; nothing for none."""
        return self._prose(source).inline(text) if text else Markup("")

    def inner(self, tokens: Sequence[Token], source: Document) -> Markup:
        """Render the inline tokens of a link's text."""
        return self._prose(source).children(tokens)

    def prose(
        self,
        text: str,
        source: Document,
        *,
        name: str = "",
        definitions: Mapping[str, Any] | None = None,
    ) -> Markup:
        """Render block text."""
        return self._prose(source).block(text, name=name, definitions=definitions)

    def plain(self, text: str | None) -> str:
        """Return a text field without its markup, for titles and labels."""
        return plain_text(parse_inline(text), self.plain_reference).strip() if text else ""

    def template(self, name: str, /, **context: object) -> Markup:
        """Render a template of `fragments/` to safe HTML."""
        template = environment(self.templates).get_template(f"fragments/{name}.html")
        return Markup(template.render(**context))  # noqa: S704 - autoescape is on

    def anchor(self, name: str) -> str:
        """Return an anchor that nothing before it on the page has: the name, or with a number."""
        anchor, number = name, 2
        while anchor in self.anchors:
            anchor, number = f"{name}-{number}", number + 1
        self.anchors.add(anchor)
        return anchor

    def first_anchor(self, name: str) -> str:
        """Return the anchor of what others link to where it first stands, then nothing."""
        if name in self.drawn:
            return ""
        self.drawn.add(name)
        self.anchors.add(name)
        return name

    @cached_property
    def anchors(self) -> set[str]:
        """The anchors of the page so far."""
        return set(PAGE_ANCHORS)

    @cached_property
    def drawn(self) -> set[str]:
        """The anchors of rows and cards that the page has so far."""
        return set()

    @cached_property
    def claimed(self) -> dict[str, str]:
        """The links to the rows of the page that say what records claim, by record."""
        return {}

    def reference(self, target: Target, text: Markup, title: str = "") -> Markup:
        """Return what stands for a reference, its text and its title."""
        found = self._resolve(target)
        if isinstance(found, DeadReference):
            if self.frame.stands_alone:
                # A row of another role, a project without a page: no fault of the text's.
                return text or Markup(UNKNOWN)  # noqa: S704 - a constant
            return Markup(self._macros.dead(text or UNKNOWN))  # noqa: S704 - a macro's output
        if isinstance(found, MarkedFigure):
            return text
        if isinstance(found, ResolvedReference):
            if found.metric:
                value = self._written(found.metric, title, is_before=found.is_before)
                figure = Markup(self._macros.figure(value))  # noqa: S704 - a macro's output
                return figure + escape(self._qualifier(found, title))
            href = self.frame.to_record(found.entry)
            check = check_shown(found.entry)
            return Markup(self._macros.cite(href, text, check, CHECKS[check]))  # noqa: S704
        return Markup(self._macros.link(self._href(found), text))  # noqa: S704

    def directive(self, name: str, body: str) -> Markup:
        """Return what stands for a directive."""
        parsed = parse_directive(name, body, Document(""), 0)
        if isinstance(parsed, Problem) or (name in PRIVATE and not self.frame.is_private):
            return Markup("")
        return self.directives(name)(self, parsed)

    def _href(self, found: object) -> str:
        if isinstance(found, ProjectEntry):
            return self.frame.to_page(f"projects/{found.id}.md")
        # A row is found in the dossier whose text this is, whichever page the text stands on.
        assert isinstance(found, ProofPoint)  # noqa: S101 - all that `resolve` returns beside
        assert self.frame.application is not None  # noqa: S101 - else there are no rows
        return self.frame.to_row(self.frame.application.id, found.id)

    def _resolve(self, target: Target) -> Any:  # noqa: ANN401 - what `resolve` returns
        frame = self.frame
        return resolve(target, frame.library, reader=frame.reader, application=frame.application)

    def plain_reference(self, target: Target, text: str, title: str = "") -> str:
        """Return what stands for a reference in plain text."""
        found = self._resolve(target)
        if isinstance(found, ResolvedReference) and found.metric:
            value = self._written(found.metric, title, is_before=found.is_before)
            return value + self._qualifier(found, title)
        return text or UNKNOWN

    def _written(self, metric: Metric, title: str, *, is_before: bool) -> str:
        return write(metric, title, is_before=is_before, mark=self.frame.thousands)

    def _qualifier(self, cited: ResolvedReference, title: str) -> str:
        assert cited.metric is not None  # noqa: S101 - the callers have looked
        # Titles within a scope are passed over: one might name the same metric again.
        return qualifier(
            cited.entry.record,
            cited.metric,
            title,
            lambda scope: plain_text(
                parse_inline(scope), lambda target, shown, _: self.plain_reference(target, shown)
            ),
        )

    def _prose(self, source: Document) -> Prose:
        # Relative links are written from the file's folder, and each file has one prose.
        known: dict[str, Prose] = self._proses
        if source.file not in known:
            known[source.file] = Prose(_expansion(proxy(self), source))
        return known[source.file]

    @cached_property
    def _proses(self) -> dict[str, Prose]:
        return {}

    @cached_property
    def _macros(self) -> Any:  # noqa: ANN401 - Jinja's modules have no types
        return environment(self.templates).get_template("fragments/references.html").module


def _expansion(page: Renderer, source: Document) -> Expansion:
    """Return how what stands in a file is written on a page.

    The page is not held, or it would be garbage that has to be looked for, and all it has read.
    """

    def reference(target: Target, text: Markup, title: str) -> Markup:
        return page.reference(target, text, title)

    def directive(name: str, body: str) -> Markup:
        return page.directive(name, body)

    return Expansion(
        reference,
        directive,
        lambda address: page.frame.to_written(source, address),
        lambda address: page.frame.size_of(source, address),
    )
