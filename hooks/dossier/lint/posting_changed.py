"""Postings that say something else than when they were last accepted."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.postings import accepted, fingerprint, posting_name, posting_text
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Compare each saved posting with its fingerprint. What was never accepted cannot change."""
    entry = view.application
    if entry is None:
        return
    known = accepted(view.library)
    for position, role in enumerate(entry.application.roles if known else ()):
        text, name = posting_text(view.library, entry, role), posting_name(entry, role)
        if text is None or name is None or known.get(name) in (None, fingerprint(text)):
            continue
        where = entry.source.locate(("roles", position, "posting", "file"))
        message = f"the saved posting of `{role.id}` has changed since it was accepted"
        hint = f"read its rows again, then run `dossier posting {entry.id}`"
        yield warning("posting-changed", where, message, hint)


RULE = Rule("posting-changed", check=check, of_front=True, private_only=True)
