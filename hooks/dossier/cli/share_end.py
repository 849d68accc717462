"""`dossier share rotate` and `revoke`: what becomes of a link that was out, and of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from dossier.cli.options import config_option, reporting_errors
from dossier.cli.share_named import living, named_share, named_uid, whose
from dossier.cli.share_project import ShareProject
from dossier.cli.share_told import qr_option, tell_link, uid_argument
from dossier.configuration.read import read_configuration
from dossier.plain import dates
from dossier.plain.errors import ConfigError
from dossier.publishing.lost_links import LostLink, lost_links
from dossier.publishing.standing_pages import (
    ended_pages_standing,
    spell_replaced,
    spell_withdrawn,
)
from dossier.settings import Configuration
from dossier.sharing.keystore import Keystore, Share, changing, end_lost, renew

SEEN = "What was seen or saved cannot be taken back."


@click.command()
@uid_argument
@qr_option
@config_option
@reporting_errors
def rotate(uid: str, qr: bool | None, config_file: Path) -> None:
    """Give a share another address and another key. A passphrase stays as it is."""
    project = ShareProject.at(config_file)
    project.refuse_lost(uid)
    base, today, root = project.base_url(), dates.current_day(), project.settings.root
    named = named_share(project.store(), uid, project.settings.content).uid
    others = (share for share in project.store().active(today) if share.uid != named)
    project.refuse_broken(others)
    with changing(root, project.published) as shares:
        kept = living(Keystore(shares).share(named), today)
        company = project.view.company(kept.application)
        made = replace(renew(kept, today), company=company)
        project.refuse_broken([made])
        shares[named] = made
    pages = [page for page in ended_pages_standing(root, today) if page.uid == named]
    site_url = project.configuration.outlet.site_url
    click.echo(f"Number {kept.gen}, {whose(kept)}: {spell_replaced(pages, site_url)}", err=True)
    if pages:
        click.echo(SEEN, err=True)
    click.echo(f"{named}, number {made.gen}, {whose(made)}:", err=True)
    tell_link(base, made, is_drawn=qr)


@click.command()
@click.argument("uids", metavar="UID...", nargs=-1, required=True)
@config_option
@reporting_errors
def revoke(uids: tuple[str, ...], config_file: Path) -> None:
    """Withdraw shares: their pages go with the next publish, all others stay as they are.

    A link whose key is lost is withdrawn as well.
    """
    configuration = read_configuration(config_file.resolve())
    root, today = configuration.settings.root, dates.current_day()
    kept, lost = _named(configuration, uids)
    if kept:
        with changing(root, configuration.published) as shares:
            for share in kept:
                now = Keystore(shares).share(share.uid)
                shares[share.uid] = replace(now, revoked=now.revoked or today)
    if lost:
        pages = (page.page for each in lost for page in each.pages)
        end_lost(root, (each.link for each in lost if not each.is_kept), pages, today)
    links = {each.uid: whose(each.link) for each in lost} | {s.uid: whose(s) for s in kept}
    withdrawn = [f"{uid} is withdrawn, {told}." for uid, told in links.items()]
    try:
        standing = tuple(ended_pages_standing(root, today))
    except ConfigError:
        # They are withdrawn all the same, which has to be said first.
        click.echo("\n".join(withdrawn))
        raise
    for uid, told in zip(links, withdrawn, strict=True):
        pages_of = [page for page in standing if page.uid == uid]
        click.echo(f"{told} {spell_withdrawn(pages_of, configuration.outlet.site_url)}")
    click.echo(SEEN, err=True)


def _named(
    configuration: Configuration, names: Sequence[str]
) -> tuple[list[Share], list[LostLink]]:
    """Return the shares that are named, and the links whose keys are lost. Raises ConfigError."""
    settings = configuration.settings
    store = Keystore.load(settings.root, configuration.published)
    lost: dict[str, LostLink] = {}
    try:
        found = lost_links(settings.root, store.shares, dates.current_day())
        lost = {each.uid: each for each in found}
    except ConfigError:
        # A link whose key is here is withdrawn whatever stands beside it.
        if any(name.rpartition("/")[2] not in store.shares for name in names):
            raise
    links = {uid: each.link for uid, each in lost.items()} | dict(store.shares)
    uids = [named_uid(links, name, settings.content) for name in names]
    shares = [store.shares[uid] for uid in uids if uid in store.shares]
    return shares, [lost[uid] for uid in uids if uid in lost]
