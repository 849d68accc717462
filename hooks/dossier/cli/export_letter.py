"""`dossier export letter`: the cover letter of one application."""

from __future__ import annotations

import click

from dossier.cli.exporting import Request, draw_outline, exporting, pages_option, paper_option
from dossier.cli.share_link import asked_share, linked, reader_of, share_option
from dossier.exporting.hooks import hooks_of, unchosen, untellable
from dossier.exporting.lacks import CONTACT, lacks_of_person
from dossier.exporting.letter import compose_letter
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.plain.errors import ConfigError
from dossier.prose.passages import Passage
from dossier.sharing.keys_json import FILE as KEYSTORE

FORMS = ("md", "txt", "docx", "pdf")


@click.command()
@exporting(FORMS, default="pdf")
@click.option(
    "--hook",
    type=click.IntRange(min=1),
    metavar="N",
    help="Open with the Nth of the dossier's hooks, which are private until you choose one.",
)
@click.option(
    "--row",
    "rows",
    multiple=True,
    metavar="ROW",
    help="Tell this row; may be given again.  [default: up to three, the strongest]",
)
@pages_option
@paper_option
@share_option
def letter(
    request: Request,
    *,
    hook: int | None,
    rows: tuple[str, ...],
    pages: int | None,
    paper: str,
    share: str | None,
) -> None:
    """Write the cover letter for an APPLICATION, its own or one put together.

    A dossier's `## Letter` stands as it is written. Without one the letter has the hook that you
    choose, the pitch, the strongest rows, and why. With --share it greets whom the link is for.
    """
    recipient, private = request.recipient, request.private
    is_written = recipient.entry.section("letter") is not None
    if is_written and (hook or rows):
        raise ConfigError("the dossier has a letter of its own", "leave out --hook and --row")
    opening = _chosen(hooks_of(private.section("hooks")), hook)
    for problem in untellable(recipient, opening, private):
        request.refuse(problem)
    kept = private.section("hooks")
    if kept and opening:
        at = kept.offset + max(kept.text.find(opening), 0)
        request.refuse_opened(Passage(opening, kept.audience, private.source, offset=at))
    chosen = asked_share(request, share)
    reader = (
        reader_of(chosen, recipient.entry.application.company) if chosen and not is_written else ""
    )
    if reader:
        request.refuse_opened(Passage(reader, Audience.PRIVATE, Document(KEYSTORE, "")))
    link = linked(request, chosen) if chosen else ""
    document = compose_letter(recipient, opening, rows, reader=reader, link=link)
    drawn = draw_outline(request, document, pages, paper)
    request.tell(
        [
            *lacks_of_person(recipient, CONTACT),
            *(() if is_written or opening else unchosen(private)),
        ]
    )
    request.write(drawn)


def _chosen(hooks: tuple[str, ...], number: int | None) -> str:
    """Return the hook of a number, empty if none is chosen. Raises ConfigError."""
    if number is None:
        return ""
    if number > len(hooks):
        count = len(hooks)
        raise ConfigError(f"there is no hook {number}", f"the dossier has {count or 'none'}")
    return hooks[number - 1]
