"""What a saved posting asks for and no row speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.postings import posting_text, view_posting
from dossier.match.sections import asked
from dossier.model.application import Role
from dossier.model.library import ApplicationEntry, Library
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
        tasks = _tasks(view.library, entry, role)
        uncovered = tuple(ask for ask in posting.uncovered if ask not in tasks)
        if not uncovered:
            continue
        number = len(uncovered)
        verb = "is" if number == 1 else "are"
        things = f"{number} of the {posting.asked - len(tasks)} things"
        message = f"{things} that the posting asks for {verb} in no row"
        yield warning("posting-uncovered", where, message, _listed(uncovered))


def _tasks(library: Library, entry: ApplicationEntry, role: Role) -> frozenset[str]:
    """Return what one does there, where it is told apart: nobody is asked to have done it."""
    text = posting_text(library, entry, role) or ""
    return frozenset(item.text for item in asked(text) if item.is_task)


def _listed(items: tuple[str, ...]) -> str:
    shown = "; ".join(_cut(item) for item in items[:_MOST])
    rest = len(items) - _MOST
    return f"{shown}; and {rest} more" if rest > 0 else shown


def _cut(item: str) -> str:
    item = item.rstrip(".;, ")
    return item if len(item) <= _LONGEST else f"{item[:_LONGEST].rsplit(' ', 1)[0]} …"


RULE = Rule("posting-uncovered", check=check, private_only=True)
