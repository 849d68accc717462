"""What a saved posting asks for and no row speaks of: the denominator is the posting's."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.match.postings import view_posting
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.problems import Problem, warning

_MOST = 5
_LONGEST = 80


def check(library: Library, entry: ApplicationEntry) -> Iterator[Problem]:
    """List, once a posting, what is asked and not answered."""
    if library.audience is not Audience.PRIVATE:
        return
    for position, role in enumerate(entry.application.roles):
        view = view_posting(library, entry, role)
        if view is None or not view.uncovered:
            continue
        where = entry.source.locate(("roles", position, "posting", "file"))
        number = len(view.uncovered)
        verb = "is" if number == 1 else "are"
        message = f"{number} of the {view.asked} things that the posting asks for {verb} in no row"
        yield warning("posting-uncovered", where, message, _listed(view.uncovered))


def _listed(items: tuple[str, ...]) -> str:
    shown = "; ".join(_cut(item) for item in items[:_MOST])
    rest = len(items) - _MOST
    return f"{shown}; and {rest} more" if rest > 0 else shown


def _cut(item: str) -> str:
    item = item.rstrip(".;, ")
    return item if len(item) <= _LONGEST else f"{item[:_LONGEST].rsplit(' ', 1)[0]} …"
