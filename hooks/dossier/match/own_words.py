"""What the author has said in profile and projects, where no patch of an assistant writes."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.match.background import spell_certificate, spell_study
from dossier.model.library import Library
from dossier.plain.folding import fold


def own_sentences(library: Library) -> frozenset[str]:
    """Return the lines that the profile, projects and free pages say, folded."""
    return frozenset(fold(text) for text in _texts(library)) - {""}


def is_own(claim: str, sentences: frozenset[str]) -> bool:
    """Return whether a claim is one of these lines, word for word."""
    return fold(claim) in sentences


def _texts(library: Library) -> Iterator[str]:
    if library.profile:
        profile = library.profile.profile
        for job in profile.work:
            yield from job.highlights
            yield job.summary or ""
        yield from map(spell_study, profile.education)
        yield from map(spell_certificate, profile.certificates)
    projects, pages = library.projects.values(), library.pages.values()
    for source in (*(entry.source for entry in projects), *(entry.source for entry in pages)):
        yield from source.body.split("\n")
    yield from (entry.project.line or "" for entry in projects)
