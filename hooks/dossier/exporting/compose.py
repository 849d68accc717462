"""What one recipient may see of a dossier to the résumé that every format writes."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exporting.highlights import (
    claims_of_person,
    emphasized_records,
    highlights,
    records_of,
    standing_rows,
)
from dossier.exporting.recipient import Recipient
from dossier.exporting.resume import (
    Given,
    Held,
    Job,
    Person,
    Published,
    Resume,
    Skills,
    Spoken,
    Statement,
    Study,
    Work,
)
from dossier.model.ids import ID_FORM
from dossier.model.library import ProjectEntry
from dossier.model.profile import Employment, Profile, Stated, newest_first
from dossier.plain.errors import ConfigError
from dossier.prose.scan import scan, scan_inline
from dossier.prose.targets import Scheme
from dossier.render.labels import spell_slug
from dossier.render.share import split_lede


def compose_resume(recipient: Recipient) -> Resume:
    """Return the résumé for a recipient. Raises ConfigError if there is no profile."""
    profile = _profile(recipient)
    projects = tuple(_projects(recipient))
    jobs = tuple(_job(recipient, job) for job in newest_first(profile.work))
    return Resume(
        person=person_of(recipient),
        language=recipient.library.language,
        summary=_summary(recipient),
        jobs=jobs,
        projects=projects,
        projects_first=_are_projects_first(recipient, jobs),
        skills=_skills(profile, projects),
        education=tuple(_studies(recipient, profile)),
        languages=tuple(Spoken(one.language, one.level or "") for one in profile.languages),
        publications=tuple(_publications(recipient, profile)),
        certificates=tuple(
            Held(one.name, one.issuer or "", one.date or "", one.url or "")
            for one in profile.certificates
        ),
        awards=tuple(
            Given(a.title, a.awarder or "", a.date or "", a.url or "", recipient.tell(a.summary))
            for a in profile.awards
        ),
    )


def _profile(recipient: Recipient) -> Profile:
    entry = recipient.library.profile
    if entry is None:
        raise ConfigError("there is no profile, so nobody to tell of", "write content/profile.yml")
    return entry.profile


def person_of(recipient: Recipient) -> Person:
    """Return who a document is by. Raises ConfigError if there is no profile."""
    profile = _profile(recipient)

    def stated(fact: Stated | None) -> str:
        return recipient.plain(fact.value) if fact else ""

    return Person(
        name=profile.name,
        headline=recipient.plain(profile.headline),
        email=stated(profile.email),
        phone=stated(profile.phone),
        location=stated(profile.location),
        relocation=stated(profile.relocation),
        links=tuple((link.label, link.url) for link in profile.links),
    )


def _summary(recipient: Recipient) -> Statement:
    """Return the first paragraph of the pitch, and what rows tell of the person."""
    pitch = recipient.entry.section("pitch")
    lede, _ = split_lede(pitch) if pitch else ("", None)
    # A paragraph is an inline text to whoever has taken it out of its section.
    said = recipient.plain(lede) if lede else ""
    own = (told for claim, told in claims_of_person(recipient).items() if claim not in said)
    text = " ".join(part for part in (said, *own) if part)
    return Statement(text, recipient.proofs(scan(lede)) if lede else ())


def _are_projects_first(recipient: Recipient, jobs: tuple[Job, ...]) -> bool:
    """Return whether no job says when it was, or the emphasis passes over jobs that tell little."""
    if not any(job.since or job.until for job in jobs):
        return True
    schemes = {target.scheme for target in recipient.emphasis}
    return schemes == {Scheme.PROJECT} and not any(job.highlights for job in jobs)


def _job(recipient: Recipient, job: Employment) -> Job:
    return Job(
        employer=job.employer,
        title=job.title or "",
        kind=job.kind or "",
        location=job.location or "",
        url=job.url or "",
        since=job.since or "",
        until=job.until or "",
        summary=recipient.tell(job.summary),
        highlights=tuple(recipient.tell(said) for said in standing(recipient, job)),
    )


def standing(recipient: Recipient, job: Employment) -> Iterator[str]:
    """Yield the highlights of a job that a role's rows or the emphasis ask for, or that cite none.

    Those that cite what is emphasized stand first.
    """
    rows = standing_rows(recipient)
    asked = {record.id for row in rows for record in records_of(recipient, row)}
    order = [record.id for record in emphasized_records(recipient)]
    ranked: list[tuple[int, str]] = []
    for text in job.highlights:
        cited = {record.id for record in recipient.cited(scan_inline(text))}
        if not rows or not cited or cited & {*asked, *order}:
            places = [order.index(name) for name in cited if name in order]
            ranked.append((min(places, default=len(order)), text))
    yield from (text for _, text in sorted(ranked, key=lambda one: one[0]))


def _projects(recipient: Recipient) -> Iterator[Work]:
    """Yield the projects that the emphasis names, in its order, then those of the role's rows."""
    told = highlights(recipient)
    known = recipient.library.projects
    named = dict.fromkeys(_named(recipient))
    for project_id in (*named, *(name for name in told if name not in named)):
        if project_id in known:
            yield _project(recipient, known[project_id], told.get(project_id, ()))


def _named(recipient: Recipient) -> Iterator[str]:
    """Yield the projects that the emphasis names: by themselves, or by a record of them."""
    for target in recipient.emphasis:
        record = recipient.library.records.get(target.id)
        if target.scheme is Scheme.PROJECT:
            yield target.id
        elif record and record.project:
            yield record.project


def _project(recipient: Recipient, entry: ProjectEntry, told: tuple[Statement, ...]) -> Work:
    project = entry.project
    return Work(
        title=project.title,
        line=recipient.tell(project.line),
        url=next((link.url for link in project.links), recipient.page_of(entry)),
        skills=project.skills,
        highlights=told,
    )


def _skills(profile: Profile, projects: tuple[Work, ...]) -> tuple[Skills, ...]:
    """Return the skills of the profile, or else those of the projects that are shown."""
    if profile.skills:
        return tuple(Skills(one.group, one.skills) for one in profile.skills)
    found = dict.fromkeys(skill for project in projects for skill in project.skills)
    return (Skills("", tuple(spell_skill(skill) for skill in found)),) if found else ()


def spell_skill(skill: str) -> str:
    """Return a skill as people write it: those of projects are often ids."""
    return spell_slug(skill) if ID_FORM.fullmatch(skill) else skill


def _studies(recipient: Recipient, profile: Profile) -> Iterator[Study]:
    for one in newest_first(profile.education):
        yield Study(
            field=recipient.plain(one.field),
            degree=one.degree or "",
            institution=one.institution or "",
            location=one.location or "",
            since=one.since or "",
            until=one.until or "",
            summary=recipient.tell(one.summary),
        )


def _publications(recipient: Recipient, profile: Profile) -> Iterator[Published]:
    for one in profile.publications:
        yield Published(
            title=one.title,
            authors=one.authors,
            publisher=one.publisher or "",
            date=one.date or "",
            url=one.url or "",
            summary=recipient.tell(one.summary),
        )
