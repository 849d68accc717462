"""`dossier publish`: the public site and all live shares, to one branch, checked before it goes."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

import click

from dossier.adapters.mkdocs_build import build_public
from dossier.build import Project
from dossier.cli.options import PROBLEMS, config_option, read_project, told
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.problems import Problem, Severity, in_order
from dossier.plain.report import as_text
from dossier.publishing import manifest
from dossier.publishing.bare_repository import BareRepository, Present, bare_repository
from dossier.publishing.destination import Destination, destination_of
from dossier.publishing.guards import (
    edit_problems,
    keystore_problems,
    name_problems,
    tree_problems,
    unread_problems,
    word_problems,
)
from dossier.publishing.live_shares import share_problems
from dossier.publishing.published_shares import remember, remembered
from dossier.publishing.summary import spell_due, spell_plan
from dossier.publishing.target import changes, target_problems
from dossier.settings import Configuration, Settings
from dossier.sharing.keystore import Keystore, Share
from dossier.sharing.pages import share_pages


@dataclass(frozen=True, slots=True)
class Job:
    """What is published."""

    configuration: Configuration
    project: Project
    live: tuple[Share, ...] = ()
    known: frozenset[str] | None = None
    """The ids of all shares that this machine knows; None if it was not asked."""
    shares: Mapping[str, Share] | None = None
    """What the keystore held; None if it was not opened."""

    @property
    def settings(self) -> Settings:
        """Return the project's settings."""
        return self.configuration.settings

    @property
    def root(self) -> Path:
        """Return the project's root."""
        return self.settings.root


@dataclass(frozen=True, slots=True)
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


@click.command()
@config_option
@click.option("--remote", help="A remote's name, or an address.  [default: remote_name]")
@click.option("--branch", help="The branch to put it on.  [default: remote_branch]")
@click.option("--dry-run", is_flag=True, help="Build, check and show everything; push nothing.")
@click.option("--yes", is_flag=True, help="Don't ask before pushing. No guard is skipped.")
@click.option(
    "--public-only",
    is_flag=True,
    help="Leave the keystore alone, as a workflow does; refused where the branch holds shares.",
)
@click.option(
    "--erase-unknown-shares",
    is_flag=True,
    help="Let links die whose keys this machine does not have.",
)
@told
def publish(  # noqa: PLR0917 - one an option
    config_file: Path,
    remote: str | None,
    branch: str | None,
    dry_run: bool,
    yes: bool,
    public_only: bool,
    erase_unknown_shares: bool,
) -> None:
    """Publish the public site and every live share, together, from this machine.

    Builds into an empty temporary folder, checks what came out of it (private words, companies'
    names, keys, links out), shows what will change, asks, and pushes one commit without history
    that replaces the branch. Your own branches, index and working tree are not touched.

    Exits with 1 if something stops it, and says all of it in one run; with 2 if the branch
    cannot be reached.
    """
    logging.basicConfig(format="%(levelname)-7s %(message)s", level=logging.WARNING)
    job = Job(*read_project(config_file))
    # Before anything takes its time: what is checked, built and sealed is of this moment.
    job.project.read_all()
    outlet = job.configuration.outlet
    target = destination_of(job.root, remote or outlet.remote, branch or outlet.branch)
    with (
        tempfile.TemporaryDirectory(prefix="dossier-publish-") as name,
        bare_repository(job.root) as repository,
    ):
        _tell(f"Looking at {target} …")
        present = repository.fetch(target)
        problems = list(_premises(job))
        job = _with_shares(job, problems, is_public_only=public_only)
        known = None if erase_unknown_shares and not public_only else job.known
        problems += target_problems(present, target.branch, known)
        package = Package(Path(name))
        files = _build(job, package, repository, present, problems)
        _refuse(problems)
        difference = changes(files, present)
        click.echo(spell_plan(target, files, difference, job.live))
        if not difference and present.commit and not present.has_history:
            click.echo("Nothing has changed.")
        elif not dry_run:
            if not yes:
                click.confirm("Publish this?", abort=True)
            _refuse(_verify(package))
            _refuse_other_shares(job)
            _push(job, repository, target, files, present)
    if due := spell_due(job.live):
        click.echo(due)


