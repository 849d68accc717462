"""`dossier review`: what has changed in the evidence since it was last read, and its stamps."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from dossier.build import Project
from dossier.cli.columns import shown, side_by_side
from dossier.cli.options import as_of_option, config_option, read_project, reporting_errors
from dossier.cli.stamping import stamp
from dossier.lint.file_view import cited_records, file_views
from dossier.match.coverage import is_expired
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.model.library import Library, RecordEntry
from dossier.model.lock import LOCK_FILE, Stamp, changes
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.frozen import frozen
from dossier.plain.problems import Severity, did_you_mean
from dossier.plain.report import as_text
from dossier.settings import Settings


@frozen
class _Reviewed:
    """What is reviewed: the records that something cites, and their stamps."""

    settings: Settings
    library: Library
    has_lock: bool
    cited: Mapping[str, RecordEntry]
    gone: frozenset[str]
    """Records with a stamp that nothing cites any longer."""

    @property
    def stamps(self) -> Mapping[str, Stamp]:
        return self.library.stamps or {}

    def state(self, record_id: str) -> str:
        """Return `new`, `changed` or `reviewed`."""
        if record_id not in self.stamps:
            return "new"
        return "changed" if record_id in self.library.suspects else "reviewed"


@click.command()
@click.argument("records", metavar="[ID]...", nargs=-1)
@config_option
@as_of_option
@click.option("--all", "at_once", is_flag=True, help="Ask once for all, not for each record.")
@click.option("--yes", is_flag=True, help="Stamp without asking.")
@click.option("--list", "only_list", is_flag=True, help="List every cited record and its state.")
@reporting_errors
def review(
    *,
    records: tuple[str, ...],
    config_file: Path,
    as_of: date | None,
    at_once: bool,
    yes: bool,
    only_list: bool,
) -> None:
    """Read again what has changed in the evidence, and stamp it as reviewed.

    Without an ID (`file/record`): every record that is cited and has changed since it was last
    reviewed, or never was. Shows old and new side by side, asks, and writes content/evidence.lock,
    nothing else. Where nobody can be asked it exits with 1, unless --yes.
    """
    _, project = read_project(config_file, as_of)
    reviewed = _reviewed(project)
    if only_list:
        for line in _listed(reviewed):
            click.echo(line)
        return
    open_ones = _wanted(reviewed, records)
    for record_id in records:
        if record_id not in open_ones:
            click.echo(f"{record_id} has not changed since it was last reviewed.")
    chosen = list(_chosen(reviewed, open_ones, at_once=at_once, yes=yes))
    _write(reviewed, chosen, prunes=not records)
    if len(chosen) < len(open_ones):
        raise SystemExit(1)


def _reviewed(project: Project) -> _Reviewed:
    """Return what there is to review. Raises ContentError if the lock cannot be read."""
    view = project.view(Audience.PRIVATE)
    library, problems = view.library, view.found
    lock = next((d for d in project.tree.documents if d.kind is FileKind.LOCK), None)
    if lock and library.stamps is None:
        broken = [problem for problem in problems if problem.where.file == lock.source.file]
        told_lines = as_text(tuple(broken), 0).rstrip()
        raise ContentError(f"the evidence lock cannot be read\n{told_lines}")
    names = {name for view in file_views(library) for name in cited_records(view)}
    records = {name: entry for name, entry in library.records.items() if name in names}
    # What cannot be read now may cite what nothing else does.
    hides = any(problem.severity is Severity.ERROR for problem in problems)
    gone = frozenset() if hides else frozenset(library.stamps or ()) - names
    return _Reviewed(project.settings, library, bool(lock), records, gone)


def _wanted(reviewed: _Reviewed, records: tuple[str, ...]) -> list[str]:
    """Return the records to review. Raises ConfigError for one that is not there or not cited."""
    for record_id in records:
        if record_id not in reviewed.library.records:
            hint = did_you_mean(record_id, reviewed.library.records)
            hint = hint or "write it as `file/record`"
            raise ConfigError(f"there is no evidence `{record_id}`", hint)
        if record_id not in reviewed.cited:
            raise ConfigError(f"nothing cites `{record_id}`", "only what is cited is reviewed")
    named = dict.fromkeys(records or reviewed.cited)
    return [record_id for record_id in named if reviewed.state(record_id) != "reviewed"]


def _listed(reviewed: _Reviewed) -> Iterator[str]:
    for record_id, entry in reviewed.cited.items():
        due = ", expired" if is_expired(entry.record, reviewed.settings.as_of) else ""
        yield f"{reviewed.state(record_id) + due:<18} {record_id}"
    for record_id in sorted(reviewed.gone):
        yield f"{'cited nowhere':<18} {record_id}"


def _chosen(
    reviewed: _Reviewed, open_ones: list[str], *, at_once: bool, yes: bool
) -> Iterator[str]:
    """Show records and yield those that are to be stamped."""
    if not open_ones:
        click.echo("Nothing to review: no cited record has changed.")
        return
    asks = is_interactive() and not yes
    one_by_one = asks and reviewed.has_lock and not at_once
    for record_id in open_ones:
        click.echo("\n".join([*_told(reviewed, record_id), ""]))
        if yes or (one_by_one and click.confirm(f"Stamp {record_id} as reviewed?")):
            yield record_id
    if yes or one_by_one:
        return
    if not asks:
        click.echo("Nothing was stamped: nobody could be asked; --yes stamps without asking.")
        return
    begin = "" if reviewed.has_lock else f"There is no {LOCK_FILE} yet. "
    if click.confirm(f"{begin}Stamp these {len(open_ones)} as reviewed?"):
        yield from open_ones


def _told(reviewed: _Reviewed, record_id: str) -> Iterator[str]:
    """Yield what there is to read of a record: what has changed, or all of it."""
    entry, now = reviewed.cited[record_id], reviewed.cited[record_id].stamp()
    yield f"{record_id} ({entry.source.locate(entry.path)}), {reviewed.state(record_id)}"
    if reviewed.state(record_id) == "new":
        yield f"  {shown(now.values.get('claim', ''))}"
        return
    old = reviewed.stamps[record_id]
    lines = side_by_side(changes(old, now), shutil.get_terminal_size().columns)
    yield from lines or ["  Its stamp is broken; what it says is as it was."]


def is_interactive() -> bool:
    """Return whether there is somebody to ask."""
    return bool(sys.stdin and sys.stdin.isatty())


def _write(reviewed: _Reviewed, chosen: list[str], *, prunes: bool) -> None:
    """Stamp records, and forget those that nothing cites any longer."""
    if not chosen:
        return
    dropped = reviewed.gone if prunes else frozenset()
    stamp(reviewed.settings, [reviewed.cited[record_id] for record_id in chosen], dropped)
    path = reviewed.settings.content / LOCK_FILE
    forgot = f", {len(dropped)} forgotten that nothing cites" if dropped else ""
    click.echo(f"{len(chosen)} stamped{forgot}: {path.relative_to(reviewed.settings.root)}")
