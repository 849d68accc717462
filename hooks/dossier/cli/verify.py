"""`dossier verify`: whether the source of each record still says what the record says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import click

from dossier.build import View
from dossier.cli.copies import keep_copies
from dossier.cli.kept_verdicts import keep_verdicts
from dossier.cli.options import (
    as_of_option,
    config_option,
    data_option,
    read_project,
    reporting_errors,
)
from dossier.cli.proof_steps import proof_table
from dossier.lint import evidence_contradicted, proof_refused, source_broken
from dossier.lint.file_view import file_views
from dossier.model import verdict
from dossier.model.audience import Audience
from dossier.model.library import Library, RecordEntry
from dossier.model.verdict import SourcePart, Verdict
from dossier.plain.errors import ConfigError
from dossier.plain.problems import did_you_mean
from dossier.plain.report import FORMATS
from dossier.verify.batch import Throttle
from dossier.verify.checkouts import Checkouts
from dossier.verify.records import (
    asked_url,
    check_source,
    merge,
    quote_there,
    record_response,
)
from dossier.verify.rounds import Answer, Round
from dossier.verify.source_check import SourceCheck
from dossier.verify.web import RequestOptions


class Clone(click.ParamType[tuple[str, Path]]):
    """A package or address, and the folder of its clone."""

    name = "package-or-url=dir"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path]:
        """Return the two sides of the last equals sign."""
        if isinstance(value, tuple):
            return value
        name, _, folder = str(value).rpartition("=")
        if not (name and folder and Path(folder).is_dir()):
            self.fail(f"`{value}` names no folder; write qortex=../qortex", param, ctx)
        return name, Path(folder)


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@config_option
@as_of_option
@click.option("--online", is_flag=True, help="Ask the addresses of sources too.")
@click.option(
    "--clone",
    "clones",
    type=Clone(),
    multiple=True,
    help="Where the files of a package, or below an address, are on this machine.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 600),
    default=10.0,
    show_default=True,
    help="Seconds until an address counts as silent.",
)
@click.option(
    "--archive",
    is_flag=True,
    help="Ask public archives to keep copies of sources that others may see.",
)
@click.option("--local-network", is_flag=True, help="Ask addresses of your own network too.")
@data_option
@reporting_errors
def verify(  # noqa: PLR0917 - one an option
    ids: tuple[str, ...],
    config_file: Path,
    as_of: date | None,
    clones: tuple[tuple[str, Path], ...],
    timeout: float,
    form: str,
    *,
    online: bool,
    archive: bool,
    local_network: bool,
) -> None:
    """Check the source of each record, of those with an ID or in a file named ID.

    Reads files in the project and in clones; without --online it asks nobody. The results are
    kept in content/verified.json. At the end stands how well each record is proven, how well it
    could be, and the command that gets there. Exits with 0, with 1 if a value is contradicted,
    with 2 if something cannot be worked with.
    """
    _, project = read_project(config_file, as_of)
    settings, tree, view = project.settings, project.tree, project.view(Audience.PRIVATE)
    library = view.library
    if any(problem.code == "verified-form" for problem in view.found):
        path = settings.content / verdict.FILE
        raise ConfigError(f"{path} cannot be read", "delete it, or take it from git")
    day = settings.as_of.isoformat()
    places = Checkouts(settings.root, clones, settings.content)
    checks = {entry.id: check_source(entry, places, day) for entry in _chosen(library, ids)}
    options = RequestOptions(timeout, is_local_allowed=local_network)
    asking = _Asking(settings.root, library, checks, options) if online else None
    if asking:
        asking.ask()
    verdicts = merge(library, tree.verdicts, checks)
    keep_verdicts(settings, tree.verdicts, verdicts)
    if asking:
        asking.round.end()
    if archive:
        chosen = {name: library.records[name] for name in checks}
        verdicts = keep_copies(chosen, verdicts, (settings, day), options)
    _tell(view, (verdicts, checks), form)


def _chosen(library: Library, ids: tuple[str, ...]) -> Iterable[RecordEntry]:
    """Return the records of these ids or files, all if none is named. Raises ConfigError."""
    files = {record_id.partition("/")[0] for record_id in library.records}
    for name in ids:
        if name not in library.records and name not in files:
            near = did_you_mean(name, [*library.records, *files])
            hint = near or f"records are in: {', '.join(sorted(files)) or 'no file yet'}"
            raise ConfigError(f"there is no record `{name}`", hint)
    wanted = set(ids)
    return [
        entry
        for entry in library.records.values()
        if not ids or {entry.id, entry.id.partition("/")[0]} & wanted
    ]


class _Asking:
    """The addresses of the records that are looked at."""

    def __init__(
        self,
        root: Path,
        library: Library,
        checks: Mapping[str, SourceCheck],
        options: RequestOptions,
    ) -> None:
        self._options = options
        self.of: dict[str, list[tuple[SourceCheck, str]]] = {}
        for record_id, check in checks.items():
            source = library.records[record_id].record.source
            # An address that is another's in disguise is not asked.
            if (url := asked_url(source)) and SourcePart.URL not in check.parts:
                self.of.setdefault(url, []).append((check, quote_there(source)))
        wanted = {url: frozenset(quote for _, quote in of if quote) for url, of in self.of.items()}
        day = next((check.day for check in checks.values()), "")
        self.round = Round(root, day, wanted, is_local_allowed=options.is_local_allowed)

    def ask(self) -> None:
        """Ask those that have not answered yet, and say on stderr how far it is."""
        before = self.round.before
        if before:
            told = f"{len(before)} of {len(self.of)} answered before this was interrupted"
            click.echo(told, err=True)
        answers = chain(before.items(), self.round.ask(self._options, Throttle()))
        for number, (url, answer) in enumerate(answers, start=1):
            if number > len(before):
                click.echo(_progress(f"{number} of {len(self.of)}: {url}", answer), err=True)
            for check, quote in self.of[url]:
                record_response(check, answer.response, answer.quotes.get(quote))


def _progress(begun: str, answer: Answer) -> str:
    found = answer.response
    moved = f", now at {found.moved}" if found.moved else ""
    said = f"{found.kind}: {found.said}" if found.said else f"{found.kind}{moved}"
    return _plain(f"{begun}: {said}")


def _tell(
    view: View,
    found: tuple[Mapping[str, Verdict], Mapping[str, SourceCheck]],
    form: str,
) -> None:
    """Print what was found of the records that were looked at. Raises SystemExit for errors."""
    verdicts, checks = found
    records = {i: replace(view.library.records[i], verdict=verdicts.get(i)) for i in checks}
    seen = replace(view.library, records=records)
    rules = (evidence_contradicted.check, source_broken.check, proof_refused.check)
    problems = tuple(p for file in file_views(seen) for rule in rules for p in rule(file))
    diagnosis = view.diagnose(problems)
    for record_id, check in checks.items():
        for why in check.skipped:
            click.echo(_plain(f"{record_id}: not checked: {why}"), err=True)
    good = sum(bool(entry.verdict and entry.verdict.checked) for entry in records.values())
    click.echo(f"{good} of {len(records)} records have a source that was found good.", err=True)
    click.echo(FORMATS[form](diagnosis.problems, len(diagnosis.silenced)), nl=False)
    for line in proof_table(records, checks):
        click.echo(_plain(line), err=True)
    if diagnosis.errors:
        raise SystemExit(1)


def _plain(text: str) -> str:
    """Return a line without what a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)
