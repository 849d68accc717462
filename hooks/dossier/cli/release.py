"""What is about to be published, and all that stops it without a look at where it goes.

`publish` and its rehearsal, `check --publish`, go by the same list.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from dossier.build import Project
from dossier.cli.share_project import unsent_of
from dossier.model.audience import Audience
from dossier.plain import dates
from dossier.plain.files import named
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem, Severity
from dossier.plain.uploaded import NO_JEKYLL
from dossier.publishing import manifest
from dossier.publishing.destination import Destination
from dossier.publishing.ended_pages import EMPTY
from dossier.publishing.guards import (
    edit_problems,
    key_problems,
    keystore_problems,
    name_problems,
    tree_problems,
    unread_problems,
    word_problems,
)
from dossier.publishing.heavy_pages import find_heavy_public, find_heavy_sent
from dossier.publishing.live_shares import clock_problems, share_problems, term_problems
from dossier.publishing.lost_links import lost_links, lost_problems
from dossier.publishing.published_shares import Place, read_published
from dossier.publishing.standing_pages import StandingPage, ended_pages_standing, spell_standing
from dossier.publishing.summary import spell_again, spell_plan
from dossier.publishing.target import Changes
from dossier.render.labels import count
from dossier.settings import Configuration, Settings
from dossier.sharing.ended_links import read_ended
from dossier.sharing.keystore import Keystore, Share
from dossier.sharing.pages import dated, share_pages


@frozen
class Job:
    """What is published."""

    configuration: Configuration
    project: Project
    live: tuple[Share, ...] = ()
    known: frozenset[str] | None = None
    """The ids of all shares whose key is here, or that are no more; None if it was not asked."""
    shares: Mapping[str, Share] | None = None
    """What the keystore held; None if it was not opened."""
    today: date = field(default_factory=lambda: dates.current_day())  # noqa: PLW0108 - found late
    """The real day: what has expired is not for SOURCE_DATE_EPOCH to say."""

    def plan(
        self, target: Destination | Path, files: Mapping[str, bytes], difference: Changes
    ) -> str:
        """Say what goes where, and how it differs from what is there. Raises ConfigError."""
        emptied = (name for name in difference.changed if files[name] == EMPTY)
        left = tuple(self._left_by(self.place(target)))
        gone = self._gone((*difference.removed, *emptied), {page.page for page in left})
        site_url = self.configuration.outlet.site_url
        still = (f"  {'still':8} {spell_standing(page, site_url)}" for page in left)
        plan = "\n".join((spell_plan(target, files, difference, self.live, gone), *still))
        if len(difference.added) == len(files):  # nothing is there yet
            return plan
        again = spell_again(difference, self.live, read_published(self.root).shares)
        return "\n".join((plan, *again))

    def place(self, target: Destination | Path) -> Place:
        """Return where it goes, as it is remembered."""
        return Place(str(target), self.configuration.outlet.site_url)

    def _left_by(self, place: Place) -> Iterator[StandingPage]:
        """Yield the pages of ended links that a publish leaves where they are."""
        standing = ended_pages_standing(self.root, self.today)
        return (page for page in standing if not place.takes_over(page.place))

    def _gone(self, pages: Iterable[str], left: Container[str]) -> Iterator[tuple[Share, str, str]]:
        """Yield the shares whose pages go, with what became of them and what their links open.

        `left` are the ids of those whose pages stay elsewhere.
        """
        names = frozenset(pages)
        for share in (self.shares or {}).values():
            if f"s/{share.id}/index.html" in names:
                opens = "opens its page elsewhere" if share.id in left else "opens nothing"
                yield share, share.state(self.today), opens

    @property
    def settings(self) -> Settings:
        """Return the project's settings."""
        return self.configuration.settings

    @property
    def root(self) -> Path:
        """Return the project's root."""
        return self.settings.root


@frozen
class Package:
    """A built tree beside its manifest, in a temporary folder."""

    folder: Path

    @property
    def site(self) -> Path:
        """The tree."""
        return self.folder / "site"

    @property
    def manifest(self) -> Path:
        """The manifest."""
        return self.folder / "manifest.json"


