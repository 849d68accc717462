"""`dossier export resume`: a résumé for one application, in the form that is asked for."""

from __future__ import annotations

from dataclasses import replace

import click

from dossier.cli.exporting import Request, draw_outline, exporting, pages_option, paper_option
from dossier.cli.share_link import share_link, share_option
from dossier.exporting.compose import compose_resume
from dossier.exporting.json_resume import spell_json_resume
from dossier.exporting.lacks import lacks_of_resume
from dossier.exporting.outline import outline_resume
from dossier.exporting.rendercv import spell_rendercv
from dossier.plain.errors import ConfigError

STRUCTURED = {"json": spell_json_resume, "yaml": spell_rendercv}
"""Forms that programs read: JSON Resume and RenderCV."""
FORMS = (*STRUCTURED, "txt", "docx", "pdf")


@click.command()
@exporting(FORMS, default="pdf")
@pages_option
@paper_option
@share_option
def resume(request: Request, pages: int | None, paper: str, share: str | None) -> None:
    """Write the résumé for an APPLICATION: what it emphasizes, as its reader may see it.

    Its `## Emphasis` decides what stands on it and in which order, the rows of its role which
    highlights do. Forms are JSON Resume (json), RenderCV (yaml), plain text, Word and PDF.
    """
    recipient = request.recipient
    if share and request.form in STRUCTURED:
        raise ConfigError("a share's link goes on what people read", "add `--format pdf`")
    composed = replace(compose_resume(recipient), link=share_link(request, share))
    write = None if pages else STRUCTURED.get(request.form)
    drawn = (
        write(composed) if write else draw_outline(request, outline_resume(composed), pages, paper)
    )
    request.tell(lacks_of_resume(recipient, request.private))
    request.write(drawn)
