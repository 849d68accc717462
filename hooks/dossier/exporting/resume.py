"""A résumé as every format writes it: plain texts, each with the addresses that prove it.

It holds what one recipient may see and nothing else, references resolved.
"""

from __future__ import annotations

from dossier.plain.frozen import frozen


@frozen
class Proof:
    """Where the figures of a statement can be looked up."""

    address: str

    @property
    def shown(self) -> str:
        """The address as people type it: `example.org/report`."""
        bare = self.address.partition("://")[2] or self.address
        return bare.removeprefix("www.").rstrip("/")


@frozen
class Statement:
    """A text without markup, and where its figures can be looked up."""

    text: str
    proofs: tuple[Proof, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        """Return the text with its addresses behind it, as it stands in plain texts."""
        shown = ", ".join(proof.shown for proof in self.proofs)
        return f"{self.text} ({shown})" if shown else self.text


NOTHING = Statement("")


@frozen
class Person:
    """Who it is about, and how to reach them."""

    name: str
    headline: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    relocation: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """Label and address of each."""


@frozen
class Job:
    """A job held."""

    employer: str
    title: str = ""
    kind: str = ""
    location: str = ""
    url: str = ""
    since: str = ""
    """Year first, as it is kept."""
    until: str = ""
    """The same, or `present`."""
    summary: Statement = NOTHING
    highlights: tuple[Statement, ...] = ()


@frozen
class Work:
    """A project, and what came of it."""

    title: str
    line: Statement = NOTHING
    url: str = ""
    skills: tuple[str, ...] = ()
    highlights: tuple[Statement, ...] = ()


@frozen
class Skills:
    """Skills that belong together."""

    group: str
    skills: tuple[str, ...]


@frozen
class Study:
    """A field studied."""

    field: str
    degree: str = ""
    institution: str = ""
    location: str = ""
    since: str = ""
    until: str = ""
    summary: Statement = NOTHING


@frozen
class Spoken:
    """A language, and how well it is spoken."""

    language: str
    level: str = ""


@frozen
class Published:
    """Something published."""

    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    url: str = ""
    summary: Statement = NOTHING


@frozen
class Held:
    """A certificate or licence."""

    name: str
    issuer: str = ""
    date: str = ""
    url: str = ""


@frozen
class Given:
    """A prize or distinction."""

    title: str
    awarder: str = ""
    date: str = ""
    url: str = ""
    summary: Statement = NOTHING


@frozen
class Resume:
    """A résumé, in the order in which it is read."""

    person: Person
    language: str = "en"
    summary: Statement = NOTHING
    jobs: tuple[Job, ...] = ()
    """The newest first."""
    projects: tuple[Work, ...] = ()
    """Those that count for this recipient, the most telling first."""
    projects_first: bool = False
    """Whether they are read before the jobs."""
    skills: tuple[Skills, ...] = ()
    education: tuple[Study, ...] = ()
    languages: tuple[Spoken, ...] = ()
    publications: tuple[Published, ...] = ()
    certificates: tuple[Held, ...] = ()
    awards: tuple[Given, ...] = ()
    link: str = ""
    """The address of the share that was made for the recipient, if its author asks for it."""
