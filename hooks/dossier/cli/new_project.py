"""A project begun at a terminal: its sentence, its records and its readers are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import click

from dossier.cli.columns import brief, sentence
from dossier.cli.confirm_own import READERS
from dossier.cli.confirm_row import replace_text
from dossier.cli.options import read_project
from dossier.cli.questions import STOP, ask_line, can_ask, chosen_numbers
from dossier.cli.record_edits import change_records
from dossier.importing.files import schema_line
from dossier.match.triage import candidates
from dossier.model.audience import Audience
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.plain.errors import ConfigError
from dossier.plain.files import write_new
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.transaction import writing
from dossier.plain.yaml_writing import write_yaml

_MOST = 3
"""How many metrics stand on a project's card at first."""


@frozen
class AskedProject:
    """What was answered."""

    values: dict[str, object]
    """What its file says of it."""
    records: tuple[RecordEntry, ...]
    """What is to belong to it."""


def begin_first(
    config_file: Path, project_id: str, title: str, chosen: Collection[str]
) -> tuple[RecordEntry, ...]:
    """Begin a first project, which recipients may see, and return its records.

    They are those that were `chosen` by their ids, else what has the words of its title. Its line
    is the job that they are of, else the first of them; where there is none, that is asked.
    """
    configuration, read = read_project(config_file)
    library = read.view(Audience.PRIVATE).library
    named = tuple(e for e in library.records.values() if e.id in chosen and _is_free(e))
    records = named or _likely(title, library)[:1]
    asked: AskedProject | None
    if records:
        line = _job_of(records[0], library) or records[0].record.claim
        asked = AskedProject(project_values(title, line, records, Audience.SHARED), records)
    else:
        asked = _ask_project(library, title, "", lambda _: Audience.SHARED)
    if asked:
        path = configuration.settings.content / f"projects/{project_id}.md"
        _write(configuration.settings.root, path, project_id, asked)
    return asked.records if asked else ()


def _job_of(entry: RecordEntry, library: Library) -> str:
    """Return the job that a record is of, as recipients may read it: its sentence stands below."""
    profile = library.profile.profile if library.profile else None
    for job in profile.work if profile else ():
        is_of = any(fold(said) == fold(entry.record.claim) for said in job.highlights)
        if is_of and job.title and Audience.SHARED.may_see(job.audience):
            return f"{job.title}, {job.employer}"
    return ""


def begin_project(config_file: Path, project_id: str, title: str) -> bool:
    """Ask for a project, or for what a draft of it lacks, and write it. Returns whether it did.

    Raises ConfigError for a draft where nobody can be asked.
    """
    configuration, read = read_project(config_file)
    library, root = read.view(Audience.PRIVATE).library, configuration.settings.root
    path = configuration.settings.content / f"projects/{project_id}.md"
    draft = library.projects.get(project_id)
    if draft and draft.project.line and draft.project.audience is not Audience.PRIVATE:
        draft = None
    if draft and not can_ask():
        words = ", ".join(sorted(set(READERS.values()) - {"private"}))
        hint = f"write `line: One sentence that says what it is`, and who sees it: {words}"
        raise ConfigError(f"{draft.source.file} is there already, as a draft", hint)
    if not can_ask() or (path.exists() and not draft):
        return False
    line = draft.project.line or "" if draft else ""
    if draft:
        click.echo(f"{draft.source.file} is there already, as a draft: this completes it.")
    asked = _ask_project(library, title, line, _reader)
    if asked is None:
        return draft is not None
    if draft:
        text = completed(draft.source.text, asked.values)
        replace_text(root, draft.source, text, draft.source.locate())
        _change(root, project_id, asked.records)
    else:
        _write(root, path, project_id, asked)
    click.echo(f"{path.relative_to(root)} is there; its page can say more below.")
    return True


def _write(root: Path, path: Path, project_id: str, asked: AskedProject) -> None:
    schema = schema_line(f"projects/{project_id}.md")
    with writing(root):
        write_new(path, f"---\n{schema}{write_yaml(asked.values)}---\n")
    _change(root, project_id, asked.records)


def _change(root: Path, project_id: str, records: Sequence[RecordEntry]) -> None:
    for record in change_records(root, [(r, {"project": project_id}) for r in records]):
        click.echo(f"Write `project: {project_id}` into {record} yourself.")


