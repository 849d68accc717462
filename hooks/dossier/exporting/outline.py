"""A résumé or letter as a row of blocks, top to bottom: what plain text, PDF and DOCX all draw.

There is one column, the headings are those that programs look for, and contact stands in the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from dossier.exporting.resume import (
    NOTHING,
    Given,
    Held,
    Job,
    Person,
    Published,
    Resume,
    Statement,
    Study,
    Work,
)
from dossier.plain.dates import PRESENT, spell_date
from dossier.plain.frozen import frozen

SHARED = "Every figure with its record and source:"
"""What stands before the address of a share."""


class Kind(StrEnum):
    """What a block is."""

    NAME = "name"
    TAGLINE = "tagline"
    CONTACT = "contact"
    HEADING = "heading"
    ENTRY = "entry"
    """The head of a job, a project or a study."""
    SUBJECT = "subject"
    """What a letter, or a part of it, is about."""
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FACT = "fact"
    """A line behind a label: a group of skills."""
    LINK = "link"
    """The address of a share, which is drawn as a QR code too."""


@frozen
class Part:
    """A part of a line, and where it leads."""

    text: str
    address: str = ""


@frozen
class Block:
    """A block of a document."""

    kind: Kind
    text: str = ""
    details: tuple[Part, ...] = ()
    """Of an entry what follows its title, of a contact line its parts, else where figures can be
    looked up."""


@frozen
class Document:
    """A document of one column."""

    title: str
    author: str
    language: str
    blocks: tuple[Block, ...]
    is_prose: bool = False
    """Whether it is read as a whole, and set larger and wider than facts are."""


def outline_resume(resume: Resume) -> Document:
    """Return the blocks of a résumé."""
    person = resume.person
    return Document(f"Résumé of {person.name}", person.name, resume.language, (*_blocks(resume),))


def _blocks(resume: Resume) -> Iterator[Block]:
    yield from head(resume.person)
    yield from _section("Summary", _said(Kind.PARAGRAPH, resume.summary))
    jobs = list(_section("Experience", (b for job in resume.jobs for b in _job(job))))
    projects = list(_section("Projects", (b for work in resume.projects for b in _project(work))))
    yield from [*projects, *jobs] if resume.projects_first else [*jobs, *projects]
    yield from _section("Education", (b for study in resume.education for b in _study(study)))
    yield from _section("Certifications", map(_certificate, resume.certificates))
    yield from _section("Awards", (b for one in resume.awards for b in _award(one)))
    yield from _section("Skills", (_fact(g.group, ", ".join(g.skills)) for g in resume.skills))
    published = (b for one in resume.publications for b in _publication(one))
    yield from _section("Publications", published)
    spoken = (f"{s.language} ({s.level})" if s.level else s.language for s in resume.languages)
    yield from _section("Languages", _said(Kind.PARAGRAPH, Statement(", ".join(spoken))))
    if resume.link:
        yield Block(Kind.LINK, SHARED, (Part(resume.link, resume.link),))


def head(person: Person) -> Iterator[Block]:
    """Yield who it is about, and how to reach them."""
    yield Block(Kind.NAME, person.name)
    if person.headline:
        yield Block(Kind.TAGLINE, person.headline)
    parts = [
        Part(person.location),
        Part(person.email, f"mailto:{person.email}"),
        Part(person.phone, f"tel:{''.join(c for c in person.phone if c in '+0123456789')}"),
        *(link(address) for _, address in person.links),
        Part(person.relocation),
    ]
    if known := tuple(part for part in parts if part.text):
        yield Block(Kind.CONTACT, details=known)


def link(address: str) -> Part:
    """Return an address as people type it, with where it leads."""
    bare = address.partition("://")[2] or address.removeprefix("mailto:")
    return Part(bare.removeprefix("www.").rstrip("/"), address)


def _section(title: str, blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield blocks below their heading, nothing if there are none."""
    if held := list(blocks):
        yield Block(Kind.HEADING, title)
        yield from held


def _said(kind: Kind, *statements: Statement) -> Iterator[Block]:
    for statement in statements:
        if statement:
            proofs = tuple(Part(proof.shown, proof.address) for proof in statement.proofs)
            yield Block(kind, statement.text, proofs)


def statement_block(kind: Kind, statement: Statement) -> Block:
    """Return the block of a statement."""
    return next(_said(kind, statement), Block(kind))


def _entry(title: str, *details: Part) -> Block:
    return Block(Kind.ENTRY, title, tuple(part for part in details if part.text))


def _fact(label: str, text: str) -> Block:
    return Block(Kind.FACT, label, (Part(text),))


def _job(job: Job) -> Iterator[Block]:
    # What was no ordinary employment says so.
    kind = job.kind if job.kind != "full-time" else ""
    employer = Part(job.employer, job.url) if job.title else Part("")
    title = job.title or job.employer
    when = Part(span(job.since, job.until))
    yield _entry(title, employer, Part(kind.capitalize()), Part(job.location), when)
    yield from _said(Kind.PARAGRAPH, job.summary)
    yield from _said(Kind.ITEM, *job.highlights)


def _project(work: Work) -> Iterator[Block]:
    yield _entry(work.title, link(work.url) if work.url else Part(""))
    yield from _said(Kind.PARAGRAPH, work.line)
    yield from _said(Kind.ITEM, *work.highlights)


def _study(study: Study) -> Iterator[Block]:
    title = ", ".join(part for part in (study.degree, study.field) if part)
    place = Part(study.institution) if title else Part("")
    # One day alone is that of the degree, and no end.
    is_span = study.since or study.until == PRESENT
    when = Part(span(study.since, study.until) if is_span else spell_date(study.until))
    yield _entry(title or study.institution, place, Part(study.location), when)
    yield from _said(Kind.PARAGRAPH, study.summary)


def _certificate(held: Held) -> Block:
    looked_up = link(held.url) if held.url else Part("")
    return _entry(held.name, Part(held.issuer), Part(spell_date(held.date)), looked_up)


def _award(given: Given) -> Iterator[Block]:
    looked_up = link(given.url) if given.url else Part("")
    yield _entry(given.title, Part(given.awarder), Part(spell_date(given.date)), looked_up)
    yield from _said(Kind.PARAGRAPH, given.summary or NOTHING)


def _publication(published: Published) -> Iterator[Block]:
    looked_up = link(published.url) if published.url else Part("")
    authors = Part(", ".join(published.authors))
    when = Part(spell_date(published.date))
    yield _entry(published.title, authors, Part(published.publisher), when, looked_up)
    yield from _said(Kind.PARAGRAPH, published.summary or NOTHING)


def span(since: str, until: str) -> str:
    """Say when something was: `Mar 2019 – Jun 2024`, `2019 – Present`; empty if nobody says."""
    ended = "Present" if until == PRESENT else spell_date(until)
    if since:
        return f"{spell_date(since)} – {ended or 'Present'}"
    return ended if until == PRESENT else f"until {ended}" if ended else ""
