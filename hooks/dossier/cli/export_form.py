"""`dossier export form`: what an application form asks for, as plain text to paste."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import click

from dossier.cli.clipboard import copy
from dossier.cli.exporting import Request, exporting
from dossier.exporting.compose import compose_resume
from dossier.exporting.form import FormField, answer_texts, answers_of, form_fields
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.terminal import inert_json
from dossier.render.frame import application_page
from dossier.render.site import renderer_of

FOR = "For you to paste: the answers are private, and whoever gets them decides that they are not."


@click.command()
@exporting(("text", "json"), default="text")
@click.option("--field", metavar="NAME", help="Print the text of one field, and nothing else.")
@click.option("--copy", "copied", metavar="NAME", help="Put one field's text on the clipboard.")
def form(request: Request, field: str | None, copied: str | None) -> None:
    """Print what application forms ask of an APPLICATION, as plain text to paste.

    A summary in 300 and in 600 characters, each job, skills, and your prepared answers, without
    Markdown or typographic signs.
    """
    if field and copied:
        raise ConfigError("--field and --copy exclude each other", "name one of them")
    fields = _fields(request)
    if copied:
        chosen = _named(fields, copied)
        program = copy(chosen.text)
        click.echo(f"`{copied}` is on the clipboard ({program}): {len(chosen.text)} characters.")
        return
    if any(each.is_private for each in fields) and not field:
        click.echo(FOR, err=True)
    if field:
        request.write(_named(fields, field).text + "\n")
    elif request.form == "json":
        request.write(inert_json(list(map(asdict, fields))) + "\n")
    else:
        request.write("\n".join(map(_shown, fields)))


def _fields(request: Request) -> tuple[FormField, ...]:
    recipient = request.recipient
    view = request.project.view(Audience.PRIVATE)
    entry = request.private
    request.refuse_opened(*answer_texts(entry, view.library))
    renderer = renderer_of(view.frame, request.templates)
    own = renderer.on(application_page(entry.id), entry)
    return form_fields(recipient, compose_resume(recipient), answers_of(own, entry, view.library))


def _named(fields: Iterable[FormField], name: str) -> FormField:
    """Return a field by its name. Raises ConfigError if there is none, or it has no text."""
    known = {field.name: field for field in fields}
    if name not in known:
        raise ConfigError(f"there is no field `{name}`", f"there are {', '.join(known)}")
    if not known[name].text:
        raise ConfigError(f"`{name}` has no text", known[name].note)
    return known[name]


def _shown(field: FormField) -> str:
    text = field.text or f"({field.note})"
    return f"== {field.name} ({field.label}, {len(field.text)} characters)\n{text}\n"
