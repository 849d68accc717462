"""`dossier confirm` for the rows of a dossier that recipients do not see yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.assistants.vouching import told
from dossier.cli.columns import shown
from dossier.cli.questions import can_ask, forget_typed
from dossier.load.front_matter import split
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.files import read_ordinary, replace_file
from dossier.plain.problems import did_you_mean
from dossier.plain.text import MAX_BYTES
from dossier.plain.transaction import writing
from dossier.prose.replacing import Replacing
from dossier.prose.rewriting import Rewriting, difference

if TYPE_CHECKING:
    from dossier.model.application import ProofPoint
    from dossier.model.document import Document
    from dossier.model.library import ApplicationEntry
    from dossier.plain.problems import Place


def confirm_rows(root: Path, entry: ApplicationEntry, wanted: str) -> None:
    """Ask for each row that is not open, or for one, and open those that a person vouches for."""
    rows = entry.application.proof_points
    if wanted and not entry.application.row(wanted):
        hint = did_you_mean(wanted, [row.id for row in rows]) or f"run `dossier show {entry.id}`"
        raise ConfigError(f"`{entry.id}` has no row `{wanted}`", hint)
    closed = [row for row in rows if not row.is_open and wanted in ("", row.id)]
    if not closed:
        click.echo(f"{wanted or entry.id} is open: there is nothing to confirm.")
        return
    for row in closed:
        _show(entry, row)
    refuse_nobody(f"{entry.id}#{wanted}" if wanted else entry.id)
    opened = [row for row in closed if _is_vouched(row)]
    if opened:
        _open(root, entry, opened)
    for row in closed:
        click.echo(f"{row.id} {'is open, on your word' if row in opened else 'stays as it is'}.")


def refuse_nobody(name: str) -> None:
    """Raise ConfigError where no person can be asked."""
    if not can_ask():
        message = "nobody can be asked here, and only a person can vouch for it"
        command = f"dossier confirm {name}".strip()
        raise ConfigError(message, f"run `{command}` in a terminal")


def _show(entry: ApplicationEntry, row: ProofPoint) -> None:
    position = entry.application.proof_points.index(row)
    click.echo(f"{entry.id}#{row.id}, {entry.source.locate(('proof_points', position))}")
    for key, text in told(row):
        click.echo(f"  {key}: {shown(text)}")


def _is_vouched(row: ProofPoint) -> bool:
    forget_typed()
    return click.confirm(f"Do you vouch for `{row.id}`, and may recipients read it?", default=False)


def _open(root: Path, entry: ApplicationEntry, rows: list[ProofPoint]) -> None:
    text, where = entry.source.text, entry.source.locate(("proof_points",))
    for row in rows:
        now, _ = split(entry.source.file, text)
        position = entry.application.proof_points.index(row)
        edit = Replacing(now, ("proof_points", position, "audience"), "shared").edit()
        if edit is None:
            message = f"{where}: it is written so that it cannot be changed for sure"
            raise ContentError(f"{message}\n  hint: write `audience: shared` there yourself")
        text = Rewriting(now, (edit,)).applied_to(text)
    replace_text(root, entry.source, text, where)


def replace_text(root: Path, source: Document, text: str, where: Place) -> None:
    """Write a file anew. Raises ContentError if it changed while its author was asked."""
    path = root / source.file
    with writing(root):
        before = read_ordinary(path, MAX_BYTES).decode()
        try:
            written = Rewriting(source, (difference(source.text, text),)).applied_to(before)
        except ValueError:
            message = f"{where}: the file has changed meanwhile, and nothing is written"
            raise ContentError(message) from None
        replace_file(path, written.encode())