def premises(job: Job) -> Iterator[Problem]:
    """Yield what stops a publish before anything is built."""
    outlet = job.configuration.outlet
    yield from keystore_problems(job.root)
    yield from edit_problems(outlet.repo_url, outlet.edit_uri, job.settings.public_repo)
    yield from job.project.publishing_problems
    yield from job.project.naming_problems
    public = job.project.view(Audience.PUBLIC)
    yield from unsent_of(job.project, public.library.applications)
    yield from _unsilenced(job, find_heavy_public(public.library, public.assets))
    yield from term_problems(job.project.recipients.library, job.settings.as_of, job.today)


def _unsilenced(job: Job, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems but those that the author silenced."""
    return job.project.view(Audience.PRIVATE).diagnose(tuple(found)).problems


def with_shares(
    job: Job, problems: list[Problem], *, is_public_only: bool, forgets_shares: bool = False
) -> Job:
    """Return the job with its shares, and add what is wrong with these.

    A keystore that others may know is not opened. What a publish forgets may be lost.
    """
    if is_public_only:
        return replace(job, known=frozenset())
    if any(problem.code.startswith("keystore-") for problem in problems):
        return job
    store = keystore_of(job)
    ended = read_ended(job.root)
    over = {page.page for page in ended_pages_standing(job.root, job.today)}
    known = ended.keys() | over | {share.id for share in store.shares.values()}
    live, view = store.active(job.today), job.project.recipients
    lost = list(clock_problems(live, job.today))
    if not forgets_shares:
        lost += lost_problems(lost_links(job.root, store.shares, job.today))
    lost += share_problems(live, view.library, job.project.tree, ended)
    told = {problem.where for problem in problems}
    crossed = job.project.crossing_problems(share.application for share in live)
    lost += (problem for problem in crossed if problem.where not in told)
    sent = {share.application for share in live}
    lost += (problem for problem in unsent_of(job.project, sent) if problem.where not in told)
    problems += lost
    problems += _unsilenced(job, find_heavy_sent(view.library, view.assets, sorted(sent)))
    if is_stopped(lost) or job.project.publishing_problems:
        live = ()
    live = tuple(dated(view, share, job.today) for share in live)
    return replace(job, live=live, known=frozenset(known), shares=store.shares)


def keystore_of(job: Job) -> Keystore:
    """Return the shares of this machine. Raises ConfigError."""
    return Keystore.load(job.root, job.configuration.published)


def build_release(
    job: Job,
    package: Package,
    problems: list[Problem],
    *,
    tell: Callable[[str], None],
    domain: bytes | None = None,
) -> Mapping[str, bytes]:
    """Build the tree and its manifest, add what is wrong with them, and return its files.

    `domain` is the file that names the site's own domain, if the branch has one. What would only
    fail again is not built.
    """
    from dossier.adapters.mkdocs_build import build_public  # noqa: PLC0415 - not for help

    if job.project.publishing_problems:
        return {}
    sealed = f", sealing {count(len(job.live), 'share')}" if job.live else ""
    tell(f"Building the public site{sealed}, searching it for private text …")
    package.site.mkdir()
    audience = build_public(job.configuration.file, job.project, package.site)
    _add(package.site, NO_JEKYLL, b"")
    if domain is not None and not (package.site / "CNAME").exists():
        _add(package.site, "CNAME", domain)
    if job.live:
        for path, content in share_pages(job.project.recipients, job.live, job.settings.templates):
            _add(package.site, path, content)
    job.project.surroundings.refuse_changed()
    manifest.write_manifest(package.manifest, manifest.manifest_of(package.site, audience))
    problems += verify(package)
    files = manifest.read_tree(package.site, manifest.read_manifest(package.manifest))
    problems += _search(job, files)
    return files


def _search(job: Job, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield whatever a tree holds that it must not."""
    yield from tree_problems(files)
    yield from unread_problems(files)
    yield from content_problems(job.project, files)


def content_problems(project: Project, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield the keys, private names and private words in files that leave, whatever they are."""
    yield from key_problems(files)
    yield from name_problems(files, project.naming.names)
    yield from word_problems(files, project.canaries, project.own)


def verify(package: Package) -> list[Problem]:
    """Return what differs in a tree from what was built."""
    return list(manifest.verify(package.site, manifest.read_manifest(package.manifest)))


def _add(site: Path, name: str, content: bytes) -> None:
    path = site / name
    with named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def is_stopped(problems: Sequence[Problem]) -> bool:
    """Return whether an error is among problems."""
    return any(problem.severity is Severity.ERROR for problem in problems)
