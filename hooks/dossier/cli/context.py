"""`dossier context`: what an assistant needs of one dossier, and may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.assistants.context import context_of
from dossier.assistants.context_text import context_text
from dossier.assistants.context_values import Purpose
from dossier.assistants.projection import one_dossier
from dossier.cli.dossier_named import dossier_named
from dossier.cli.options import (
    as_of_option,
    config_option,
    data_option,
    read_project,
    reporting_errors,
)
from dossier.model.audience import Audience
from dossier.plain.terminal import inert_json
from dossier.publishing.searched_text import SearchedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.assistants.projection import OneDossier
    from dossier.build import Project
    from dossier.model.library import Library

WITHHELD = "its author keeps the reason"
"""What stands for a rule's reason that is of another dossier: the rule itself is for all."""


@click.command()
@click.argument("application")
@click.option(
    "--for",
    "purpose",
    type=click.Choice([purpose.value for purpose in Purpose]),
    required=True,
    help="What it is asked for.",
)
@click.option("--role", metavar="ROLE", help="Only the part for one role.")
@config_option
@as_of_option
@data_option
@reporting_errors
def context(  # noqa: PLR0917 - one an option
    application: str,
    purpose: str,
    role: str | None,
    config_file: Path,
    as_of: date | None,
    form: str,
) -> None:
    """Print what an assistant needs of an APPLICATION, and may see.

    Claims with their limits and what must be said with them, what may not be claimed, rows and
    their states, texts, and the posting's words as data. Nothing of other dossiers is in it, and of
    what is private only what its author opened: `{ audience=assistant }` behind the heading of a
    section, `assistant: [gaps, asks]` in the front matter, `audience: assistant` of a record.
    Every guardrail is told, but no reason (`why`) that names another dossier's company.
    """
    _, project = read_project(config_file, as_of)
    library = project.view(Audience.ASSISTANT).library
    application = dossier_named(application, project.settings.content)
    dossier = seen_dossier(project, library, application, role)
    for line in named_elsewhere(project, dossier):
        click.echo(line, err=True)
    found = context_of(dossier, Purpose(purpose), role, project.settings.as_of)
    if form == "json":
        click.echo(inert_json(found.as_json()))
    else:
        click.echo(context_text(found), nl=False)


def seen_dossier(
    project: Project, library: Library, application: str, role: str | None = None
) -> OneDossier:
    """Return a dossier as its assistant sees it: no rule's reason names another's company.

    Raises ConfigError for a dossier or role that is not there.
    """
    dossier = one_dossier(library, application, role)
    known = dossier.library.guardrails
    if known is None:
        return dossier
    rules = tuple(
        rule.model_copy(update={"why": WITHHELD})
        if any(_others_named(project, dossier, rule.why))
        else rule
        for rule in known.guardrails
    )
    guardrails = replace(known, guardrails=rules)
    return replace(dossier, library=replace(dossier.library, guardrails=guardrails))


def named_elsewhere(project: Project, dossier: OneDossier) -> Iterator[str]:
    """Say which names of other dossiers stand in what every dossier's assistant is told."""
    known = dossier.library.guardrails
    said = [
        text
        for rule in (known.guardrails if known else ())
        for text in (rule.pattern, rule.why, *rule.except_)
    ]
    said += [entry.record.claim for entry in dossier.library.records.values()]
    found = {name for text in said for name in _others_named(project, dossier, text)}
    for name in sorted(found):
        yield f"warning: a claim or a guardrail has the name of another dossier, `{name}`"


def _others_named(project: Project, dossier: OneDossier, text: str) -> Iterator[str]:
    """Yield the names of other dossiers' companies that stand in a text."""
    for mention in project.naming.names.in_authored(SearchedText(text)):
        if mention.is_sure and mention.dossier != dossier.entry.id:
            yield mention.name
