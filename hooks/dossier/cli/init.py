"""`dossier init`: a site of one's own, without a copy of this package's code."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from dossier.cli.confirm import confirm_at_first
from dossier.cli.confirm_entries import ask_of_entries
from dossier.cli.confirm_projects import confirm_projects
from dossier.cli.confirm_sections import ask_of_sections
from dossier.cli.import_ import begin_with, place_draft, read_draft
from dossier.cli.next_step import next_step
from dossier.cli.options import read_project, reporting_errors
from dossier.cli.questions import can_ask
from dossier.configuration.read import read_configuration
from dossier.importing.asides import OF_ENTRIES
from dossier.importing.draft import NAMELESS, Draft
from dossier.importing.own_summary import is_summary
from dossier.importing.report import held, kept_line
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.schemas import SCHEMAS, json_schema
from dossier.plain import git
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.files import create_tree
from dossier.plain.problems import Problem
from dossier.plain.terminal import inert_line
from dossier.plain.transaction import writing
from dossier.plain.uploaded import refuse_uploaded

STARTER = Path(__file__).parents[1] / "starter"
"""What a new site is made of: `site/` always, `example/` unless it is to be bare."""
SCHEMA_FOLDER = "docs/schemas"
"""Where scaffolds look for the schemas, below the site's root."""
NAME = "@NAME@"
"""What stands in the starter for the name of whose site it is."""
SITE_FILE = "mkdocs.yml"
POSTINGS = frozenset({".txt", ".md", ".html", ".htm"})
"""How names of files end that a saved posting may have."""
KEPT = frozenset({"content", "hooks", "overrides", "site", ".dossier", ".git"})
"""Folders beside it that a site's own files are in, whatever its configuration says."""
_NOTHING = Library(Audience.PRIVATE)
_HIDDEN = ("github", "gitignore")
"""What begins with a dot in a site, and must not in this repository."""


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--name", help="Whose site it is; without it, you are asked.")
@click.option("--bare", "is_bare", is_flag=True, help="Leave out profile and examples.")
@click.option(
    "--from",
    "resume",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A résumé to write profile, projects and records from.",
)
@reporting_errors
def init(directory: Path, name: str | None, resume: Path | None, *, is_bare: bool) -> None:
    """Begin a site of your own in DIRECTORY, or in this one.

    Writes its configuration, a profile to fill in, an example of each other kind of file, and what
    an editor and a helper need to know. Templates and code stay in the installed package. The
    directory is new, empty or a repository, and nothing in it is overwritten. With --from,
    a résumé in Markdown or plain text, JSON Resume or RenderCV takes the place of the examples.
    """
    root = directory.resolve()
    _refuse_within(root)
    draft = _read_resume(resume) if resume else None
    said = " ".join((name or _name_of(draft)).split())
    name = said or " ".join(_asked_name(root).split())
    if not name.isprintable():
        message = "the name has characters that cannot be shown"
        raise ConfigError(message, "letters, digits, signs and spaces are fine")
    files = dict(starter_files(name, is_bare=is_bare or draft is not None))
    _refuse_others(root, files)
    create_tree(root, files)
    _begin_repository(root)
    enter = "" if root == Path.cwd() else f"in {directory}, "
    if draft and resume and can_ask():
        _sit_down(root, draft)
        step = next_step(read_project(root / SITE_FILE)[1])
        click.echo(f"Next: {enter}{_with_posting(step, root, resume)}")
        return
    click.echo(f"{root} is a site of your own, with {len(files)} files. Keep it private.")
    if not said:
        click.echo(f"It is called {name}: `site_name` in mkdocs.yml, for you to change.")
    if draft and resume:
        with writing(root):
            place_draft(draft, resume, root / "content", _NOTHING, dry_run=False)
        click.echo(f"Next: {enter}{next_step(read_project(root / SITE_FILE)[1])}")
        return
    first = "`dossier import` a résumé or write" if is_bare else "fill in"
    click.echo(f"Next: {enter}{first} content/profile.yml; `dossier serve` shows the site.")


