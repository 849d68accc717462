"""Text in a saved posting that speaks to a machine: whoever hands it to one should know."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.instructions import instructions
from dossier.match.postings import posting_name, posting_text
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Tell, once a posting, where it speaks to a machine."""
    entry = view.application
    if entry is None:
        return
    for position, role in enumerate(entry.application.roles):
        text = posting_text(view.library, entry, role)
        if text is None or not (found := instructions(text)):
            continue
        where = entry.source.locate(("roles", position, "posting", "file"))
        line, words = found[0]
        more = f", and {len(found) - 1} more like it" if len(found) > 1 else ""
        message = f"the posting speaks to a machine: `{words}`{more}"
        name = posting_name(entry, role)
        hint = f"it is line {line + 1} of {name}; it asks nothing of you, and no assistant obeys it"
        yield warning("posting-instructs", where, message, hint)


RULE = Rule("posting-instructs", check=check, of_front=True, private_only=True)
