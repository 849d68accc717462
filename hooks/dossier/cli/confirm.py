"""`dossier confirm`: a record that nobody has confirmed, and a person who vouches for it or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.assistants.vouching import (
    CLAIM,
    Asked,
    Numbers,
    asked,
    confirmed,
    introduced,
    read_value,
    spelled,
    told,
    with_values,
)
from dossier.cli.columns import brief, sentence, shown
from dossier.cli.confirm_list import Shows, ask_at_first, confirm_listed
from dossier.cli.confirm_own import unconfirmed
from dossier.cli.confirm_row import confirm_rows, refuse_nobody, replace_text
from dossier.cli.dossier_named import dossier_named
from dossier.cli.next_step import tell_next
from dossier.cli.options import (
    PROBLEMS,
    config_option,
    read_project,
    record_named,
    reporting_errors,
)
from dossier.cli.profile_edits import follow_sentences
from dossier.cli.questions import ask_what_shows, forget_typed
from dossier.cli.stamping import stamp
from dossier.match.coverage import why_not
from dossier.model.audience import Audience
from dossier.model.evidence import RecordStatus
from dossier.model.figure import thousands_mark
from dossier.plain.errors import ContentError

if TYPE_CHECKING:
    from datetime import date

    from dossier.build import Project
    from dossier.model.library import RecordEntry
    from dossier.plain.yaml_places import Path as YamlPath

UNSURE = ("cannot say", "?", "no idea")
CANNOT_SAY = "cannot say"
_STATUSES = ("shipped", "experimental", "deprecated")


class NotConfirmed(Exception):  # noqa: N818 - an answer, no error
    """What was answered confirms nothing."""


@click.command()
@click.argument("name", metavar="[RECORD|APPLICATION[#ROW]]", default="")
@config_option
@reporting_errors
def confirm(name: str, config_file: Path) -> None:
    """Ask you whether a RECORD is right, and let it count if you say so.

    Without a name it lists all that your résumé or a project says in your own words, each sentence
    with its figures, asks whether they are right and what shows them, and goes through those that
    are not one by one.

    Of an APPLICATION it asks for each row that recipients do not see, or for one ROW, and opens it.

    Of any other record it asks for each value before it tells the one that is written: say a
    number, `cannot say` or `no`. Where yours is another, you choose which stands. Only somebody at
    a terminal can answer, and no option answers for you. A record that you cannot vouch for stays
    as it is.
    """
    _, project = read_project(config_file)
    if not name:
        confirm_all(project, config_file)
        tell_next(config_file)
        return
    application, _, row = name.partition("#")
    application = dossier_named(application, project.settings.content)
    dossier = project.view(Audience.PRIVATE).library.applications.get(application)
    if dossier:
        confirm_rows(project.settings.root, dossier, row)
    else:
        _confirm_record(project, name, config_file)


def confirm_all(project: Project, config_file: Path) -> None:
    """Ask of all that the author's own words say whether it is right, and name the rest."""
    own, others = unconfirmed(project.view(Audience.PRIVATE).library)
    if own:
        records = _confirm_own(project, config_file, own, ask_what_shows)
        _tell_done(records, len(own), project.settings.as_of)
    elif not others:
        click.echo("Every record is confirmed.")
    if others:
        click.echo("Not in words of your profile, so that each is asked for by its name:")
    for entry in others:
        click.echo(f"  dossier confirm {entry.id}")


def confirm_at_first(project: Project, config_file: Path) -> list[str]:
    """Ask whether all that a résumé says is right, and what shows it.

    Returns what was listed, in the order of its numbers.
    """
    own, _ = unconfirmed(project.view(Audience.PRIVATE).library)
    if own:
        records = _confirm_own(project, config_file, own, ask_at_first, are_shown=True)
        if len(records) < len(own):
            click.echo(f"{len(records)} of {len(own)} confirmed; `dossier confirm` asks again.")
    return [entry.id for entry in own]


def _confirm_own(
    project: Project,
    config_file: Path,
    own: Sequence[RecordEntry],
    shows: Shows,
    *,
    are_shown: bool = False,
) -> list[RecordEntry]:
    library = project.view(Audience.PRIVATE).library
    done = confirm_listed(project.settings.root, library, own, shows, are_shown=are_shown)
    now = read_project(config_file)[1]
    records = [record_named(now, record) for record in done]
    _stamp(now, records)
    _follow(project, own, records)
    return records


def _follow(
    project: Project, asked_for: Sequence[RecordEntry], records: Sequence[RecordEntry]
) -> None:
    """Let the profile say the sentences that were corrected, or say where it does not."""
    said = {entry.id: entry.record.claim for entry in asked_for}
    changed = {said[r.id]: r.record.claim for r in records if said[r.id] != r.record.claim}
    library = project.view(Audience.PRIVATE).library
    for place in follow_sentences(project.settings.root, library, changed):
        click.echo(f"{place} says it as before: correct it there, too.")


