"""The profile to a list of Markdown: what one does, where, how to reach one, a life in short."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.adapters.staged_text import Writer, link
from dossier.model.document import Document
from dossier.model.profile import Employment, Profile, newest_first
from dossier.plain.dates import spell_date
from dossier.prose.literal import literal


def person(writer: Writer, profile: Profile, source: Document) -> Iterator[str]:
    """Yield what readers may know of the person, an item each."""
    for lead in profile.leads:
        yield _item(literal(lead.title), writer.field(lead.line, source))
    for shown in profile.links:
        yield f"- {link(literal(shown.label), shown.url)}"
    for fact in (profile.location, profile.relocation, profile.email, profile.phone):
        if fact:
            yield f"- {writer.field(fact.value, source)}"
    for job in newest_first(profile.work):
        yield from _job(writer, job, source)
    for study in newest_first(profile.education):
        rest = _joined(study.degree, study.institution, study.location, study.since, study.until)
        head = ", ".join(part for part in (writer.field(study.field, source), rest) if part)
        yield _item(head, writer.field(study.summary, source))
    yield from _facts(writer, profile, source)


def _job(writer: Writer, job: Employment, source: Document) -> Iterator[str]:
    employer = link(literal(job.employer), job.url) if job.url else literal(job.employer)
    rest = _joined(job.kind, job.location, job.since, job.until)
    head = ", ".join(part for part in (literal(job.title or ""), employer, rest) if part)
    yield _item(head, writer.field(job.summary, source))
    for said in job.highlights:
        yield f"    - {writer.field(said, source)}"


def _facts(writer: Writer, profile: Profile, source: Document) -> Iterator[str]:
    for group in profile.skills:
        yield _item(literal(group.group), _joined(*group.skills))
    for spoken in profile.languages:
        yield _item(literal(spoken.language), literal(spoken.level or ""))
    for held in profile.certificates:
        name = link(literal(held.name), held.url) if held.url else literal(held.name)
        yield _item(name, _joined(held.issuer, spell_date(held.date or "")))
    for given in profile.awards:
        title = link(literal(given.title), given.url) if given.url else literal(given.title)
        rest = _joined(given.awarder, spell_date(given.date or ""))
        summary = writer.field(given.summary, source)
        yield _item(title, "; ".join(part for part in (rest, summary) if part))
    for said in profile.publications:
        title = link(literal(said.title), said.url) if said.url else literal(said.title)
        rest = _joined(*said.authors, said.publisher, spell_date(said.date or ""))
        summary = writer.field(said.summary, source)
        yield _item(title, "; ".join(part for part in (rest, summary) if part))


def _item(head: str, rest: str) -> str:
    return f"- {head}: {rest}" if rest else f"- {head}"


def _joined(*parts: str | None) -> str:
    return ", ".join(literal(part) for part in parts if part)
