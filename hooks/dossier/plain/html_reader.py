"""The standard library's reader of HTML, in a time that grows with the text alone."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
"""Elements that have no end."""
_MOST_TRIES = 50
"""How often is read on after something that is never closed."""


class HTMLReader(HTMLParser):
    """Reads a whole page. What is never closed is text, and so is all after fifty of its kind."""

    def read(self, page: str) -> None:
        """Read a page, and tell the handlers what stands in it."""
        self.feed(page)
        # `close` looks for the end of each anew, through all that follows.
        for _ in range(_MOST_TRIES):
            if self.cdata_elem or not self.rawdata.startswith("<"):
                break
            self._take(self.rawdata.find(">") + 1 or self.rawdata.find("<", 1))
            self.feed("")
        # `close` would drop the rest of a script that is never closed.
        if self.rawdata and (self.cdata_elem or self.rawdata.startswith("<")):
            self._take(len(self.rawdata))
        self.close()

    def _take(self, end: int) -> None:
        """Tell what stands before a position as text, one sign at least."""
        end = max(end, 1)
        text, rest = self.rawdata[:end], self.rawdata[end:]
        self.handle_data(text if self.cdata_elem else unescape(text))
        self.updatepos(0, end)
        self.rawdata = rest