def _refuse_other_shares(job: Job) -> None:
    """Raise ConfigError if shares were made or withdrawn since they were sealed."""
    if job.shares is not None and _store(job).shares != job.shares:
        message = "shares were made or withdrawn while this ran, so nothing was pushed"
        raise ConfigError(message, "run it again")


def _premises(job: Job) -> Iterator[Problem]:
    """Yield what stops a publish before anything is built."""
    outlet = job.configuration.outlet
    yield from keystore_problems(job.root)
    yield from edit_problems(outlet.repo_url, outlet.edit_uri, job.settings.public_repo)
    yield from job.project.publishing_problems


def _with_shares(job: Job, problems: Sequence[Problem], *, is_public_only: bool) -> Job:
    """Return the job with its shares; a keystore that others may know is not opened."""
    if is_public_only:
        return replace(job, known=frozenset())
    if any(problem.code.startswith("keystore-") for problem in problems):
        return job
    store = _store(job)
    known = remembered(job.root) | {share.id for share in store.shares.values()}
    live = store.active(job.settings.as_of)
    return replace(job, live=live, known=known, shares=store.shares)


def _store(job: Job) -> Keystore:
    return Keystore.load(job.root, job.configuration.published)


def _build(
    job: Job,
    package: Package,
    repository: BareRepository,
    present: Present,
    problems: list[Problem],
) -> Mapping[str, bytes]:
    """Build the tree and its manifest, add what is wrong with them, and return its files.

    What would only fail again is not built.
    """
    shared = job.project.view(Audience.SHARED).library
    lost = list(share_problems(job.live, shared, job.project.tree))
    problems += lost
    if job.project.publishing_problems:
        return {}
    _tell("Building the public site …")
    package.site.mkdir()
    audience = build_public(job.configuration.file, job.project, package.site)
    _add(package.site, ".nojekyll", b"")
    if "CNAME" in present.blobs and not (package.site / "CNAME").exists():
        _add(package.site, "CNAME", repository.read(present.blobs["CNAME"]))
    if job.live and not lost:
        _tell(f"Sealing {len(job.live)} shares …")
        for path, content in share_pages(job.project.recipients, job.live, job.settings.templates):
            _add(package.site, path, content)
    job.project.surroundings.refuse_changed()
    manifest.write_manifest(package.manifest, manifest.manifest_of(package.site, audience))
    problems += _verify(package)
    files = manifest.read_tree(package.site, manifest.read_manifest(package.manifest))
    _tell(f"Searching {len(files)} files for private text …")
    problems += _search(job, files)
    return files


def _search(job: Job, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield whatever a tree holds that it must not."""
    project = job.project
    yield from tree_problems(files)
    yield from unread_problems(files)
    yield from name_problems(files, project.names)
    yield from word_problems(files, project.canaries, project.own)


def _push(
    job: Job,
    repository: BareRepository,
    target: Destination,
    files: Mapping[str, bytes],
    present: Present,
) -> None:
    """Replace the branch, if it still is what was shown."""
    # The beginning of the day, in UTC: the hour of a publish is nobody's business.
    when = int(datetime.combine(job.settings.as_of, time(), UTC).timestamp())
    commit = repository.commit(files, when)
    # Before the push: whoever is stopped after it must not forget what is out there.
    remember(job.root, [share.id for share in job.live])
    repository.push(target, commit, present.commit)
    click.echo(f"Published as {commit[:10]}.")


def _verify(package: Package) -> list[Problem]:
    return list(manifest.verify(package.site, manifest.read_manifest(package.manifest)))


def _refuse(problems: Sequence[Problem]) -> None:
    """Say what was found, and go no further if there is an error among it."""
    if problems:
        click.echo(as_text(in_order(problems), 0), nl=False, err=True)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(PROBLEMS)


def _add(site: Path, name: str, content: bytes) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _tell(text: str) -> None:
    click.echo(text, err=True)
