"""`dossier export resume`: a résumé for one application, in the form that is asked for."""

from __future__ import annotations

import click

from dossier.cli.exporting import Request, exporting
from dossier.exporting.compose import compose_resume
from dossier.exporting.json_resume import spell_json_resume

WRITERS = {"json": spell_json_resume}
"""How each form is written."""


@click.command()
@exporting(tuple(WRITERS), default="json")
def resume(request: Request) -> None:
    """Write the résumé for an APPLICATION: what it emphasizes, as its reader may see it.

    Its `## Emphasis` decides what stands on it and in which order, the rows of its role which
    highlights do.
    """
    request.write(WRITERS[request.form](compose_resume(request.recipient)))
