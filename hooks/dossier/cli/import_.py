"""`dossier import`: what people already have, as files of content/."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from dossier.cli.next_step import tell_next
from dossier.cli.options import PROBLEMS, config_option, read_project, reporting_errors
from dossier.cli.questions import can_ask
from dossier.importing.data_files import (
    MAX_DATA,
    files_of_data,
    is_data,
    read_data,
    without_vouching,
)
from dossier.importing.draft import Draft
from dossier.importing.files import Plan, files_of, plan
from dossier.importing.mime import MAX_BYTES
from dossier.importing.read import is_known, read_input
from dossier.importing.readers import readers
from dossier.importing.recognize import is_undecided
from dossier.importing.report import found, guessed_line, kept_line, readings, words_line
from dossier.importing.settle import settle
from dossier.model.audience import Audience
from dossier.model.ids import checked_id
from dossier.model.library import Library
from dossier.plain.errors import ConfigError
from dossier.plain.files import create_tree, read_ordinary
from dossier.plain.problems import Place, Problem
from dossier.plain.terminal import inert_line
from dossier.plain.text import too_large
from dossier.plain.transaction import writing

KINDS = ("dossier", "resume", "posting")


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--as", "wanted", type=click.Choice(KINDS), help="What the files are, if unclear.")
@click.option("--id", "entry_id", help="The id of what is made; by default from company or file.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--words", is_flag=True, help="List which words were read as which field or value.")
@config_option
@reporting_errors
def import_(
    *,
    files: tuple[Path, ...],
    wanted: str | None,
    entry_id: str | None,
    dry_run: bool,
    words: bool,
    config_file: Path,
) -> None:
    """Import dossiers, résumés and saved postings as files of content/.

    Reads dossiers and résumés in Markdown or plain text, JSON Resume, RenderCV, postings as text,
    Markdown, saved pages or mails, and what `dossier export data` wrote, each told by its content.
    What has no field is kept in a private section, and no file that is there is written over. `-`
    reads what is piped in.
    """
    if entry_id is not None and len(files) > 1:
        raise ConfigError("--id is for one file", "import the others without it")
    if entry_id is not None:
        checked_id(entry_id)
    _, project = read_project(config_file)
    library, content = project.view(Audience.PRIVATE).library, project.settings.content
    is_wrong = False
    for path in files:
        if (data := data_at(path)) is not None:
            with writing(project.settings.root):
                is_wrong |= not place_data(data, path, content, library, dry_run=dry_run)
            continue
        draft = read_draft(path, library, wanted or "", entry_id or "")
        if isinstance(draft, Problem):
            click.echo(str(draft), err=True)
            is_wrong = True
            continue
        with writing(project.settings.root):
            is_wrong |= not place_draft(draft, path, content, library, dry_run=dry_run)
        if words:
            click.echo("".join(f"  {line}\n" for line in readings(draft)), nl=False)
    if is_wrong:
        raise SystemExit(PROBLEMS)
    if not dry_run:
        tell_next(config_file)


def data_at(path: Path) -> bytes | None:
    """Return the content of a file that `dossier export data` wrote, None for any other."""
    if not path.is_file() or path.suffix != ".json":
        return None
    content = read_ordinary(path, MAX_DATA)
    return content if is_data(content) else None


def place_data(
    content: bytes, path: Path, folder: Path, library: Library, *, dry_run: bool
) -> bool:
    """Write the files that data holds, all or none, and tell. Returns whether that was possible.

    Raises ContentError.
    """
    data = read_data(content)
    files = files_of_data(data)
    what = plan(folder, files)
    is_first = not (library.profile or library.projects or library.records or library.applications)
    if not is_first and any(name.startswith("evidence/") for name in (*what.new, *what.others)):
        files |= {name: files[name] for name in what.same}
        doubted = files_of_data(without_vouching(data))
        files |= {name: text for name, text in doubted.items() if name not in what.same}
        what = plan(folder, files)
    click.echo(f"{_shown(path)}: data of a site, {len(files)} files")
    if what.others:
        _refuse(what, folder)
        return False
    if not dry_run:
        create_tree(folder, what.new)
    verb = "would be written" if dry_run else "written"
    _tell_files(what, folder, verb)
    if what.new and not is_first:
        click.echo("  its records are `unconfirmed`: confirm what you can vouch for")
    return True


def read_draft(path: Path, library: Library, wanted: str, entry_id: str) -> Draft | Problem:
    """Return what an input becomes, or why it cannot be read. What is unclear is asked for."""
    name = _shown(path)
    if name == "-":
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
        return read_input("stdin", content, library, wanted=wanted, entry_id=entry_id)
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            return too_large(name, path.stat().st_size)
        content = read_ordinary(path, MAX_BYTES)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return Problem("file-unreadable", Place(name, 0), message)
    draft = read_input(name, content, library, wanted=wanted, entry_id=entry_id)
    if is_undecided(draft) and can_ask():
        wanted = click.prompt(f"{name}: what is it", type=click.Choice(KINDS))
        draft = read_input(name, content, library, wanted=wanted, entry_id=entry_id)
    return draft


def _shown(path: Path) -> str:
    """Return a path without signs that a terminal would act on."""
    text = path.as_posix()
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def place_draft(
    draft: Draft, path: Path, content: Path, library: Library, *, dry_run: bool
) -> bool:
    """Write the files of an input, all or none, and tell. Returns whether that was possible."""
    files = _files(draft, content, library)
    what = plan(content, files)
    click.echo(f"{_shown(path)}: {found(draft)}")
    if what.others:
        _refuse(what, content)
        return False
    if dry_run:
        for name, text in files.items():
            state = "is there already" if name in what.same else "would be written"
            click.echo(f"--- {content.name}/{name} {state}\n{text}", nl=False)
    else:
        create_tree(content, what.new)
    _tell(draft, what, content, dry_run=dry_run)
    return True


def begin_with(draft: Draft, content: Path, library: Library) -> bool:
    """Write the files of an input that somebody is asked about, all or none, and tell the rest.

    Returns whether that was possible.
    """
    what = plan(content, _files(draft, content, library))
    if what.others:
        _refuse(what, content)
        return False
    create_tree(content, what.new)
    for remark in draft.remarks:
        click.echo(inert_line(remark))
    return True


def _files(draft: Draft, content: Path, library: Library) -> Mapping[str, str]:
    def known(address: str) -> bool:
        return is_known(library, address)

    settle(draft, content, known)
    return files_of(draft, known)


def _refuse(what: Plan, content: Path) -> None:
    named = ", ".join(f"{content.name}/{name}" for name in what.others)
    is_one = len(what.others) == 1
    click.echo(
        f"  {named} {'is' if is_one else 'are'} there already and {'says' if is_one else 'say'} "
        "something else: nothing of this input is written\n"
        "  hint: `--id another-name` imports it beside; or move the file away and import again",
        err=True,
    )


def _tell_files(what: Plan, content: Path, verb: str) -> None:
    """Tell which files are new, and who will read which part of them."""
    for name in what.new:
        click.echo(f"  {content.name}/{name} {verb}")
    if not what.new:
        click.echo("  all of it is there already: nothing is changed")
    for line in readers(what.new, content.name):
        click.echo(f"  {inert_line(line)}")


def _tell(draft: Draft, what: Plan, content: Path, *, dry_run: bool) -> None:
    _tell_files(what, content, "would be written" if dry_run else "written")
    click.echo(f"  {words_line(draft)}")
    if kept := kept_line(draft):
        click.echo(f"  {inert_line(kept)}")
    if draft.stand_in:
        click.echo(f"  the posting does not name its company: `company` says {draft.stand_in}")
    if guessed := guessed_line(draft):
        click.echo(f"  {inert_line(guessed)}")
    for remark in draft.remarks:
        click.echo(f"  {inert_line(remark)}")
