"""`dossier ask`: what another person is asked to sign of a record."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.build import Project
from dossier.cli.options import config_option, read_project, record_named, reporting_errors
from dossier.model.accounts import account_of, own_accounts
from dossier.model.audience import Audience
from dossier.model.confirmation import (
    AUDIENCES,
    NAMESPACE,
    SIGNER,
    SUFFIX,
    keys_of,
    statement_of,
)
from dossier.model.library import RecordEntry
from dossier.plain.errors import ConfigError
from dossier.plain.files import write_new
from dossier.plain.written_places import refuse_git
from dossier.records.displays import Display, read_display
from dossier.records.record_index import RecordIndex

TOLD = """\
Send these six lines to {signer} as a file, claim.txt, as they are. They sign them with
  ssh-keygen -Y sign -n {namespace} -f KEY claim.txt
where KEY is the private key whose public one stands at
  {keys}
and send back claim.txt.sig. Lay it beside claim.txt, then run
  dossier accept claim.txt.sig --key KEYFILE
where KEYFILE is what stands at that address."""
signer_option = click.option(
    "--of", "signer", required=True, help="Who: `github:NAME`, `gitlab:NAME`, `codeberg:NAME`."
)


@click.command()
@click.argument("name", metavar="RECORD")
@signer_option
@click.option(
    "--shown-to",
    type=click.Choice([str(audience) for audience in AUDIENCES]),
    help="Who may see that they signed; whoever may see the record, if not given.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the lines to this file instead, which must not exist.",
)
@config_option
@reporting_errors
def ask(
    name: str, signer: str, shown_to: str | None, output: Path | None, config_file: Path
) -> None:
    """Print what another person is asked to sign of a RECORD: six lines, and how.

    They say the claim, its values, on what it was measured, whose work it was, and what signing
    means. Nothing is sent, and nothing counts before `dossier accept`.
    """
    _, project = read_project(config_file)
    entry = record_named(project, name)
    text = _statement(project, entry, signer, _shown_to(entry, shown_to))
    if output:
        refuse_git(output)
        write_new(output, text)
    else:
        click.echo(text, nl=False)
    click.echo(TOLD.format(signer=signer, namespace=NAMESPACE, keys=keys_of(signer)), err=True)


def _shown_to(entry: RecordEntry, stated: str | None) -> Audience:
    if stated:
        return Audience(stated)
    return Audience.PUBLIC if entry.audience is Audience.PUBLIC else Audience.SHARED


def _statement(project: Project, entry: RecordEntry, signer: str, audience: Audience) -> str:
    refuse_signer(signer)
    refuse_own(project, signer)
    _refuse_display(project, entry)
    return statement_of(
        entry.id, entry.record, entry.project, (author_of(project), signer, audience)
    )


def _refuse_display(project: Project, entry: RecordEntry) -> None:
    """Raise ConfigError if what would be signed shows another number than the record's value."""
    index = RecordIndex(project.view(Audience.PRIVATE).library)
    for metric in entry.record.metrics:
        if read_display(index.by_reference[entry.id, metric.id]) is Display.OTHER:
            message = f"`{entry.id}#{metric.id}` is shown as {metric.display}, not as its value"
            raise ConfigError(message, "correct it first: `dossier check` says how")


def refuse_signer(signer: str) -> None:
    """Raise ConfigError unless somebody is named at a host that shows people's keys."""
    if not SIGNER.fullmatch(signer):
        hint = "write `github:NAME`, `gitlab:NAME` or `codeberg:NAME`"
        raise ConfigError(f"`{signer}` names nobody whose keys can be looked up", hint)


def refuse_own(project: Project, signer: str) -> None:
    """Raise ConfigError for an account of the author's own: who confirms is somebody else."""
    profile = project.view(Audience.PRIVATE).library.profile
    if account_of(signer) in own_accounts(profile.profile if profile else None):
        message = f"{signer} is an account of your own, by your profile"
        raise ConfigError(message, "ask somebody who was there")


def author_of(project: Project) -> str:
    """Return the name of the person whose dossier it is. Raises ConfigError if nobody is named."""
    profile = project.view(Audience.PRIVATE).library.profile
    if profile is None:
        raise ConfigError("the profile names nobody who could be confirmed", "write `name: …`")
    return profile.profile.name


def file_of(project: Project, record: str, signer: str) -> Path:
    """Return where a confirmation is kept: one file for all spellings of an account."""
    name = f"{record}.{signer}".replace("/", ".").replace(":", "-") + SUFFIX
    folder = project.settings.content / "proofs"
    kept = (path for path in folder.glob(f"*{SUFFIX}") if path.name.casefold() == name.casefold())
    return next(kept, folder / name)
