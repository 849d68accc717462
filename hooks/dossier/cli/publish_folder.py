"""`dossier publish --to`: the same as to a branch, with the same guards, into a folder."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import click

from dossier.cli.home_page import tell_home
from dossier.cli.options import PROBLEMS
from dossier.cli.questions import can_ask
from dossier.cli.release import (
    Job,
    Package,
    build_release,
    is_stopped,
    keystore_of,
    premises,
    verify,
    with_shares,
)
from dossier.cli.share_named import whose
from dossier.cli.show_folder import show_folder
from dossier.plain.addresses import is_local
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem, in_order
from dossier.plain.report import as_text
from dossier.plain.temporary import temporary_folder
from dossier.plain.terminal import inert_line
from dossier.plain.trees import put_tree, restore_tree
from dossier.plain.uploaded import (
    MARKER,
    files_below,
    has_list,
    is_published,
    marker_of,
    not_written,
)
from dossier.plain.written_places import refuse_sources
from dossier.publishing.bare_repository import Present
from dossier.publishing.destination import Destination
from dossier.publishing.ended_pages import ended_pages
from dossier.publishing.guards import SHARES
from dossier.publishing.published_shares import (
    Published,
    read_published,
    record_published,
    record_standing,
)
from dossier.publishing.summary import spell_due
from dossier.publishing.target import Changes, blob_id, changes, target_problems
from dossier.sharing.ended_links import read_ended
from dossier.sharing.keystore import changing, date_shares
from dossier.sharing.link import spell_link

_LISTED = 10
NEARBY = "public"
"""The folder beside a site that it is written into to try it on this machine."""


@frozen
class FolderJob:
    """Where to, and what was asked for."""

    folder: Path
    is_dry: bool = False
    is_agreed: bool = False
    is_public_only: bool = False
    forgets_shares: bool = False


def publish_nearby(job: Job, link: str) -> bool:
    """Write a site into the folder beside it, and show one of this machine.

    Returns whether that was done.
    """
    folder = job.root.parent / NEARBY
    if not may_hold(folder):
        return False
    # It stays on this machine, where it can be looked at: nobody is asked twice.
    is_written = write_to_folder(job, FolderJob(folder, is_agreed=True)) is not None
    if is_written and is_local(link):
        show_folder(folder, link)
    elif is_written:
        click.echo(f"Written. {_what_now(job, folder)}")
        tell_home(job.project)
    return is_written


def publish_to_folder(job: Job, how: FolderJob) -> None:
    """Put the public site and every live share into a folder, and show it or say how to."""
    if written := write_to_folder(job, how):
        address = job.configuration.outlet.site_url
        is_shown = is_local(address) and not how.is_agreed and can_ask()
        if not is_shown:
            click.echo(f"Written. {_what_now(job, how.folder)}")
        tell_home(written.project)
        if not is_shown:
            tell_links(written)
            return
        # Nobody else can open them, so that their keys are printed unasked.
        live = sorted(written.live, key=lambda share: share.created, reverse=True)
        links = ((whose(s), spell_link(address, s.id, s.key)) for s in live)
        show_folder(how.folder, address, *links)


def write_to_folder(job: Job, how: FolderJob) -> Job | None:
    """Put the public site and every live share into a folder, in place of what was there.

    Returns the job with its shares if anything was written, or stands there to be looked at.
    """
    folder = how.folder.resolve()
    _refuse_place(job, folder)
    if restore_tree(folder):
        tell(f"Put back {folder} as it was before a publish that was interrupted.")
    _refuse_others(folder)
    present = _present(folder)
    problems = list(premises(job))
    job = with_shares(
        job, problems, is_public_only=how.is_public_only, forgets_shares=how.forgets_shares
    )
    known = None if how.forgets_shares and not how.is_public_only else job.known
    problems += target_problems(present, folder.name, known)
    is_written = False
    own = folder / "CNAME"
    domain = own.read_bytes() if own.is_file() else None
    with temporary_folder("publish", job.root) as temporary:
        package = Package(temporary)
        files = dict(build_release(job, package, problems, tell=tell, domain=domain))
        refuse(problems)
        # What was uploaded from here stands at the host, even if the folder was emptied since.
        uploaded = read_published(job.root).pages_of(job.place(folder))
        pages = (f"{SHARES}{page}/index.html" for page in uploaded if page in (job.known or ()))
        files |= ended_pages((*present.blobs, *pages), files)
        difference = changes(files, present)
        click.echo(job.plan(folder, files, difference))
        if difference.removed and not is_local(job.configuration.outlet.site_url):
            click.echo(_left_at_the_host(difference.removed))
        if not difference and present.blobs:
            tell_unchanged(job, folder, is_dry=how.is_dry)
            is_written = is_local(job.configuration.outlet.site_url) and not how.is_dry
        elif may_replace(how, difference):
            refuse(verify(package))
            refuse_other_shares(job)
            remember_shares(job, folder)
            put_tree(folder, (*files.items(), (MARKER, marker_of(files))))
            remember_pages(job, folder)
            is_written = True
    if due := spell_due(job.live):
        click.echo(due)
    return job if is_written else None


def may_replace(how: FolderJob, difference: Changes) -> bool:
    """Return whether a folder's files may be replaced, which is asked unless it was agreed to.

    What no publish is known to have written is asked about by name, or refused.
    """
    gone = (*difference.removed, *(difference.changed if has_list(how.folder) else ()))
    if lost := not_written(how.folder, gone):
        parts = map(inert_line, lost)
        listed = (
            "".join(f"\n  {each}" for each in parts) if len(lost) > _LISTED else ", ".join(parts)
        )
        known = "and no `publish --to` wrote them"
        if not has_list(how.folder):
            known = "and a version that kept no list wrote it, so that they may be yours"
        message = f"{how.folder} holds files that would be lost, {known}: {listed}"
        if how.is_agreed:
            hint = "move them elsewhere, or run `dossier publish --to` without --yes, which asks"
            raise ConfigError(message, hint)
        click.echo(message)
    if how.is_dry:
        return False
    if lost:
        click.confirm("Lose them, and write this?", default=False, abort=True)
    elif not how.is_agreed:
        click.confirm("Write this?", default=True, abort=True)
    return True


def _refuse_place(job: Job, folder: Path) -> None:
    """Raise ConfigError for a folder that builds read or write."""
    settings = job.settings
    refuse_sources(folder, settings.root, settings.content, job.configuration.named)
    if folder.is_relative_to(job.configuration.site):
        message = f"{folder} is what a build writes"
        raise ConfigError(message, "name a folder of its own: `--to ../public`")


def _refuse_others(folder: Path) -> None:
    """Raise ConfigError for a folder that holds something else."""
    if (folder / ".git").exists():
        message = f"{folder} is a repository, whose history would go"
        raise ConfigError(message, "publish to its branch: --remote and --branch")
    if not may_hold(folder):
        raise ConfigError(f"{folder} holds other files", "name a new or an empty folder")


def may_hold(folder: Path) -> bool:
    """Return whether a folder is not there, is empty, or was written by a publish."""
    return not folder.exists() or (
        folder.is_dir() and (not any(folder.iterdir()) or is_published(folder))
    )


def _present(folder: Path) -> Present:
    """Return what is in a folder. What is no file has content of no other: it is lost, or asked."""
    paths = {name: folder / name for name in files_below(folder)} if folder.is_dir() else {}
    return Present(
        blobs={
            name: "" if path.is_symlink() or not path.is_file() else blob_id(path.read_bytes())
            for name, path in paths.items()
        }
    )


def _what_now(job: Job, folder: Path) -> str:
    address = job.configuration.outlet.site_url
    if is_local(address):
        port = urlsplit(address).port or 80
        command = f"python3 -m http.server -b localhost -d {shlex.quote(str(folder))} {port}"
        return f"To look at it, run this, then open your link:\n{command}"
    return f"Upload what is in {folder} to {address or 'any host of static files'}"


def _left_at_the_host(names: Sequence[str]) -> str:
    listed = "\n".join(map(inert_line, names))
    return f"An upload deletes nothing. Delete at the host yourself:\n{listed}"


def refuse(problems: Sequence[Problem]) -> None:
    """Say what was found, and go no further if there is an error among it."""
    if problems:
        click.echo(as_text(in_order(problems), 0), nl=False, err=True)
    if is_stopped(problems):
        raise SystemExit(PROBLEMS)


def refuse_other_shares(job: Job) -> None:
    """Raise ConfigError if shares were made or withdrawn since they were sealed."""
    if job.shares is not None and keystore_of(job).shares != job.shares:
        message = "shares were made or withdrawn while this ran, so nothing was published"
        raise ConfigError(message, "run it again")


def remember_shares(job: Job, target: Destination | Path) -> Published:
    """Keep which shares go out, and since which day each is what it is.

    Returns what had gone out before.
    """
    before = record_published(
        job.root, job.place(target), {share.uid: share.id for share in job.live}
    )
    shares = job.shares or {}
    ended = {share.id for share in shares.values() if share.state(job.today) != "active"}
    is_new = not ended <= read_ended(job.root).keys()
    if is_new or any(shares.get(share.uid) != share for share in job.live):
        with changing(job.root, job.configuration.published) as kept:
            date_shares(kept, job.live)
    return before


def remember_pages(job: Job, target: Destination | Path) -> None:
    """Keep which links have a page there, if the keystore was asked."""
    if job.shares is not None:
        shares = {share.uid: share.id for share in job.live}
        record_standing(job.root, job.place(target), shares)


def tell_unchanged(job: Job, target: Destination | Path, *, is_dry: bool) -> None:
    """Say that what is there is what would be."""
    click.echo("Nothing has changed.")
    if not is_dry:
        remember_pages(job, target)


def tell_links(job: Job) -> None:
    """Say how to see the links again: they hold keys, so that none is printed unasked."""
    if uids := sorted(share.uid for share in job.live):
        more = f" (also: {', '.join(uids[1:])})" if uids[1:] else ""
        click.echo(f"Its link: `dossier share show {uids[0]}`{more}")


def tell(text: str) -> None:
    """Say what goes on."""
    click.echo(text, err=True)
