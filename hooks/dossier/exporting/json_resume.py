"""A résumé as JSON Resume (https://jsonresume.org, schema 1.3.1), the counterpart of the import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.exporting.resume import Job, Person, Resume, Statement, Study, Work
from dossier.plain.dates import PRESENT
from dossier.plain.terminal import inert_json

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def spell_json_resume(resume: Resume) -> str:
    """Return a résumé in JSON Resume's form; what is not known is left out."""
    whole = {
        "$schema": SCHEMA,
        "basics": _basics(resume),
        "work": [_job(job) for job in resume.jobs],
        "education": [_study(study) for study in resume.education],
        "certificates": [
            known(name=one.name, issuer=one.issuer, date=one.date, url=one.url)
            for one in resume.certificates
        ],
        "awards": [
            known(
                title=one.title,
                awarder=one.awarder,
                date=one.date,
                url=one.url,
                summary=str(one.summary),
            )
            for one in resume.awards
        ],
        "publications": [
            known(
                name=one.title,
                authors=one.authors,
                publisher=one.publisher,
                releaseDate=one.date,
                url=one.url,
                summary=str(one.summary),
            )
            for one in resume.publications
        ],
        "skills": [known(name=one.group or "Skills", keywords=one.skills) for one in resume.skills],
        "languages": [known(language=one.language, fluency=one.level) for one in resume.languages],
        "projects": [_project(work) for work in resume.projects],
    }
    return inert_json(known(**whole)) + "\n"


def known(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - plain values
    """Return the values that say something, in their order."""
    return {name: _plain(value) for name, value in values.items() if value}


def _plain(value: Any) -> Any:  # noqa: ANN401 - plain values
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return list(value) if is_list else value


def _basics(resume: Resume) -> Mapping[str, Any]:
    person = resume.person
    return known(
        name=person.name,
        label=person.headline,
        email=person.email,
        phone=person.phone,
        url=person.links[0][1] if person.links else "",
        summary=str(resume.summary),
        location=known(city=person.location),
        profiles=_profiles(person),
    )


def _profiles(person: Person) -> list[dict[str, str]]:
    return [{"network": label, "url": url} for label, url in person.links[1:]]


def _job(job: Job) -> Mapping[str, Any]:
    return known(
        name=job.employer,
        position=job.title,
        location=job.location,
        url=job.url,
        **_dates(job.since, job.until),
        summary=str(job.summary),
        highlights=_said(job.highlights),
    )


def _study(study: Study) -> Mapping[str, Any]:
    return known(
        institution=study.institution,
        area=study.field,
        studyType=study.degree,
        location=study.location,
        **_dates(study.since, study.until),
        summary=str(study.summary),
    )


def _project(work: Work) -> Mapping[str, Any]:
    return known(
        name=work.title,
        description=str(work.line),
        url=work.url,
        keywords=work.skills,
        highlights=_said(work.highlights),
    )


def _dates(since: str, until: str) -> dict[str, str]:
    """Return dates in its form, in which what goes on has no end."""
    return {"startDate": since, "endDate": "" if until == PRESENT else until}


def _said(statements: tuple[Statement, ...]) -> list[str]:
    return [str(statement) for statement in statements]
