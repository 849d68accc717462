"""A page to the text that stands in it. Nothing of it is run or fetched."""

from __future__ import annotations

from dossier.plain.html_reader import VOID, HTMLReader

_HIDDEN = frozenset({"script", "style", "template"})
_NEVER_SEEN = _HIDDEN | {"title", "noscript", "textarea", "select", "dialog", "iframe", "svg"}
_BLOCKS = frozenset({"p", "div", "ul", "ol", "section", "tr", "br"})
_CLOSING = frozenset({"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike"  # noqa: SIM905
    " strong sub sup time tt u var wbr".split()
)


class _Text(HTMLReader):
    """Keeps a page's text: headings and list items as Markdown, one block a line."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self._hidden += tag in _HIDDEN
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.parts.append("\n\n## ")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _BLOCKS:
            self.parts.append("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in _CLOSING:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            # Line ends in a page's source are blanks.
            self.parts.append(" ".join(f"|{data}|".split())[1:-1])


class _Seen(HTMLReader):
    """Keeps what a reader sees of a page, as far as its elements tell; a blank between blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._unseen: list[str] = []
        """The element that is not seen, and those within it that are open."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.parts.append(" ")
        if tag not in VOID and (self._unseen or tag in _NEVER_SEEN or _is_hidden(dict(attrs))):
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append(" ")
        if tag in self._unseen:
            # What was left open inside ends with it.
            while self._unseen.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


class _Wholes(HTMLReader):
    """Keeps what is read as a whole, each with its line: blocks, rows, alternatives and titles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.pointed_at: list[tuple[int, str]] = []
        """Of these the alternatives and titles."""
        self._parts: list[str] = []
        self._line = 0
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        self._divide(tag)
        for name, value in attrs:
            if name in ("alt", "title") and value:
                self.pointed_at.append((self.getpos()[0] - 1, " ".join(value.split())))
                self.found.append(self.pointed_at[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        self._divide(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if data.strip() and not "".join(self._parts).strip():
            before = data[: len(data) - len(data.lstrip())]
            self._line = self.getpos()[0] - 1 + before.count("\n")
        self._parts.append(data)

    def _divide(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._parts.append(" ")
        elif tag not in _INLINE:
            self.end()

    def end(self) -> None:
        """Keep what was read since the last block."""
        if text := " ".join("".join(self._parts).split()):
            self.found.append((self._line, text))
        self._parts = []


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").casefold()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def spell_html(page: str) -> str:
    """Return the text of a saved page."""
    reader = _Text()
    reader.read(page)
    return "".join(reader.parts)


def wholes(html: str) -> list[tuple[int, str]]:
    """Return the texts of raw HTML that are read as a whole, each with its line from 0."""
    reader = _Wholes()
    reader.read(html)
    reader.end()
    return reader.found


def pointed_at(html: str) -> list[tuple[int, str]]:
    """Return the alternatives and titles in raw HTML, in the same way."""
    reader = _Wholes()
    reader.read(html)
    return reader.pointed_at


def seen_text(page: str) -> str:
    """Return the text that a reader of a page sees, on one line."""
    reader = _Seen()
    reader.read(page)
    return " ".join("".join(reader.parts).split())
