"""`dossier search`: where words stand."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.assistants.fences import barred
from dossier.assistants.searching import search as find
from dossier.cli.options import PROBLEMS, config_option, data_option, read_project, reporting_errors
from dossier.model.audience import Audience
from dossier.plain.terminal import inert_json


@click.command()
@click.argument("words", nargs=-1, required=True)
@config_option
@data_option
@reporting_errors
def search(words: tuple[str, ...], config_file: Path, form: str) -> None:
    """List the texts that hold all of the WORDS, saved postings among them.

    Case, typography and Markdown make no difference. Exits with 1 if there is none.
    """
    _, project = read_project(config_file)
    hits, count = find(project.view(Audience.PRIVATE).library, " ".join(words))
    if form == "json":
        data = {"version": 1, "count": count, "hits": [hit.as_json() for hit in hits]}
        click.echo(inert_json(data))
    else:
        for hit in hits:
            click.echo(f"{hit.where} ({hit.audience}): {barred(hit.text)}")
        if count > len(hits):
            click.echo(f"{count - len(hits)} more: say another word.")
        if not count:
            click.echo("Nothing holds all of these words.", err=True)
    if not count:
        raise SystemExit(PROBLEMS)
