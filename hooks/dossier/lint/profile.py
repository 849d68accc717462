"""What the profile and the dossiers say of leads, projects and a way to reach the person."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.audience import Audience
from dossier.library import Library
from dossier.problems import Problem, closest, warning


def check(library: Library) -> Iterator[Problem]:
    """Find leads and projects that do not exist, and a missing contact."""
    if not library.profile:
        return
    profile, source = library.profile.profile, library.profile.source
    for position, lead in enumerate(profile.leads):
        for number, project in enumerate(lead.projects):
            if project not in library.projects and not library.is_unread(project):
                where = source.locate(("leads", position, "projects", number))
                found = closest(project, library.projects)
                hint = f"did you mean `{found}`?" if found else ""
                yield Problem("project-unknown", where, f"there is no project `{project}`", hint)
    leads = [lead.id for lead in profile.leads]
    for entry in library.applications.values():
        lead_id = entry.application.lead
        if lead_id and lead_id not in leads:
            where = entry.source.locate(("lead",))
            found = closest(lead_id, leads)
            position = leads.index(found) if found else 0
            hint = (
                f"did you mean `{found}`? ({source.locate(('leads', position))})" if found else ""
            )
            yield Problem("lead-unknown", where, f"the profile has no lead `{lead_id}`", hint)
    if library.audience is Audience.PRIVATE and not (profile.email or profile.phone):
        message = "the profile gives no email and no phone, so no recruiter can answer"
        yield warning("contact-missing", source.locate(), message, "add `email: …`")
