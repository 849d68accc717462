"""What the profile and the dossiers say of leads, projects and a way to reach the person."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.audience import Audience
from dossier.model.library import Library, ProfileEntry
from dossier.plain.problems import Problem, warning
from dossier.prose.resolve import Dead, resolve, suggest
from dossier.prose.targets import Scheme, Target


def check(library: Library) -> Iterator[Problem]:
    """Find leads and projects that do not exist, and a missing contact."""
    if not library.profile:
        return
    yield from _projects(library, library.profile)
    yield from _leads(library, library.profile)
    profile = library.profile.profile
    if library.audience is Audience.PRIVATE and not (profile.email or profile.phone):
        where = library.profile.source.locate()
        message = "the profile gives no email and no phone, so no recruiter can answer"
        yield warning("contact-missing", where, message, "add `email: …`")


def _projects(library: Library, entry: ProfileEntry) -> Iterator[Problem]:
    for position, lead in enumerate(entry.profile.leads):
        for number, project in enumerate(lead.projects):
            target = Target(Scheme.PROJECT, project)
            found = resolve(target, library, reader=Audience.PRIVATE)
            where = entry.source.locate(("leads", position, "projects", number))
            problem = found.at(where) if isinstance(found, Dead) else None
            if problem:
                yield problem


def _leads(library: Library, profile: ProfileEntry) -> Iterator[Problem]:
    leads = [lead.id for lead in profile.profile.leads]

    def place(lead: str) -> str:
        return str(profile.source.locate(("leads", leads.index(lead))))

    for entry in library.applications.values():
        lead = entry.application.lead
        if lead and lead not in leads:
            where = entry.source.locate(("lead",))
            hint = suggest(lead, leads, place)
            yield Problem("lead-unknown", where, f"the profile has no lead `{lead}`", hint)
