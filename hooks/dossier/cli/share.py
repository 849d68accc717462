"""`dossier share`: links that one recipient can read a dossier with, made and withdrawn here."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from dossier.cli.dossier_named import dossier_named, dossier_names
from dossier.cli.home_page import ask_first
from dossier.cli.next_step import tell_next
from dossier.cli.options import Day, config_option, read_project, reporting_errors
from dossier.cli.questions import can_ask
from dossier.cli.share_end import revoke, rotate
from dossier.cli.share_named import living, named_share, share_or_dossier, whose
from dossier.cli.share_project import ShareProject, unsent_of
from dossier.cli.share_told import HERE_ALONE, qr_option, tell_change, tell_link, uid_argument
from dossier.configuration.read import read_configuration
from dossier.match.coverage import RowCoverage, State, cover
from dossier.match.recipient import library_for
from dossier.model.audience import Audience
from dossier.model.evidence import Check
from dossier.plain import dates
from dossier.plain.addresses import is_local
from dossier.plain.errors import ConfigError
from dossier.plain.files import OWNER_FILE, create_file
from dossier.plain.report import as_text
from dossier.plain.temporary import folder_until_next_run
from dossier.plain.uploaded import refuse_uploaded
from dossier.plain.written_places import refuse_cleared, refuse_git
from dossier.publishing.heavy_pages import find_heavy_sent
from dossier.publishing.lost_links import known_uids, lost_links
from dossier.publishing.published_shares import read_published
from dossier.render.share import spell_page
from dossier.sharing.keyfile import refuse_published, refuse_tracked
from dossier.sharing.keys_json import FILE
from dossier.sharing.keystore import Keystore, Share, add, changing, list_links
from dossier.sharing.link import new_key, new_share_id, spell_link
from dossier.sharing.listing import as_json, as_table, row_without_key, rows_of
from dossier.sharing.pages import dated, draw
from dossier.sharing.passphrase import new_passphrase
from dossier.sharing.sent_links import read_links

HALF = 50
"""The coverage, in percent, under which a link is not made without a word."""


@click.group()
def share() -> None:
    """Make, list and withdraw links by which one recipient can read a dossier.

    Their keys stay in .dossier/keys.json on this machine: back it up, never commit it.
    """


share.add_command(revoke)
share.add_command(rotate)


@share.command()
@click.argument("application")
@click.option("--role", help="Show what concerns this role alone.")
@click.option(
    "--to",
    "label",
    default="",
    help="Whom it is for: no page says it, but a letter with this link greets them.",
)
@click.option(
    "--expires", type=Day(), help="The last day on which it opens, by its reader's calendar."
)
@click.option("--passphrase", is_flag=True, help="Ask for five words besides the link.")
@qr_option
@config_option
@reporting_errors
def new(  # noqa: PLR0917 - one an option
    application: str,
    role: str | None,
    label: str,
    expires: date | None,
    passphrase: bool,
    qr: bool | None,
    config_file: Path,
) -> None:
    """Make a link to an application's dossier."""
    project = ShareProject.at(config_file)
    project.refuse_lost()
    is_new = not project.configuration.outlet.site_url and ask_first(config_file)
    if is_new:
        project = ShareProject.at(config_file)
    application = dossier_named(application, project.settings.content)
    base, today = project.base_url(), dates.current_day()
    if expires and expires < dates.own_day():
        raise ConfigError(f"{expires} has passed", "name a day to come")
    draft = Share("", application, role, label, new_share_id(), new_key(), 1, today, expires)
    project.refuse_broken(project.store().active(today))
    project.refuse_unread(application)
    _warn(project, application, role)
    project.refuse_broken([draft])
    draft = replace(draft, company=project.view.company(application))
    project.refuse_unsourced(draft)
    _tell_crossings(project, application)
    if passphrase:
        words, kept = new_passphrase()
        draft = replace(draft, kdf_salt=kept.salt, kdf_output=kept.output)
    with changing(project.settings.root, project.published) as shares:
        taken = (*dossier_names(project.settings.content), *known_uids(project.settings.root))
        made = add(shares, draft, taken)
    is_here = is_local(base) or (is_new and not project.configuration.outlet.is_remote_named)
    is_nearby = is_here and can_ask() and not passphrase
    is_written = is_nearby and _is_written(config_file, base, made)
    if is_written and is_local(base):
        click.echo(HERE_ALONE % made.uid)
        tell_change(project.settings.content, made.company or "", application)
        return
    when = "it is uploaded" if is_written else "the next `dossier publish`"
    click.echo(f"{made.uid}, readable after {when}:", err=True)
    tell_link(base, made, is_drawn=qr)
    if can_ask():
        tell_change(project.settings.content, made.company or "", application)
    if not passphrase:
        tell_next(config_file)
    else:
        told_words = f"Passphrase: {words}\nSend it by another way. It is kept nowhere."
        click.echo(told_words, err=True)


def _is_written(config_file: Path, base: str, made: Share) -> bool:
    """Write the site beside it, and let a link to here open. Returns whether that was done."""
    # They bring the engine along, which takes its time.
    from dossier.cli.publish_folder import publish_nearby  # noqa: PLC0415
    from dossier.cli.release import Job  # noqa: PLC0415

    link = spell_link(base, made.id, made.key)
    return publish_nearby(Job(*read_project(config_file)), link)


