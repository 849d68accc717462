"""`dossier fit`: what a posting asks for and what may answer it, before a row is written."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from dossier.build import Project
from dossier.cli.columns import shown
from dossier.cli.fit_again import find_begun, listed_again, open_records, take_over
from dossier.cli.fit_edits import write_again, write_records
from dossier.cli.fit_gaps import write_gaps
from dossier.cli.fit_list import rate_listed
from dossier.cli.fit_table import proposed
from dossier.cli.import_ import begin_with, place_draft, read_draft
from dossier.cli.next_step import tell_next
from dossier.cli.options import PROBLEMS, config_option, data_option, read_project, reporting_errors
from dossier.cli.questions import can_ask
from dossier.cli.record_edits import change_records
from dossier.importing.asked_rows import add_rows, remark_idle, remark_unrated
from dossier.importing.draft import Draft
from dossier.importing.ids import new_id
from dossier.importing.postings import name_company
from dossier.importing.read import is_known
from dossier.importing.words import Copied
from dossier.match.offers import Ask, Candidate
from dossier.match.own_word import is_trait
from dossier.match.sections import left_out, unplaced
from dossier.match.triage import triage
from dossier.model.application import Priority
from dossier.model.audience import Audience
from dossier.model.ids import checked_id, make_id
from dossier.model.library import Library
from dossier.plain.folding import plain
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem, Severity
from dossier.plain.report import as_text, count_words
from dossier.plain.terminal import inert_json
from dossier.plain.transaction import writing

Read = TypeVar("Read", str, Draft)
_LABELS = {Priority.MUST: "must-have", Priority.NICE: "nice-to-have", None: "task"}
_LONGEST = 96


@frozen
class Elsewhere:
    """The lists of a posting that are not among what it asks for."""

    unplaced: tuple[tuple[str, int], ...]
    """Headings that tell nothing, each with the number of items below."""
    left_out: tuple[str, ...]
    """Headings that praise or pay."""


@click.command()
@click.argument("posting", type=click.Path(path_type=Path, dir_okay=False))
@config_option
@data_option
@click.option("--new", "company", help="Begin a dossier for this company with these as rows.")
@click.option("--id", "entry_id", help="The id of the new dossier; by default from the company.")
@reporting_errors
def fit(
    posting: Path, config_file: Path, form: str, company: str | None, entry_id: str | None
) -> None:
    """List what a saved POSTING asks for, each with the records that may answer it.

    POSTING is text, Markdown, HTML, a page saved as one file, or a mail. A record is listed where
    it names a skill that is asked for, has two words in common with it, or one that names its
    figure, and the profile where a degree, a certificate, years of work or a language is; whether
    it answers is for you to say.
    Tasks stand apart from what one has to bring. Must-haves that nothing answers are listed last,
    with the lists that were not read. Nothing is scored, and nothing is written.

    With --new a dossier is begun: the posting beside it, a row for each thing that is asked for, in
    its words and with these records. At a terminal you are asked how well you meet each; else the
    strengths are left for you to say. Of one that is there only what is open is asked. Until when
    and to whom one applies is proposed in comments, with the words that say so.
    """
    _, project = read_project(config_file)
    library = project.view(Audience.PRIVATE).library
    if company is not None:
        if _begin(posting, company, entry_id, project):
            if can_ask():
                _tell_checked(config_file)
            tell_next(config_file, _id_of(company, entry_id))
        return
    text = _text_of(posting, library)
    elsewhere = Elsewhere(unplaced(text), left_out(text))
    click.echo(_FORMATS[form](triage(text, library, project.settings.as_of), elsewhere))


def _tell_checked(config_file: Path) -> None:
    """Say what the check finds in all of content: the errors in full, of warnings how many."""
    problems = read_project(config_file)[1].diagnosis.problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        for line in as_text(errors, 0).splitlines()[:-1]:
            click.echo(line)
        click.echo(count_words(problems, 0))
    elif problems:
        count = f"{len(problems)} warning{'s' * (len(problems) > 1)}"
        codes = Counter(problem.code for problem in problems)
        named = ", ".join(f"{number} {code}" for code, number in codes.most_common())
        click.echo(f"Checked: no errors, {count} (`dossier check`): {named}")
    else:
        click.echo("Checked: no errors, no warnings.")


def _text_of(posting: Path, library: Library) -> str:
    """Return what --new would keep of a posting: of a saved page, the posting in it alone."""
    return _readable(read_draft(posting, library, "posting", "")).posting


def _id_of(company: str, entry_id: str | None) -> str:
    return make_id(" ".join(company.split())) if entry_id is None else checked_id(entry_id)


def _begin(posting: Path, company: str, entry_id: str | None, project: Project) -> bool:
    """Begin a dossier, or go on with it. Returns whether all was asked that there is to ask."""
    settings, library = project.settings, project.view(Audience.PRIVATE).library
    name, made = " ".join(company.split()), _id_of(company, entry_id)
    draft = _readable(read_draft(posting, library, "posting", made))
    name_company(draft, name)
    found = triage(draft.posting, library, settings.as_of)
    asks = add_rows(draft, found)
    rest = _not_taken(Elsewhere(unplaced(draft.posting), left_out(draft.posting)), posting.name)
    if asks and can_ask():
        for line in rest:
            click.echo(line)
        asks += _add_idle(draft, found)
        quoted = shlex.quote(name) if re.search(r'["$`\\!]', name) else f'"{name}"'
        again = f"dossier fit {shlex.quote(str(posting))} --new {quoted}"
        again += f" --id {made}" if entry_id else ""
        return _ask(draft, asks, project, again)
    draft.remarks += rest
    remark_idle(draft, found)
    remark_unrated(draft)
    with writing(settings.root):
        if not place_draft(draft, posting, settings.content, library, dry_run=False):
            raise SystemExit(PROBLEMS)
    return True


def _add_idle(draft: Draft, found: Sequence[Ask]) -> list[Ask]:
    """Add rows for tasks that nothing speaks of: left out unless somebody says how they are met."""
    idle = [ask for ask in found if ask.is_task and ask.is_open]
    for ask in idle:
        row = {"id": new_id(ask.text, draft.ids_of("proof_points"), other="row")}
        row |= {key: Copied(ask.text) for key in ("requirement", "quote")}
        row["priority"] = Copied(Priority.TASK.value)
        draft.dossier["proof_points"].append({**row, "evidence": [], "strength": None})
    return idle


def _ask(draft: Draft, asks: Sequence[Ask], project: Project, again: str) -> bool:
    """Ask for the rows of a draft, and write them. Returns whether all was asked."""
    settings, library = project.settings, project.view(Audience.PRIVATE).library
    file = f"{settings.content.name}/applications/{draft.id}/index.md"
    if there := find_begun(draft, settings, _takes):
        click.echo(f"{file} is there: its answers stand below, and you go on from them.")
        take_over(draft, there)
        every = listed_again(draft, asks, there, library, settings.as_of)
    else:
        titles = "; ".join(str(role["title"]) for role in draft.dossier["roles"])
        click.echo(f"The post: {shown(titles)} (`title` in {file}).")
        rows = draft.dossier["proof_points"]
        every = [proposed(r, a, settings.as_of) for r, a in zip(rows, asks, strict=True)]
    records = open_records(draft, settings)
    rated = rate_listed(draft, every, library)
    if not rated.kept:
        remark_unrated(draft)
    told = write_records(draft, records, settings, library) if there or records else []
    left = write_again(draft, there, settings, library) if there else []
    with writing(settings.root):
        if not there and not begin_with(draft, settings.content, library):
            raise SystemExit(PROBLEMS)
    for line in told:
        click.echo(line)
    left += write_gaps(draft, rated.gaps, settings, lambda name: is_known(library, name))
    for name in left:
        click.echo(f"Write `{name}` yourself: its file cannot be changed for sure.")
    # Last: what cannot be written into a record costs nothing of what was answered.
    for record in change_records(settings.root, rated.changes):
        click.echo(f"Write what shows {record} into it yourself.")
    if rated.kept:
        click.echo(f"\nStopped. {file} keeps {rated.kept}.\n`{again}` goes on from there.")
    return not rated.kept


def _takes(name: str) -> bool:
    """Ask whether a posting that says something else takes the place of the one that is there."""
    question = f"{name} says something else. Take this posting in its place? Your answers stay"
    return can_ask() and click.confirm(question, default=False)


def _readable(read: Read | Problem) -> Read:
    """Return what was read, or end the command with why it was not."""
    if isinstance(read, Problem):
        click.echo(str(read), err=True)
        raise SystemExit(PROBLEMS)
    return read


def _as_text(asks: Sequence[Ask], elsewhere: Elsewhere) -> str:
    return "\n".join(_lines(asks, elsewhere))


def _lines(asks: Sequence[Ask], elsewhere: Elsewhere) -> Iterator[str]:
    for priority, label in _LABELS.items():
        chosen = [ask for ask in asks if (None if ask.is_task else ask.priority) is priority]
        if chosen:
            yield f"{len(chosen)} {label}{'s' * (len(chosen) > 1)}"
            yield from (line for ask in chosen for line in _asked(ask))
            yield ""
    yield from _conclusion(asks)
    yield from _rest(elsewhere)


def _asked(ask: Ask) -> Iterator[str]:
    yield f"\n- {shown(ask.text)}"
    yield from map(_candidate, ask.candidates)
    yield from (f"    profile: {shown(fact.text)}" for fact in ask.facts)
    if ask.is_open:
        yield "    nothing has its words"


def _conclusion(asks: Sequence[Ask]) -> Iterator[str]:
    musts = [a for a in asks if a.priority is Priority.MUST and not is_trait(a.text)]
    open_ = [ask for ask in musts if ask.is_open]
    if not asks:
        yield "The posting asks for nothing that can be told from the rest of it."
    elif open_:
        yield f"Without an answer: {len(open_)} of {len(musts)} must-have{'s' * (len(musts) > 1)}"
        yield from (f"- {shown(ask.text)}" for ask in open_)
    elif musts:
        yield "Something speaks of each must-have. Whether it answers is yours to say."


def _rest(elsewhere: Elsewhere) -> Iterator[str]:
    for heading, count in elsewhere.unplaced:
        more = _count(count).replace(" ", " more ", 1)
        yield f"{more} {_under(heading)} may be asked for too."
    if elsewhere.left_out:
        headings = ", ".join(f"`{shown(heading)}`" for heading in elsewhere.left_out)
        yield f"Not read, as it tells of the company or what it offers: {headings}"


def _not_taken(elsewhere: Elsewhere, file: str) -> list[str]:
    """Return a line that names the lists of a posting which become no rows, and how they would."""
    found = [f"{_count(count)} {_under(heading)}" for heading, count in elsewhere.unplaced]
    # `Salary: 36,000` says itself that it asks for nothing.
    found += [f"`{shown(heading)}`" for heading in elsewhere.left_out if ":" not in heading]
    cure = f". To take one, head it `Nice to have` in {file} and run this again"
    return [f"Not taken: {', '.join(found)}{cure if elsewhere.unplaced else ''}."] if found else []


def _count(items: int) -> str:
    return f"{items} item{'s' * (items > 1)}"


def _under(heading: str) -> str:
    return f"under `{shown(heading)}`" if heading else "above the first heading"


def _candidate(candidate: Candidate) -> str:
    claim = shown(plain(candidate.entry.record.claim))
    cut = claim if len(claim) <= _LONGEST else f"{claim[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
    words = f"  ({', '.join(candidate.words)})" if candidate.words else ""
    return f"    {candidate.entry.id}{words}\n      {cut}"


def _as_json(asks: Sequence[Ask], elsewhere: Elsewhere) -> str:
    found = [
        {
            "text": ask.text,
            "priority": ask.priority.value,
            "task": ask.is_task,
            "profile": [{"field": f.field, "text": f.text} for f in ask.facts],
            "records": [{"id": c.entry.id, "words": list(c.words)} for c in ask.candidates],
        }
        for ask in asks
    ]
    rest = [{"heading": heading, "items": count} for heading, count in elsewhere.unplaced]
    left = list(elsewhere.left_out)
    data = {"version": 1, "asks": found, "unplaced": rest, "left_out": left}
    return inert_json(data)


_FORMATS: dict[str, Callable[[Sequence[Ask], Elsewhere], str]] = {
    "text": _as_text,
    "json": _as_json,
}
