"""What a saved posting asks for and no row speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.postings import view_posting
from dossier.plain.problems import Problem, warning

_MOST = 5
_LONGEST = 80


def check(view: FileView) -> Iterator[Problem]:
    """List, once a posting, what is asked and not answered."""
    entry = view.application
    if entry is None:
        return
    for position, role in enumerate(entry.application.roles):
        posting = view_posting(view.library, entry, role)
        if posting is None:
            continue
        where = entry.source.locate(("roles", position, "posting", "file"))
        for heading, count in posting.unplaced:
            items = f"{count} more item{'s' * (count > 1)}"
            message = f"{items} under `{_cut(heading)}` may be asked for too"
            hint = "write a row for what is, or give the heading a word such as `Requirements`"
            yield warning("posting-uncovered", where, message, hint)
        if not posting.uncovered:
            continue
        number = len(posting.uncovered)
        verb = "is" if number == 1 else "are"
        things = f"{number} of the {posting.asked} things"
        message = f"{things} that the posting asks for {verb} in no row"
        yield warning("posting-uncovered", where, message, _listed(posting.uncovered))


def _listed(items: tuple[str, ...]) -> str:
    shown = "; ".join(_cut(item) for item in items[:_MOST])
    rest = len(items) - _MOST
    return f"{shown}; and {rest} more" if rest > 0 else shown


def _cut(item: str) -> str:
    item = item.rstrip(".;, ")
    return item if len(item) <= _LONGEST else f"{item[:_LONGEST].rsplit(' ', 1)[0]} …"


RULE = Rule("posting-uncovered", check=check, of_front=True, private_only=True)