def _tell_done(entries: Sequence[RecordEntry], asked: int, day: date) -> None:
    """Say how many were confirmed, and name those that count for nothing, with the reason."""
    lacks = [(entry, why) for entry in entries if (why := why_not(entry, day))]
    counting, left = len(entries) - len(lacks), asked - len(entries)
    click.echo(f"\n{len(entries)} confirmed, {counting} of which count; {left} left.")
    for entry, why in lacks:
        claim = brief(sentence(entry.record.claim))
        click.echo(f"  {entry.id} does not count, it {why}: {claim}")
    if lacks:
        file = lacks[0][0].source.file
        cure = "`check: inspect` and `source: {label: What shows it}`"
        click.echo(f"To let one count, write below its claim in {file}: {cure}")


def _confirm_record(project: Project, record: str, config_file: Path) -> None:
    entry = record_named(project, record)
    if entry.record.status is not RecordStatus.UNCONFIRMED:
        click.echo(f"{record} is {entry.record.status}: there is nothing to confirm.")
        return
    refuse_nobody(record)
    try:
        values, status = _ask(entry, project.view(Audience.PRIVATE).library.language)
    except NotConfirmed as answer:
        click.echo(f"{answer} {record} stays unconfirmed ({entry.source.locate(entry.path)}).")
        raise SystemExit(PROBLEMS) from None
    _write(project, entry, status, values)
    now = record_named(read_project(config_file)[1], record)
    _stamp(project, [now])
    reason = why_not(now, project.settings.as_of)
    click.echo(f"{record} is {status}, on your word.")
    if reason:
        click.echo(f"It does not count yet: it {reason}.")
    if now.audience not in (Audience.SHARED, Audience.PUBLIC):
        click.echo("Recipients do not see it before it says `audience: shared`.")


def _ask(entry: RecordEntry, language: str) -> tuple[Mapping[YamlPath, Numbers], str]:
    """Return other values than are written, and the status. Raises NotConfirmed."""
    click.echo(f"{entry.id}, {entry.source.locate(entry.path)}")
    for key, text in introduced(entry.record, language):
        click.echo(f"  {key}: {shown(text)}")
    values = {}
    for each in asked(entry, language):
        value = _value(each)
        if value != each.written:
            values[each.path] = value
    click.echo("\nAll that the record says:")
    for key, text in told(with_values(entry, values), thousands_mark(language)):
        click.echo(f"  {key}: {shown(text)}")
    answer = _choose("Do you vouch for all of it?", ("yes", "no", CANNOT_SAY))
    if answer != "yes":
        raise NotConfirmed(_why(answer))
    return values, _choose("How far has it come?", _STATUSES)


def _value(each: Asked) -> Numbers:
    """Ask for a value, then compare. Returns the one that stands. Raises NotConfirmed."""
    unit = f", in {each.unit}" if each.unit else ""
    said: Numbers | None = None
    while said is None:
        forget_typed()
        answer = click.prompt(f"\n{shown(each.of)}{unit}\n  What is it?").strip().casefold()
        if answer in ("no", *UNSURE):
            raise NotConfirmed(_why("no" if answer == "no" else CANNOT_SAY))
        said = read_value(answer)
        if said is None:
            click.echo("  Write a number, `2 to 3` for a range, `cannot say`, or `no`.")
    if said == each.written:
        click.echo("  So it is written.")
        return each.written
    mine, theirs = spelled(said, each.unit), shown(each.shown)
    click.echo(f"  Written is {theirs}, you say {mine}.")
    which = _choose("  Which is right?", ("mine", "written", CANNOT_SAY))
    if which == CANNOT_SAY or (which == "mine" and each.path == CLAIM):
        raise NotConfirmed(_why(which if which == CANNOT_SAY else "no"))
    return said if which == "mine" else each.written


def _choose(question: str, answers: tuple[str, ...]) -> str:
    forget_typed()
    choice = click.Choice(answers, case_sensitive=False)
    return str(click.prompt(question, type=choice)).casefold()


def _why(answer: str) -> str:
    if answer == "no":
        return "Then it is wrong: correct it there, or remove it."
    return "What you cannot say, nobody should read as yours."


def _write(
    project: Project, entry: RecordEntry, status: str, values: Mapping[YamlPath, Numbers]
) -> None:
    """Write a record's file. Raises ContentError if it changed while its author was asked."""
    text = confirmed(entry, entry.source, status, values)
    where = entry.source.locate(entry.path)
    if text is None:
        message = f"{where}: it is written so that it cannot be changed for sure"
        raise ContentError(f"{message}\n  hint: write `status: {status}` there yourself")
    replace_text(project.settings.root, entry.source, text, where)


def _stamp(project: Project, entries: Sequence[RecordEntry]) -> None:
    """Stamp records as reviewed, where there is a lock: they were just read as a whole."""
    if project.view(Audience.PRIVATE).library.stamps is not None:
        stamp(project.settings, entries)
