"""What the public home page says of its author: told where that is little, and asked at the first.

A name and a headline are public in any profile. All else is its author's to open.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.confirm_row import replace_text
from dossier.cli.options import read_project
from dossier.cli.questions import ask_line, can_ask
from dossier.cli.share_address import ask_address
from dossier.load.assemble import HOME
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path as YamlPath
from dossier.prose.item_layout import with_item
from dossier.prose.replacing import Replacing
from dossier.prose.rewriting import Rewriting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.build import Project
    from dossier.model.library import ProfileEntry

HOME_BARE = """\
Its home page says your name and headline alone. Sentences in content/index.md, projects, and jobs
or `email:` in content/profile.yml with `audience: public` fill it."""
_WHAT = {"j": ("work", "education"), "e": ("email",)}
"""What a letter opens."""
_CALLED = {"j": "j jobs and studies", "e": "e your e-mail"}
_PUBLIC = Audience.PUBLIC.value


def tell_home(project: Project) -> None:
    """Say how to fill a public home page that names its author, and says no more."""
    if _is_bare(project):
        click.echo(HOME_BARE)


def ask_first(config_file: Path) -> bool:
    """Ask where the site will be, and what its home page says. Returns whether it was asked."""
    is_asked = ask_address(config_file)
    if is_asked:
        ask_home(config_file)
    return is_asked


def ask_home(config_file: Path) -> None:
    """Ask at a terminal what anyone may read of the profile, where its home page says next to none.

    Raises ContentError if the profile has changed meanwhile.
    """
    project = read_project(config_file)[1]
    entry = project.view(Audience.PRIVATE).library.profile
    if entry is None or not can_ask() or not _is_bare(project):
        return
    told = {key: name for key, name in _CALLED.items() if any(map(_holds(entry), _WHAT[key]))}
    if not told:
        return
    both = f", {''.join(told)} both" if len(told) > 1 else ""
    question = "Anyone can read your name and headline on the home page beside it. There, too: "
    said = ask_line(f"{question}{', '.join(told.values())}{both} (Enter: no more)").casefold()
    if said and set(said) <= told.keys():
        _open(project.settings.root, entry, [field for key in said for field in _WHAT[key]])


def _is_bare(project: Project) -> bool:
    """Return whether the public home page has nothing but its author's name and headline."""
    library = project.view(Audience.PUBLIC).library
    profile, home = library.profile, library.pages.get(HOME)
    known = profile.profile if profile else None
    is_told = known and (known.links or known.leads or known.work or known.education)
    has_text = home is not None and bool(home.source.body.strip())
    return not (library.projects or library.records or is_told or has_text)


def _holds(entry: ProfileEntry) -> Any:  # noqa: ANN401 - a predicate of names of fields
    return lambda field: bool(getattr(entry.profile, field))


def _open(root: Path, entry: ProfileEntry, fields: list[str]) -> None:
    """Make fields of a profile public; what cannot be written for sure is told."""
    now = entry.source
    for field in fields:
        for text in _opened(now, field):
            if text is None:
                click.echo(f"Write `audience: public` into `{field}` of {now.file} yourself.")
                break
            now = Document(now.file, text, yaml=text)
    if now is not entry.source:
        replace_text(root, entry.source, now.text, entry.source.locate())


def _opened(source: Document, field: str) -> Iterator[str | None]:
    """Yield the text of a profile with one more of a field's parts public, None if it cannot be."""
    values: Any = construct(source.yaml, source.file)[0].get(field)
    if isinstance(values, list):
        for number, value in enumerate(values):
            text = with_item(source, (field, number), {**value, "audience": _PUBLIC})
            yield text
            source = Document(source.file, text, yaml=text) if text else source
    elif isinstance(values, dict) and "audience" in values:
        yield _replaced(source, (field, "audience"), _PUBLIC)
    elif values:
        known = values if isinstance(values, dict) else {"value": values}
        yield _replaced(source, (field,), {**known, "audience": _PUBLIC})


def _replaced(source: Document, path: YamlPath, value: object) -> str | None:
    edit = Replacing(source, path, value).edit()
    return Rewriting(source, (edit,)).applied_to(source.text) if edit else None
