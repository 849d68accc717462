"""The address of a share for a document that is sent: its key is in it, so only when asked for."""

from __future__ import annotations

import click

from dossier.cli.exporting import Request
from dossier.cli.share_project import ShareProject
from dossier.plain import dates
from dossier.plain.errors import ConfigError
from dossier.plain.uploaded import refuse_uploaded
from dossier.sharing.keyfile import refuse_published, refuse_tracked
from dossier.sharing.keystore import Share
from dossier.sharing.link import spell_link

_NAME = range(2, 5)
"""How many words the name of a person has."""
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
    share = asked_share(request, uid)
    return linked(request, share) if share else ""


def asked_share(request: Request, uid: str | None) -> Share | None:
    """Return the share that is asked for, None if none is. Raises ConfigError as above."""
    if uid is None:
        return None
    project = ShareProject(request.configuration, request.project)
    share = _chosen(project, request, uid)
    project.refuse_broken([share])
    return share


def linked(request: Request, share: Share) -> str:
    """Return the link of a share, unless its document would be published or is tracked."""
    project = ShareProject(request.configuration, request.project)
    if request.output:
        refuse_published(request.output, project.published)
        refuse_uploaded(request.output, project.settings.root)
        refuse_tracked(request.output)
    click.echo(TOLD, err=True)
    return spell_link(project.base_url(), share.id, share.key)


def reader_of(share: Share, company: str) -> str:
    """Return the person whom a share is for, empty if it names none: `HR`, `Acme Recruiting`."""
    words = share.label.split()
    is_person = len(words) in _NAME and all(map(_begins_name, words))
    is_theirs = set(company.casefold().split()) & set(share.label.casefold().split())
    return share.label if is_person and not is_theirs else ""


def _begins_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and not any(map(str.isdigit, word))


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
        project.refuse_lost("" if uid == ANY else uid)
        hint = f"make one with `dossier share new {request.application}`"
        raise ConfigError(f"`{request.application}` has no share that can be read", hint)
    message = f"`{request.application}` has no share `{uid}`"
    if uid == ANY:
        message = f"`{request.application}` has {len(fitting)} shares"
    raise ConfigError(message, f"name one: {', '.join(f'--share {name}' for name in fitting)}")
