"""What the author has said in profile and projects, where no patch of an assistant writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.match.priorities import sentences_of
from dossier.match.spelled_credentials import spell_award, spell_certificate, spell_study
from dossier.model.library import Library, ProjectEntry
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
        yield from map(spell_award, profile.awards)
    for page in library.pages.values():
        yield from _of_body(page.source.body)
    for entry in library.projects.values():
        yield from _of_project(entry)


def project_sentences(entry: ProjectEntry) -> frozenset[str]:
    """Return the lines and sentences that a project says, folded."""
    return frozenset(fold(text) for text in _of_project(entry)) - {""}


def _of_project(entry: ProjectEntry) -> Iterator[str]:
    yield entry.project.line or ""
    yield from _of_body(entry.source.body)


def _of_body(body: str) -> Iterator[str]:
    yield from body.split("\n")
    for paragraph in re.split(r"\n\s*\n", body):
        yield from sentences_of(" ".join(paragraph.split()))
