"""A résumé as a RenderCV file (https://rendercv.com), the counterpart of the import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from dossier.exporting.json_resume import known
from dossier.exporting.resume import Job, Person, Published, Resume, Study, Work


def spell_rendercv(resume: Resume) -> str:
    """Return a résumé in RenderCV's form; what is not known is left out."""
    cv = known(**_person(resume.person), sections=_sections(resume))
    return yaml.safe_dump({"cv": cv}, allow_unicode=True, sort_keys=False, width=100)


def _person(person: Person) -> Mapping[str, Any]:
    return known(
        name=person.name,
        headline=person.headline,
        location=person.location,
        email=person.email,
        phone=person.phone,
        website=person.links[0][1] if person.links else "",
    )


def _sections(resume: Resume) -> Mapping[str, Any]:
    """Return the sections by their titles, each with entries of one kind."""
    jobs = {"experience": [_job(job) for job in resume.jobs]}
    projects = {"projects": [_project(work) for work in resume.projects]}
    sections = {
        "summary": [str(resume.summary)] if resume.summary else [],
        **(projects | jobs if resume.projects_first else jobs | projects),
        "education": [_study(study) for study in resume.education],
        "certificates": [
            known(name=one.name, issuer=one.issuer, date=one.date, url=one.url)
            for one in resume.certificates
        ],
        "awards": [
            known(
                name=one.title,
                awarder=one.awarder,
                date=one.date,
                url=one.url,
                summary=str(one.summary),
            )
            for one in resume.awards
        ],
        "skills": [
            {"label": one.group or "Skills", "details": ", ".join(one.skills)}
            for one in resume.skills
        ],
        "publications": [_publication(one) for one in resume.publications],
        "languages": [{"label": one.language, "details": one.level} for one in resume.languages],
    }
    return {title: entries for title, entries in sections.items() if entries}


def _job(job: Job) -> Mapping[str, Any]:
    # It asks for both of the first two, and for both of a study's.
    return {
        "company": job.employer,
        "position": job.title,
        **known(
            location=job.location,
            url=job.url,
            start_date=job.since,
            end_date=job.until,
            summary=str(job.summary),
            highlights=[str(one) for one in job.highlights],
        ),
    }


def _study(study: Study) -> Mapping[str, Any]:
    return {
        "institution": study.institution,
        "area": study.field,
        **known(
            degree=study.degree,
            location=study.location,
            start_date=study.since,
            end_date=study.until,
            summary=str(study.summary),
        ),
    }


def _project(work: Work) -> Mapping[str, Any]:
    named = f"[{work.title}]({work.url})" if work.url else work.title
    # An entry is known to be a project by its highlights, which may be none.
    return {
        **known(name=named, summary=str(work.line)),
        "highlights": [str(one) for one in work.highlights],
    }


def _publication(one: Published) -> Mapping[str, Any]:
    return {
        "title": one.title,
        "authors": list(one.authors),
        **known(journal=one.publisher, date=one.date, url=one.url, summary=str(one.summary)),
    }
