"""`dossier export brief`: the recipient's page of an application on one sheet."""

from __future__ import annotations

import click

from dossier.cli.exporting import Request, exporting
from dossier.cli.share_link import share_link, share_option
from dossier.exporting.brief import compose_brief
from dossier.exporting.brief_pdf import brief_overflow, draw_brief
from dossier.exporting.lacks import CONTACT, lacks_of_person


@click.command()
@exporting(("pdf",), default="pdf")
@share_option
def brief(request: Request, share: str | None) -> None:
    """Write what the reader of an APPLICATION sees first, on exactly one sheet (A4).

    Who, what is covered, three figures, every row with its strength. Type gets smaller until all
    fits; if it cannot, nothing is written, and the rows that are beyond are named.
    """
    recipient = request.recipient
    composed = compose_brief(recipient, share_link(request, share))
    drawn = draw_brief(composed, request.templates)
    if problem := brief_overflow(composed, drawn, request.private.source.locate()):
        request.refuse(problem)
    request.tell(lacks_of_person(recipient, CONTACT))
    request.write(drawn.content)
