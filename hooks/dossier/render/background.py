"""The profile to a life in short: jobs, studies, skills, languages, what was published."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from dossier.match.spelled_credentials import spell_award
from dossier.match.trade_credentials import is_of_trade
from dossier.model.document import Document
from dossier.model.profile import (
    Certificate,
    Education,
    Employment,
    Profile,
    Publication,
    SpokenLanguage,
    newest_first,
)
from dossier.plain.dates import PRESENT, spell_date
from dossier.plain.frozen import frozen
from dossier.render.renderer import Renderer

NOTHING = Markup("")


@frozen
class PeriodView:
    """A job or a study."""

    head: str
    """What, where and when: `Engineer, Initech, since 2019`."""
    href: str
    setting: str
    """How and in which place: `Contract, Leeds`."""
    summary: Markup
    highlights: tuple[Markup, ...]


@frozen
class FactView:
    """A skill, a language, a certificate, an award, a publication."""

    text: str
    href: str = ""
    summary: Markup = NOTHING


@frozen
class BackgroundView:
    """A life in short, as far as the readers may know."""

    jobs: tuple[PeriodView, ...]
    """The newest first, as the studies are."""
    studies: tuple[PeriodView, ...]
    facts: tuple[tuple[str, tuple[FactView, ...]], ...]
    """Each kind by its name; a group of skills by its own."""

    def __bool__(self) -> bool:
        return bool(self.periods or self.facts)

    @property
    def periods(self) -> tuple[tuple[str, tuple[PeriodView, ...]], ...]:
        """Jobs and studies, each under its heading, as far as there are any."""
        both = (("Work", self.jobs), ("Education", self.studies))
        return tuple((name, periods) for name, periods in both if periods)


def background_view(renderer: Renderer, profile: Profile, source: Document) -> BackgroundView:
    """Return what readers may know of a life."""
    jobs = tuple(_job(renderer, job, source) for job in newest_first(profile.work))
    studies = tuple(_study(renderer, study, source) for study in newest_first(profile.education))
    learned = (c for c in profile.certificates if is_of_trade(c.name))
    studies += tuple(_learned(held) for held in learned)
    facts = _facts(renderer, profile, source)
    told = tuple((name, said) for name, said in facts if said)
    return BackgroundView(jobs, studies, told)


def _job(renderer: Renderer, job: Employment, source: Document) -> PeriodView:
    setting = _joined(job.kind or "", job.location)
    return PeriodView(
        head=_joined(job.title, job.employer, years(job)),
        href=job.url or "",
        setting=setting[:1].upper() + setting[1:],
        summary=renderer.text(job.summary, source),
        highlights=tuple(renderer.text(said, source) for said in job.highlights),
    )


def _study(renderer: Renderer, study: Education, source: Document) -> PeriodView:
    field = renderer.plain(study.field)
    return PeriodView(
        head=_joined(field, study.degree, study.institution, years(study)),
        href="",
        setting=study.location or "",
        summary=renderer.text(study.summary, source),
        highlights=(),
    )


def _learned(held: Certificate) -> PeriodView:
    """Return what a trade is learned by, which is a study whatever the list that it stands in."""
    return PeriodView(_held(held), held.url or "", "", NOTHING, ())


def _facts(
    renderer: Renderer, profile: Profile, source: Document
) -> Iterator[tuple[str, tuple[FactView, ...]]]:
    for group in profile.skills:
        yield group.group, tuple(map(FactView, group.skills))
    yield "Languages", tuple(FactView(_language(spoken)) for spoken in profile.languages)
    yield (
        "Certificates",
        tuple(
            FactView(_held(c), c.url or "") for c in profile.certificates if not is_of_trade(c.name)
        ),
    )
    yield (
        "Awards",
        tuple(
            FactView(spell_award(a), a.url or "", renderer.text(a.summary, source))
            for a in profile.awards
        ),
    )
    yield (
        "Publications",
        tuple(
            FactView(_published(said), said.url or "", renderer.text(said.summary, source))
            for said in profile.publications
        ),
    )


def _language(spoken: SpokenLanguage) -> str:
    return f"{spoken.language} ({spoken.level})" if spoken.level else spoken.language


def _held(certificate: Certificate) -> str:
    return _joined(certificate.name, certificate.issuer, spell_date(certificate.date or ""))


def _published(publication: Publication) -> str:
    when = spell_date(publication.date or "")
    return _joined(publication.title, *publication.authors, publication.publisher, when)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def years(period: Employment | Education) -> str:
    """Say when a job or a study was: `2019–Jun 2024`, `since 2019`; empty if nobody says.

    Of a study that names its end alone, that is the day of its certificate: `Mar 2015`.
    """
    since, until = period.since, period.until
    if until == PRESENT:
        return f"since {spell_date(since)}" if since else PRESENT
    if since and until:
        return f"{spell_date(since)}–{spell_date(until)}"
    if since or not until:
        return f"since {spell_date(since)}" if since else ""
    return spell_date(until) if isinstance(period, Education) else f"until {spell_date(until)}"
