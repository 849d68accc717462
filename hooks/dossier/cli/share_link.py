"""The address of a share for a document that is sent: its key is in it, so only when asked for."""

from __future__ import annotations

import click

from dossier.cli.exporting import Request
from dossier.cli.share_project import ShareProject
from dossier.plain import dates
from dossier.plain.errors import ConfigError
from dossier.sharing.keyfile import refuse_published, refuse_tracked
from dossier.sharing.keystore import Share
from dossier.sharing.link import spell_link

ANY = "*"
"""What stands for the one share that there is."""
TOLD = """\
The file holds the link and its key: whoever has the file can read the share."""

share_option = click.option(
    "--share",
    is_flag=False,
    flag_value=ANY,
    metavar="[UID]",
    help="Put the link of the application's share on it, with its key, and as a QR code.",
)


def share_link(request: Request, uid: str | None) -> str:
    """Return the link of a share of the application, empty if none is asked for.

    Raises ConfigError if there is none, or several and none is named.
    """
    if uid is None:
        return ""
    project = ShareProject(request.configuration, request.project)
    share = _chosen(project, request, uid)
    project.refuse_broken([share])
    if request.output:
        refuse_published(request.output, project.published)
        refuse_tracked(request.output)
    click.echo(TOLD, err=True)
    return spell_link(project.base_url(), share.id, share.key)


def _chosen(project: ShareProject, request: Request, uid: str) -> Share:
    # What a share for another role holds is not what this document is about.
    fitting = {
        share.uid: share
        for share in project.store().active(dates.current_day())
        if share.application == request.application and share.role in (None, request.role)
    }
    if uid != ANY and uid in fitting:
        return fitting[uid]
    if uid == ANY and len(fitting) == 1:
        return next(iter(fitting.values()))
    if not fitting:
        hint = f"make one with `dossier share new {request.application}`"
        raise ConfigError(f"`{request.application}` has no share that can be read", hint)
    message = f"`{request.application}` has no share `{uid}`"
    if uid == ANY:
        message = f"`{request.application}` has {len(fitting)} shares"
    raise ConfigError(message, f"name one: {', '.join(f'--share {name}' for name in fitting)}")
