"""`dossier export resume`: a résumé for one application, in the form that is asked for."""

from __future__ import annotations

import click

from dossier.cli.exporting import Request, exporting, paper_option
from dossier.exporting.compose import compose_resume
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.json_resume import spell_json_resume
from dossier.exporting.lacks import lacks_of_resume
from dossier.exporting.outline import outline_resume
from dossier.exporting.overflow import overflow
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.plain_text import spell_plain_text
from dossier.exporting.rendercv import spell_rendercv
from dossier.exporting.resume import Resume
from dossier.plain.errors import ConfigError

FORMS = ("json", "yaml", "txt", "docx", "pdf")
"""JSON Resume, RenderCV, and what people read."""


@click.command()
@exporting(FORMS, default="pdf")
@click.option(
    "--pages",
    type=click.IntRange(min=1),
    metavar="N",
    help="Write nothing if the PDF takes more pages than N, and name what is beyond them.",
)
@paper_option
def resume(request: Request, pages: int | None, paper: str) -> None:
    """Write the résumé for an APPLICATION: what it emphasizes, as its reader may see it.

    Its `## Emphasis` decides what stands on it and in which order, the rows of its role which
    highlights do. Forms are JSON Resume (json), RenderCV (yaml), plain text, Word and PDF.
    """
    if pages and request.form != "pdf":
        raise ConfigError("only a PDF has pages that can be counted", "add `--format pdf`")
    recipient = request.recipient
    composed = compose_resume(recipient)
    document = _draw(request, composed, pages, paper)
    request.tell(lacks_of_resume(recipient, request.private))
    request.write(document)


def _draw(request: Request, composed: Resume, pages: int | None, paper: str) -> str | bytes:
    """Return a résumé in the form that is asked for, if it fits."""
    match request.form:
        case "json":
            return spell_json_resume(composed)
        case "yaml":
            return spell_rendercv(composed)
        case "txt":
            return spell_plain_text(outline_resume(composed))
        case "docx":
            return draw_docx(outline_resume(composed), paper)
    outline = outline_resume(composed)
    drawn = draw_pdf(outline, request.templates, paper)
    if pages and (problem := overflow(outline, drawn, pages, request.private.source.locate())):
        request.refuse(problem)
    return drawn.content
