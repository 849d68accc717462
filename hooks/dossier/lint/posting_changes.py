"""Postings that say something else than when they were last accepted."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.match.postings import accepted, fingerprint, posting_name, posting_text
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.problems import Problem, warning


def check(library: Library, entry: ApplicationEntry) -> Iterator[Problem]:
    """Compare each saved posting with its fingerprint. What was never accepted cannot change.

    There are no postings in any view but the private one.
    """
    known = accepted(library)
    for position, role in enumerate(entry.application.roles if known else ()):
        text, name = posting_text(library, entry, role), posting_name(entry, role)
        if text is None or name is None or known.get(name) in (None, fingerprint(text)):
            continue
        where = entry.source.locate(("roles", position, "posting", "file"))
        message = f"the saved posting of `{role.id}` has changed since it was accepted"
        hint = f"read its rows again, then run `dossier posting {entry.id}`"
        yield warning("posting-changed", where, message, hint)
