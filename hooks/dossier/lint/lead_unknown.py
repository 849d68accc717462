"""Leads that dossiers name and the profile does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.document import FileKind
from dossier.model.library import ApplicationEntry, ProfileEntry
from dossier.plain.problems import Problem
from dossier.prose.resolve import suggest


def read(view: FileView) -> Iterator[ApplicationEntry]:
    """Yield a dossier that names a lead."""
    if view.application and view.application.application.lead:
        yield view.application


def compare(files: AllFiles[ApplicationEntry]) -> Iterator[Problem]:
    """Hold the leads of dossiers against those of the profile, if there is one to be read."""
    profile = files.library.profile
    if profile is None:
        return
    known = [lead.id for lead in profile.profile.leads]
    place = partial(_place, profile, known)
    for entry in files.readings:
        lead = entry.application.lead or ""
        if lead not in known:
            where = entry.source.locate(("lead",))
            hint = suggest(lead, known, place)
            yield Problem("lead-unknown", where, f"the profile has no lead `{lead}`", hint)


def _place(profile: ProfileEntry, known: Sequence[str], lead: str) -> str:
    return str(profile.source.locate(("leads", known.index(lead))))


RULE = Rule("lead-unknown", across=Comparison(read, compare), needs=(FileKind.PROFILE,))