@share.command("list")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@config_option
@reporting_errors
def list_(is_json: bool, config_file: Path) -> None:
    """List all shares. Exits with 1 if one that is active cannot be drawn, or has no key."""
    project = ShareProject.at(config_file)
    today, store = dates.current_day(), project.store()
    list_links(project.settings.root, project.published)
    active = store.active(today)
    broken = [kept.uid for kept in active if project.problems([kept])]
    standing = read_published(project.settings.root).standing
    shares = store.shares.values()
    library = project.view.library
    rows = rows_of(shares, library, broken, today, standing=standing)
    beside = {link.uid: link for link in read_links(project.settings.root)}
    beside |= {each.uid: each.link for each in project.lost()}
    rows += tuple(
        row_without_key(link, library, today, standing=standing)
        for uid, link in beside.items()
        if uid not in store.shares
    )
    click.echo(as_json(rows) if is_json else as_table(rows), nl=False)
    project.refuse_unfit(active)
    project.refuse_broken(active)


@share.command()
@uid_argument
@qr_option
@config_option
@reporting_errors
def show(uid: str, qr: bool | None, config_file: Path) -> None:
    """Print a share's link again."""
    project = ShareProject.at(config_file)
    project.refuse_lost(uid)
    found = named_share(project.store(), uid, project.settings.content)
    kept = living(found, dates.current_day())
    project.refuse_broken([kept])
    click.echo(f"{kept.uid}, {whose(kept)}", err=True)
    tell_link(project.base_url(), kept, is_drawn=qr)
    if kept.has_passphrase:
        click.echo("It needs its passphrase too, which is kept nowhere.", err=True)


@share.command()
@click.argument("name", metavar="UID|APPLICATION")
@click.option("--role", help="Of an application: show what concerns this role alone.")
@click.option("--no-open", is_flag=True, help="Only say where the page is.")
@config_option
@reporting_errors
def preview(name: str, role: str | None, no_open: bool, config_file: Path) -> None:
    """Show what a recipient will see, as a file that only you can read."""
    project = ShareProject.at(config_file)
    project.refuse_expired()
    kept, dossier = share_or_dossier(project.store(), name, project.settings.content)
    if kept:
        project.refuse_undrawn([kept])
    draft = kept or Share("", dossier, role, "", "preview", b"", 1, dates.current_day())
    draft = dated(project.view, draft, dates.current_day())
    document = draw(project.view, draft, page="s/preview/index.md")
    page = folder_until_next_run("preview", project.settings.root) / "preview.html"
    content = spell_page(document, project.settings.templates).encode()
    create_file(page, content, mode=OWNER_FILE)
    click.echo(str(page))
    shown = f"the link {kept.uid}, {whose(kept)}" if kept else f"what a link to {dossier} shows"
    click.echo(f"This is {shown}.", err=True)
    _tell_crossings(project, draft.application)
    click.echo(
        "Nothing was published. The site's next preview or publish removes the file; or delete it.",
        err=True,
    )
    if not no_open and _has_screen():
        click.launch(page.as_uri())


@share.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@config_option
@reporting_errors
def backup(file: Path, config_file: Path) -> None:
    """Copy all keys into FILE, readable by you only. Without them no link can be kept alive."""
    configuration = read_configuration(config_file.resolve())
    settings, published = configuration.settings, configuration.published
    kept = Keystore.load(settings.root, published).shares
    if not kept:
        ShareProject.at(config_file).refuse_lost()
        raise ConfigError("there are no keys to copy", "`dossier share new` makes the first")
    refuse_published(file, published)
    refuse_uploaded(file, settings.root)
    refuse_cleared(file, settings.root)
    refuse_git(file)
    refuse_tracked(file)
    create_file(file, (settings.root / FILE).read_bytes(), mode=OWNER_FILE)
    what = f"{file} holds the keys of all shares ({len(kept)})"
    if lost := lost_links(settings.root, kept, dates.current_day()):
        what += f" but of {', '.join(each.uid for each in lost)}, whose keys are gone"
    click.echo(f"{what}. Keep it as you keep passwords.")


def _has_screen() -> bool:
    """Return whether a browser has somewhere to open: else xdg-open fills the terminal."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, known))


def _warn(project: ShareProject, application: str, role: str | None) -> None:
    """Tell of roles of which little is covered. Raises ConfigError for what is not there."""
    library = library_for(project.view.library, application, role)
    for covered in cover(library.applications[application], library, project.settings.as_of):
        percent = covered.percent
        if percent is not None and percent < HALF:
            title = covered.role.title if covered.role else application
            message = f"warning: {percent} % of what {title} asks for is covered, under half"
            click.echo(message, err=True)
            every = [row for row in covered.rows if row.state is State.CLAIMED]
            bare = [row.row.id for row in every if _is_on_word(row)]
            if bare:
                asks = "`dossier fit` again asks what shows it"
                click.echo(f"  on your word alone: {', '.join(bare)}; {asks}", err=True)
            claimed = [row for row in every if row.row.evidence and not _is_on_word(row)]
            for row in claimed:
                click.echo(f"  `{row.row.id}` counts for nothing: {row.reason}", err=True)
            if claimed:
                cure = "name their sources, if only by a label, and a `check` that fits"
                click.echo(f"  hint: {cure}", err=True)


def _is_on_word(covered: RowCoverage) -> bool:
    """Return whether a row says itself what it claims, or cites own statements alone."""
    cited = covered.records
    if not covered.row.evidence:
        return bool(covered.row.claim)
    is_whole = len(cited) == len(covered.row.evidence)
    return is_whole and all(entry.record.check is Check.STATEMENT for entry in cited)


def _tell_crossings(project: ShareProject, application: str) -> None:
    """Tell what recipients of a dossier would read, or may read, of another, or wait for."""
    shared, private = (project.project.view(each) for each in (Audience.SHARED, Audience.PRIVATE))
    heavy = tuple(find_heavy_sent(shared.library, shared.assets, [application]))
    crossed = project.project.crossing_problems([application])
    unsent = unsent_of(project.project, {application})
    if found := (*unsent, *crossed, *private.diagnose(heavy).problems):
        click.echo(as_text(found, 0), nl=False, err=True)
