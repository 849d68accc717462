"""The one thing to do now, with the command that does it: from a résumé to a link that opens.

What is broken comes first, then what nobody has confirmed, a posting to apply to, a link for its
recipient, and to publish.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from dossier.cli.confirm_own import unconfirmed
from dossier.cli.options import read_project
from dossier.model.application import Status
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.plain.addresses import is_local
from dossier.plain.problems import Severity
from dossier.publishing.published_shares import read_published, read_sent
from dossier.publishing.standing_pages import ended_pages_standing

if TYPE_CHECKING:
    from pathlib import Path

    from dossier.build import Project
    from dossier.model.library import ApplicationEntry, Library

_LINKING = "`dossier share new "
"""How the command begins that makes a link."""
_OPEN = frozenset({Status.SAVED, Status.DRAFTING})


def tell_next(config_file: Path, about: str = "") -> None:
    """Say at a terminal what to do now, and how to send the dossier that it is `about`, if any."""
    if sys.stdout.isatty():
        click.echo(f"Next: {next_with_link(read_project(config_file)[1], about)}")


def next_with_link(project: Project, about: str) -> str:
    """Return the one thing to do now, and the link to a dossier that has none, in its place."""
    step = next_step(project)
    entry = project.view(Audience.PRIVATE).library.applications.get(about)
    today = project.settings.as_of
    if entry is None or about in _linked(project, today) or not _is_open(entry, today):
        return step
    return _linking(entry) if step.startswith(_LINKING) else f"{step}; then {_linking(entry)}"


def next_step(project: Project) -> str:
    """Return the one thing to do now."""
    return next(_steps(project, project.settings.as_of))


def _steps(project: Project, today: date) -> Iterator[str]:
    library = project.view(Audience.PRIVATE).library
    if library.profile is None:
        yield "`dossier import RESUME` writes your profile; or write content/profile.yml"
    own, _ = unconfirmed(library)
    if own:
        yield f"`dossier confirm` asks of {_count(len(own), 'record')} whether it is right"
    if all(document.kind is not FileKind.APPLICATION for document in project.tree.documents):
        yield '`dossier fit POSTING --new "Company"`, with a saved posting'
    errors = [p for p in project.diagnosis.problems if p.severity is Severity.ERROR]
    if errors:
        where = errors[0].where
        count = _count(len(errors), "error")
        yield f"`dossier check` lists {count}, the first at {where.file}:{where.line}"
    yield from _links(project, library, today)
    yield "nothing is due that the files tell of; `dossier status` says where each dossier stands"


def _links(project: Project, library: Library, today: date) -> Iterator[str]:
    root = project.settings.root
    sent = read_sent(root)
    withdrawn = {link.uid for link in sent if link.revoked}
    for page in ended_pages_standing(root, today):
        if page.uid in withdrawn:
            at = f" at {page.address}" if page.address else ""
            yield f"`{page.command}`: the page of a withdrawn link still stands{at}"
    if any(link.state(today) == "broken" for link in sent):
        yield "`dossier share list` says why a link that was sent opens no more"
    links = _linked(project, today)
    for entry in library.applications.values():
        if entry.id not in links and _is_open(entry, today):
            yield _linking(entry)
    published = read_published(root)
    if links and not published.shares:
        yield "`dossier publish --to ../public`"
    elif links and published.places and all(is_local(p.address) for p in published.places):
        yield "`dossier publish --to ../public` asks your web address; links open here alone so far"


def _linked(project: Project, today: date) -> frozenset[str]:
    """Return the dossiers that have a link which opens."""
    sent = read_sent(project.settings.root)
    return frozenset(link.application for link in sent if link.state(today) == "active")


def _is_open(entry: ApplicationEntry, today: date) -> bool:
    return entry.application.stage_on(today) in _OPEN


def _linking(entry: ApplicationEntry) -> str:
    named = (c.name for c in entry.application.contacts if c.name.istitle())
    return f'{_LINKING}{entry.id} --to "{next(named, "Name")}"`'


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
