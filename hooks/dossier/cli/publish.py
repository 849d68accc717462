"""`dossier publish`: the public site and all live shares, to one branch, checked before it goes."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from pathlib import Path

import click

from dossier.cli.home_page import tell_home
from dossier.cli.options import config_option, read_project, reporting_errors
from dossier.cli.publish_folder import (
    FolderJob,
    publish_to_folder,
    refuse,
    refuse_other_shares,
    remember_pages,
    remember_shares,
    tell,
    tell_links,
    tell_unchanged,
)
from dossier.cli.release import (
    Job,
    Package,
    build_release,
    premises,
    verify,
    with_shares,
)
from dossier.cli.share_address import ask_address
from dossier.configuration.read import read_configuration
from dossier.plain.addresses import is_local
from dossier.plain.errors import ConfigError, RefusedError
from dossier.plain.problems import Problem
from dossier.plain.temporary import temporary_folder
from dossier.publishing.bare_repository import BareRepository, Present, bare_repository
from dossier.publishing.destination import Destination, destination_of
from dossier.publishing.doctor import source_problems
from dossier.publishing.guards import address_problems
from dossier.publishing.published_shares import take_back
from dossier.publishing.summary import spell_due
from dossier.publishing.target import changes, target_problems


@click.command()
@config_option
@click.option("--remote", help="A remote's name, or an address.  [default: remote_name]")
@click.option("--branch", help="The branch to put it on.  [default: remote_branch]")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a folder instead, for you to upload or to look at.",
)
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
@reporting_errors
def publish(  # noqa: PLR0917 - one an option
    config_file: Path,
    remote: str | None,
    branch: str | None,
    folder: Path | None,
    dry_run: bool,
    yes: bool,
    public_only: bool,
    erase_unknown_shares: bool,
) -> None:
    """Publish the public site and every live share, together, from this machine.

    Builds into an empty temporary folder, checks what came out of it (private words, companies'
    names, keys, links out), shows what will change, asks, and pushes one commit without history
    that replaces the branch. Your own branches, index and working tree are not touched. With --to
    it replaces a folder that is empty, or that it wrote before, and asks about other files there.

    Exits with 1 if something stops it, and says all of it in one run; with 2 if the branch
    cannot be reached.
    """
    logging.basicConfig(format="%(levelname)-7s %(message)s", level=logging.WARNING)
    if folder and not (yes or dry_run):
        outlet = read_configuration(config_file.resolve()).outlet
        if is_local(outlet.site_url):
            ask_address(config_file)
    job = Job(*read_project(config_file))
    # Before anything takes its time: what is checked, built and sealed is of this moment.
    job.project.read_all()
    outlet = job.configuration.outlet
    if folder is not None:
        if remote or branch:
            raise ConfigError("--to is a folder", "leave out --remote and --branch, or --to")
        how = FolderJob(folder.resolve(), dry_run, yes, public_only, erase_unknown_shares)
        publish_to_folder(job, how)
        return
    if not (remote or outlet.is_remote_named):
        hint = (
            "`--to ../public` writes a folder; `--remote NAME`, or `remote_name:` in mkdocs.yml, "
            "goes to a repository of its own, never this"
        )
        raise ConfigError("nobody said where to publish to", hint)
    target = destination_of(job.root, remote or outlet.remote, branch or outlet.branch)
    with (
        temporary_folder("publish", job.root) as temporary,
        bare_repository(job.root) as repository,
    ):
        tell(f"Looking at {target} …")
        present = repository.fetch(target)
        problems = [*premises(job), *address_problems(job.configuration.file, outlet.site_url)]
        job = with_shares(
            job, problems, is_public_only=public_only, forgets_shares=erase_unknown_shares
        )
        known = None if erase_unknown_shares and not public_only else job.known
        problems += target_problems(present, target.branch, known)
        problems += _before_the_first(job, target, present)
        package = Package(temporary)
        own = present.blobs.get("CNAME")
        domain = repository.read(own) if own else None
        files = build_release(job, package, problems, tell=tell, domain=domain)
        refuse(problems)
        difference = changes(files, present)
        click.echo(job.plan(target, files, difference))
        if not difference and present.commit and not present.has_history:
            tell_unchanged(job, target, is_dry=dry_run)
        elif not dry_run:
            if not yes:
                click.confirm("Publish this?", abort=True)
            refuse(verify(package))
            refuse_other_shares(job)
            _push(job, repository, target, files, present)
    if due := spell_due(job.live):
        click.echo(due)


def _before_the_first(job: Job, target: Destination, present: Present) -> Iterator[Problem]:
    """Yield what is told once, before anything goes there: its owner alone knows who reads it."""
    if not present.commit:
        yield from source_problems(job.root, target.url, target.branch)


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
    before = remember_shares(job, target)
    try:
        repository.push(target, commit, present.commit)
    except RefusedError:
        take_back(job.root, job.place(target), {share.uid: share.id for share in job.live}, before)
        raise
    remember_pages(job, target)
    click.echo(f"Published as {commit[:10]}.")
    tell_home(job.project)
    tell_links(job)
