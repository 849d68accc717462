"""A saved page to its text, its title and the `JobPosting` in it. Nothing of it runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from dossier.importing.inert import clean, clean_values
from dossier.importing.page_parts import posting_part
from dossier.plain.html_reader import HTMLReader

_DEEPEST = 40


@dataclass
class SavedPage:
    """What a saved page says."""

    text: str
    """The posting, without what stands around it."""
    title: str = ""
    posting: dict[str, Any] = field(default_factory=dict)
    """The first JobPosting of schema.org in it."""
    is_marked: bool = False
    """Whether an element says that it is the page's content."""
    left_out: int = 0
    """How many words stand around it: menus, banners, footers."""
    hidden: int = 0
    """How many words the page shows nobody."""


class _Reader(HTMLReader):
    """Finds a page's title and its linked data."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.data: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").casefold()
        is_data = tag == "script" and kind.startswith("application/ld+json")
        self._inside = "data" if is_data else "title" if tag == "title" else ""
        if is_data:
            self.data.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parent's
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title.append(data)
        elif self._inside == "data":
            self.data[-1] += data


def read_page(html: str) -> SavedPage:
    """Return what a saved page says."""
    reader = _Reader()
    reader.read(html)
    title = " ".join(" ".join(reader.title).split())
    part = posting_part(html)
    found = next((job for data in reader.data for job in _postings(_parsed(data))), {})
    told = clean(part.text), clean(title), clean_values(found)
    return SavedPage(*told, part.is_marked, part.left_out, part.hidden)


def _parsed(data: str) -> Any:  # noqa: ANN401 - any plain value
    try:
        return json.loads(data, parse_float=Decimal, parse_int=Decimal, parse_constant=str)
    except (ValueError, RecursionError):
        return None


def _postings(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the job postings in linked data."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _postings(item, depth + 1)
    elif isinstance(value, dict):
        kind = value.get("@type")
        if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
            yield value
        yield from _postings(value.get("@graph"), depth + 1)
