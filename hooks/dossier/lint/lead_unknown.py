"""Leads that dossiers name and the profile does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.model.library import ProfileEntry
from dossier.plain.problems import Problem
from dossier.prose.resolve import suggest


def check(view: FileView) -> Iterator[Problem]:
    """Hold the lead of a dossier against those of the profile, if there is one to be read."""
    profile, entry = view.library.profile, view.application
    lead = entry.application.lead if entry else None
    known = [lead.id for lead in profile.profile.leads] if profile else []
    if profile and lead and lead not in known:
        where = view.source.locate(("lead",))
        hint = suggest(lead, known, partial(_place, profile, known))
        yield Problem("lead-unknown", where, f"the profile has no lead `{lead}`", hint)


def _place(profile: ProfileEntry, known: Sequence[str], lead: str) -> str:
    return str(profile.source.locate(("leads", known.index(lead))))


RULE = Rule("lead-unknown", check=check, needs=(FileKind.PROFILE,))