def _sit_down(root: Path, draft: Draft) -> None:
    """Write what a résumé says, and ask its author at once whether it is right."""
    draft = ask_of_sections(draft)
    ask_of_entries(draft)
    with writing(root):
        begin_with(draft, root / "content", _NOTHING)
    named = (str(draft.profile[key]) for key in ("name", "headline") if draft.profile.get(key))
    anyone = inert_line(", ".join(named))
    click.echo(f"Your profile: {held(draft)}. Anyone reads `{anyone}`, recipients all.")
    # What entries had was shown below them.
    others = [p for p in draft.parts if not is_summary(p.title) and p.title != OF_ENTRIES]
    if kept := kept_line(replace(draft, parts=others)):
        click.echo(f"{inert_line(kept)}")
    if said := [inert_line(part.title) for part in draft.parts if is_summary(part.title)]:
        click.echo(f"{', '.join(said)}: kept private, and proposed as the pitch when you apply.")
    listed = confirm_at_first(read_project(root / SITE_FILE)[1], root / SITE_FILE)
    confirm_projects(root / SITE_FILE, listed)


def _with_posting(step: str, root: Path, resume: Path) -> str:
    """Name in a step the one file beside a résumé that may be a saved posting."""
    beside = [
        path
        for path in resume.resolve().parent.iterdir()
        if path.suffix.lower() in POSTINGS and path.name != resume.name and path.is_file()
    ]
    if len(beside) != 1:
        return step
    name = shlex.quote(os.path.relpath(beside[0], root))
    return step.replace("fit POSTING", f"fit {inert_line(name)}").replace(
        ", with a saved posting", ""
    )


def _read_resume(resume: Path) -> Draft:
    """Return what a résumé becomes in a site that holds nothing yet."""
    draft = read_draft(resume, _NOTHING, "resume", "")
    if isinstance(draft, Problem):
        raise ContentError(str(draft))
    return draft


def _name_of(draft: Draft | None) -> str:
    name = str(draft.profile.get("name", "")) if draft else ""
    return "" if name == NAMELESS else name


def starter_files(name: str, *, is_bare: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a new site by their paths."""
    for part in ("site",) if is_bare else ("site", "example"):
        for path in sorted((STARTER / part).rglob("*")):
            if path.is_file():
                first, *rest = path.relative_to(STARTER / part).parts
                where = "/".join([f".{first}" if first in _HIDDEN else first, *rest])
                text = path.read_text(encoding="utf-8")
                # A name as JSON is one in YAML, whatever stands in it.
                yield where, text.replace(NAME, json.dumps(name, ensure_ascii=False)).encode()
    for kind in sorted(SCHEMAS):
        yield f"{SCHEMA_FOLDER}/{kind}.json", json_schema(kind).encode()


def _refuse_within(root: Path) -> None:
    """Raise ConfigError within a folder that another site reads, writes or keeps keys in."""
    refuse_uploaded(root)
    for site in root.parents:
        if not (site / SITE_FILE).is_file():
            continue
        for folder in (*(site / name for name in KEPT), *_folders_of_site(site / SITE_FILE)):
            if root.is_relative_to(folder):
                message = f"{root} lies in {folder}, which the site in {site} has"
                raise ConfigError(message, "name a folder outside of it: `dossier init ../mysite`")


def _folders_of_site(file: Path) -> tuple[Path, ...]:
    """Return the folders that a site reads and publishes, none if its file cannot be read."""
    with suppress(ConfigError):
        return read_configuration(file).published
    return ()


def _refuse_others(root: Path, files: Mapping[str, bytes]) -> None:
    """Raise ConfigError for a folder of something else, so that no site is strewn over a home."""
    tops = {name.partition("/")[0] for name in files}
    others = [path.name for path in root.iterdir()] if root.is_dir() else []
    others = sorted(name for name in others if not name.startswith(".") and name not in tops)
    if others and not (root / ".git").exists():
        message = f"{root} holds other files, `{others[0]}` among them"
        raise ConfigError(message, "name a new folder: `dossier init mysite`")


def _asked_name(root: Path) -> str:
    """Return what somebody at a terminal says, or else the name that is known."""
    known = _known_name(root)
    if can_ask():
        return str(click.prompt("Whose site is it", default=known))
    return known


def _known_name(root: Path) -> str:
    """Return the name that git knows the author by, or else the folder's."""
    with suppress(ConfigError):
        here = next(folder for folder in (root, *root.parents) if folder.is_dir())
        if name := git.output_of(here, "config", "user.name").strip():
            return name
    return root.name or "Portfolio"


def _begin_repository(root: Path) -> None:
    """Make a repository of the site unless it is in one: what git ignores is then known."""
    with suppress(ConfigError):
        if not git.succeeds(root, "rev-parse", "--git-dir"):
            git.run(root, "init", "--quiet")
            # The branch that the workflow publishes, whatever git's default is here.
            git.run(root, "symbolic-ref", "HEAD", "refs/heads/main")
