"""`dossier doctor`: what the repository gives away, or could."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from dossier.build import Project
from dossier.cli.options import (
    PROBLEMS,
    config_option,
    format_option,
    read_project,
    reporting_errors,
)
from dossier.plain import dates
from dossier.plain.git import succeeds
from dossier.plain.problems import Problem, Severity, in_order
from dossier.plain.report import FORMATS
from dossier.publishing.destination import refuse_branch
from dossier.publishing.doctor import (
    content_problems,
    source_problems,
    tracked_problems,
)
from dossier.publishing.guards import address_problems, edit_problems, keystore_problems
from dossier.publishing.history import history_problems, search_for
from dossier.publishing.keys_in_git import key_problems
from dossier.publishing.lost_links import keys_problems
from dossier.publishing.source_branches import is_of_source
from dossier.publishing.standing_pages import standing_problems
from dossier.settings import Outlet, Settings
from dossier.sharing.spelled_keys import LiveKeys


@click.command()
@config_option
@format_option
@click.option("--remote", help="Where the site is published.  [default: remote_name of mkdocs.yml]")
@click.option("--branch", help="The branch it is on.  [default: remote_branch of mkdocs.yml]")
@reporting_errors
def doctor(config_file: Path, form: str, remote: str | None, branch: str | None) -> None:
    """Look for what this repository gives away, or could.

    A tracked keystore or private build, keys that others can read, links to the source, private
    text anywhere in the publishing branch's history (as it was last fetched), links and editors'
    copies in content/. Keys are looked for in all that git has here, whatever leads there (what is
    staged, every commit, branch, tag, stash, note, their messages), and in what `git add` would
    take; of the past are told those of links that open, until `dossier share rotate` ends them.
    A keystore that cannot be read is told, and each link whose key it has lost.
    Never writes, and asks nobody over the network: whether a repository is public, it cannot know.

    Exits with 0 if there are no errors, with 1 if there are, with 2 if the project cannot be read.
    """
    configuration, project = read_project(config_file)
    outlet = configuration.outlet
    where = replace(outlet, remote=remote or outlet.remote, branch=branch or outlet.branch)
    settings = configuration.settings
    refuse_branch(settings.root, where.branch)
    problems = list(repository_problems(settings, where, configuration.site))
    problems += address_problems(configuration.file, where.site_url)
    problems += keys_problems(settings.root, dates.current_day())
    problems += standing_problems(settings.root, dates.current_day(), where.site_url)
    if succeeds(settings.root, "rev-parse", "--git-dir"):
        live = LiveKeys.of(settings.root, dates.current_day())
        problems += key_problems(settings.root, live, _tell_objects)
        problems += past_problems(project, where)
    else:
        click.echo(
            "There is no git repository here, so its files and past were not looked at.", err=True
        )
    click.echo(FORMATS[form](in_order(problems), 0), nl=False)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(PROBLEMS)


def repository_problems(settings: Settings, where: Outlet, site: Path) -> Iterator[Problem]:
    """Yield what is wrong with the repository as it stands."""
    root = settings.root
    yield from keystore_problems(root)
    yield from tracked_problems(root, site)
    yield from edit_problems(where.repo_url, where.edit_uri, settings.public_repo)
    yield from source_problems(root, where.remote, where.branch)
    yield from content_problems(root, settings.content)


def past_problems(project: Project, where: Outlet) -> Iterator[Problem]:
    """Yield the private text in what the publishing branch ever held."""
    search = search_for(project.canaries, project.naming.names)
    root, here = project.settings.root, f"refs/heads/{where.branch}"
    # A site's own repository has its branch `main`, and so has the source, which nobody published.
    own = () if is_of_source(root, here) else (here,)
    refs = (*own, f"refs/remotes/{where.remote}/{where.branch}")
    yield from history_problems(root, refs, search, _tell_progress)


def _tell_objects(done: int, of: int) -> None:
    click.echo(f"Searched {done:,} of {of:,} objects of git for keys.", err=True)


def _tell_progress(done: int, of: int) -> None:
    click.echo(f"Searched {done:,} of {of:,} versions of published files.", err=True)