def completed(text: str, values: Mapping[str, object]) -> str:
    """Return a draft with what was answered; all else that its front matter says stays."""
    opening, front, rest = re.split(r"^---[ \t\r]*\n", text, maxsplit=2, flags=re.MULTILINE)
    # What goes on from one line to the next is indented.
    front = re.sub(r"^(?:audience|line|headline):.*\n(?:[ \t].*\n)*", "", front, flags=re.MULTILINE)
    said = re.findall(r"^(\w+):", front, re.MULTILINE)
    added = write_yaml({key: value for key, value in values.items() if key not in said})
    return f"{opening}---\n{front}{added}---\n{rest}"


def _ask_project(
    library: Library,
    title: str,
    known: str,
    reader: Callable[[Sequence[RecordEntry]], Audience],
) -> AskedProject | None:
    """Ask for a project. None if its sentence is left for later."""
    likely = _likely(title, library)
    known = known or (likely[0].record.claim if likely else "")
    enter = f"Enter: {brief(sentence(known))}; q: later" if known else "Enter for later"
    line = ask_line(f"What is it, in one sentence ({enter})") or known
    if line in ("", STOP):
        return None
    entries = [each for each in library.records.values() if _is_free(each)]
    records = _agreed(likely or _likely(line, library)) if entries else ()
    records = _chosen(entries) if records is None else records
    audience = reader(records)
    return AskedProject(project_values(title, line, records, audience), records)


def project_values(
    title: str, line: str, records: Sequence[RecordEntry], audience: Audience
) -> dict[str, object]:
    """Return what the file of a project says of it."""
    values = {"title": title, "audience": audience.value, "line": line, "status": "active"}
    return {**values, "headline": _headline(records, audience)}


def _is_free(entry: RecordEntry) -> bool:
    return entry.project is None and entry.record.status is not RecordStatus.UNCONFIRMED


def _likely(text: str, library: Library) -> tuple[RecordEntry, ...]:
    """Return the records of no project that have the words of one."""
    (found,) = candidates([text], library)
    return tuple(each.entry for each in found if _is_free(each.entry))


def _agreed(likely: Sequence[RecordEntry]) -> tuple[RecordEntry, ...] | None:
    """Ask whether records belong to a project; None where they do not, or there are none."""
    for entry in likely:
        click.echo(f"  {brief(sentence(entry.record.claim))}")
    if likely and ask_line("Belongs to it? Enter: yes. o: others").casefold() in ("", "y", "yes"):
        return tuple(likely)
    return None


def _chosen(entries: Sequence[RecordEntry]) -> tuple[RecordEntry, ...]:
    for number, entry in enumerate(entries, start=1):
        click.echo(f"  {number}) {brief(sentence(entry.record.claim))}")
    while True:
        said = ask_line("Which of these belong to it: numbers, Enter for none")
        numbers = chosen_numbers(said, len(entries))
        if numbers is not None:
            return tuple(entries[number - 1] for number in numbers)
        click.echo(f"  Numbers from 1 to {len(entries)}, with blanks between: 1 3")


def _reader(records: Sequence[RecordEntry]) -> Audience:
    """Ask who may see a project: whoever sees its records, at least."""
    fitting = {
        letter: Audience(word)
        for letter, word in READERS.items()
        if all(entry.audience.may_see(Audience(word)) for entry in records)
    }
    told = {"r": "r recipients of your links", "e": "e everyone", "n": "n nobody yet"}
    letter = click.prompt(
        f"Who may see it: {', '.join(told[letter] for letter in fitting)}",
        type=click.Choice(list(fitting)),
        default="r" if "r" in fitting and "n" not in fitting else list(fitting)[-1],
    )
    return fitting[letter]


def _headline(records: Sequence[RecordEntry], audience: Audience) -> list[str]:
    """Return the metrics for its card that all of its readers may see."""
    seen = [entry for entry in records if audience.may_see(entry.audience)]
    metrics = [(entry, metric) for entry in seen for metric in entry.record.metrics]
    # What changed says more than how many there are.
    metrics.sort(key=lambda pair: (pair[1].before is None, not pair[1].unit))
    return [f"{entry.id}#{metric.id}" for entry, metric in metrics[:_MOST]]
