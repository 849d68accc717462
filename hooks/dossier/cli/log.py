"""`dossier log`: an event more in a dossier's front matter, and nothing else of it changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dossier.cli.dossier_named import dossier_named
from dossier.cli.options import Day, config_option, read_project, reporting_errors
from dossier.load.parsed_file import ParsedFile
from dossier.load.tree import parse
from dossier.model.application import Application, Status
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.model.event import Event
from dossier.model.stages import NONE, nearest_words, stage_words
from dossier.plain import dates
from dossier.plain.dates import is_ahead, spell_date
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.files import read_ordinary, replace_file
from dossier.plain.problems import did_you_mean
from dossier.plain.text import MAX_BYTES
from dossier.plain.transaction import writing
from dossier.prose.appending import Appending
from dossier.prose.rewriting import Rewriting
from dossier.render.labels import STAGES

_STAGES = (*(stage.value for stage in STAGES), NONE)
_BEFORE = ("company", "status", "outcome")
"""The keys behind which a list of events is begun."""


def _list_words(context: click.Context, _: click.Parameter, value: bool) -> None:
    """Print the words that say a stage, in their order, and end."""
    if value:
        width = max(len(entry.words) for entry in stage_words())
        for entry in stage_words():
            meaning = f"{entry.meaning.stage} {entry.meaning.outcome}".rstrip()
            click.echo(f"{entry.words:<{width}}  {meaning}")
        context.exit()


@click.command()
@click.argument("application")
@click.argument("what")
@click.option("--date", "day", type=Day(), help="When.  [default: today]")
@click.option("--note", help="What else there is to say.")
@click.option(
    "--stage",
    type=click.Choice(_STAGES, case_sensitive=False),
    help="The stage that it says, where its words say another or none.",
)
@click.option(
    "--words",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_words,
    help="List the words that say a stage: the first that stands in WHAT decides.",
)
@config_option
@reporting_errors
def log(  # noqa: PLR0917 - one an option
    application: str,
    what: str,
    day: date | None,
    note: str | None,
    stage: str | None,
    config_file: Path,
) -> None:
    """Write down what happened with an APPLICATION, or will: `dossier log acme applied`.

    WHAT is in your words: "phone screening", "take-home", "rejected". It goes to the end of the
    dossier's `events`; comments and everything else stay as they are. Says which stage follows.
    """
    _, project = read_project(config_file)
    settings, library = project.settings, project.view(Audience.PRIVATE).library
    application = dossier_named(application, settings.content)
    known = {d.id for d in project.tree.documents if d.kind is FileKind.APPLICATION}
    if application not in known:
        hint = (
            did_you_mean(application, known) or f"there are: {', '.join(sorted(known)) or 'none'}"
        )
        raise ConfigError(f"there is no application `{application}`", hint)
    today = dates.current_day()  # What is written down is no build to compare.
    when = (day or today).isoformat()
    fields = {"date": when, "what": what, "stage": stage, "note": note}
    item = {key: _one_line(value) for key, value in fields.items() if value}
    path = settings.content / "applications" / application / "index.md"
    _append(settings.root, path, item)
    entry = library.applications.get(application)
    event = Event.model_validate(item)
    click.echo(f"{path.relative_to(settings.root)}: {spell_date(when)}, {event.what}.")
    if entry:
        for line in _told(entry.application, event, today):
            click.echo(line)


def _one_line(text: str) -> str:
    """Return a text on one line. Raises ConfigError if it cannot be shown, or says nothing."""
    line = " ".join(text.split())
    if not line or not line.isprintable():
        message = "an event has words and signs that can be shown"
        raise ConfigError(message, 'write `dossier log acme "phone screening"`')
    return line


def _append(root: Path, path: Path, item: dict[str, str]) -> None:
    """Put an event into a dossier, alone. Raises ContentError if that cannot be done for sure."""
    with writing(root):
        content, file = read_ordinary(path, MAX_BYTES), path.relative_to(root).as_posix()
        parsed = parse(FileKind.APPLICATION, path.parent.name, file, content)
        edit = None if parsed.problems else Appending(parsed.source, "events", item).edit(_BEFORE)
        if edit is None:
            raise ContentError(_why_not(parsed, item))
        written = Rewriting(parsed.source, (edit,)).applied_to(content.decode())
        replace_file(path, written.encode())


def _why_not(parsed: ParsedFile, item: dict[str, str]) -> str:
    if parsed.problems:
        return f"nothing was written, because the dossier cannot be read\n{parsed.problems[0]}"
    where = parsed.source.locate(("events",))
    pairs = ", ".join(f"{key}: {value}" for key, value in item.items())
    return (
        f"{where}: nothing was written, for it is not clear where: add `- {{{pairs}}}` to `events`"
    )


def _told(before: Application, event: Event, today: date) -> list[str]:
    """Say what an event says of the stage, and what follows."""
    if event.meaning is None:
        near = nearest_words(event.what)
        guess = f"; did you mean `{near}`? Else say" if near else ". Say"
        how = "with --stage, or --stage none; --words lists the words that say one"
        return [f"These words say no known stage{guess} it {how}."]
    if event.meaning.stage == NONE:
        return [f"No stage: still {STAGES[before.stage_on(today)]}."]
    word = STAGES[Status(event.meaning.stage)]
    if is_ahead(event.date, today):
        return [f"{word}, coming up: until then still {STAGES[before.stage_on(today)]}."]
    after = before.model_copy(update={"events": (*before.events, event)})
    now = STAGES[after.stage_on(today)]
    lines = [f"Stage: {word}." if now == word else f"{word}, but by a later event {now}."]
    if "status" in before.model_fields_set and before.status != after.stage_on(today):
        lines.append(f"`status: {before.status}` says otherwise: remove it, because events decide.")
    return lines
