"""`dossier accept`: what another person signed of a record, checked and stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from dossier.build import Project
from dossier.cli.ask import author_of, file_of, refuse_own
from dossier.cli.options import config_option, read_project, record_named, reporting_errors
from dossier.model.accounts import account_of
from dossier.model.confirmation import Confirmation, spell_confirmation
from dossier.plain.dates import current_day
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary, replace_file
from dossier.plain.transaction import writing
from dossier.verify.confirmations import confirm, read_statement
from dossier.verify.signatures import MAX_BYTES, RefusedError, read_keys

_FILE = click.Path(path_type=Path, dir_okay=False)
SUFFIX = ".sig"


@click.command()
@click.argument("signature", type=_FILE)
@click.option("--key", "keys", type=_FILE, required=True, help="The file of their public keys.")
@config_option
@reporting_errors
def accept(signature: Path, keys: Path, config_file: Path) -> None:
    """Check a SIGNATURE of what `dossier ask` printed, and keep it in content/proofs/.

    What was signed stands beside it: claim.txt for claim.txt.sig. Refused is whatever does not
    fit the record as it is now, each by its reason.
    """
    _, project = read_project(config_file)
    text = _read(signature.with_suffix("")) if signature.suffix == SUFFIX else ""
    if not text:
        hint = "lay claim.txt beside it"
        raise ConfigError(f"{signature} does not end in `{SUFFIX}` behind a file's name", hint)
    try:
        named = read_statement(text)
        entry, author = record_named(project, named.record), author_of(project)
        found = confirm(text, _read(signature), _read(keys), entry, author)
        fingerprint = read_keys(found.key)[0].fingerprint
        _refuse_known(project, found)
    except RefusedError as error:
        raise ConfigError(f"it confirms nothing: {error}") from None
    found = replace(found, accepted=current_day().isoformat())
    path = file_of(project, found.record, found.signer)
    with writing(project.settings.root):
        path.parent.mkdir(exist_ok=True)
        replace_file(path, spell_confirmation(found).encode())
    _tell(found, path.relative_to(project.settings.root), fingerprint)


def _refuse_known(project: Project, found: Confirmation) -> None:
    """Raise RefusedError for the author's own account, or a key that has another name already."""
    refuse_own(project, found.signer)
    for known in project.tree.confirmations.values():
        is_other = account_of(known.signer) != account_of(found.signer)
        if is_other and found.key in known.key:
            why = f"its key has signed as {known.signer} already, and a person is counted once"
            raise RefusedError(why)


def _tell(found: Confirmation, path: Path, fingerprint: str) -> None:
    click.echo(f"{found.signer} confirms {found.record}, by the key {fingerprint}.")
    click.echo(
        f"It is kept in {path}. `dossier withdraw {found.record} --of {found.signer}` ends it."
    )


def _read(path: Path) -> str:
    try:
        return read_ordinary(path, MAX_BYTES).decode()
    except UnicodeDecodeError:
        raise ConfigError(f"{path} is no text", "name the file that was sent") from None
