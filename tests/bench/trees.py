"""A generated project, and the same pages as somebody would have typed them for other engines.

`python -m tests.bench.trees FOLDER DOSSIERS AUDIENCE`. In a process of its own: what measures
has to stay small, since a new process is counted at least the memory of the one that starts it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from dossier.adapters.staged import staged_tree
from dossier.adapters.staged_engines import Engine
from dossier.adapters.staged_records import ledger
from dossier.adapters.staged_text import Writer
from dossier.build import Project, Site
from dossier.cli.options import read_project
from dossier.model.audience import Audience
from dossier.render.frame import Frame, application_page
from tests.bench.generate import REPOSITORY, generate

OURS = ("docs_dir", "exclude_docs", "extra", "hooks", "site_description", "validation")
"""Keys of our configuration that somebody without our hooks has no use for."""


def write_trees(folder: Path, dossiers: int, audience: Audience) -> None:
    """Write a project of some size and, beside it, its pages for each engine."""
    root = folder / "ours"
    root.mkdir(parents=True)
    generate(root, dossiers=dossiers, records=max(50, dossiers // 2), audience=audience)
    _, project = read_project(root / "mkdocs.yml")
    site = project.site(audience)
    linked = dict(_staged(site, project, Engine.MKDOCS))
    linked["mkdocs.yml"] = _mkdocs(linked["mkdocs.yml"])
    _write(folder / "linked", linked)
    _write(folder / "repeated", {**linked, **dict(_with_records(linked, site, project))})


def _staged(site: Site, project: Project, engine: Engine) -> Iterator[tuple[str, str]]:
    for name, content in staged_tree(site, project.settings, engine):
        yield name, content.decode()


def _mkdocs(staged: str) -> str:
    """Return our configuration without what our hooks read, for typed pages.

    Its navigation has the indexes alone, as ours: with every page it would cost the square of their
    number.
    """
    ours = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    theme = {key: ours["theme"][key] for key in ("name", "font", "features", "palette")}
    pages = [next(iter(item.items())) for item in yaml.safe_load(staged)["nav"]]
    nav = [{title: page if isinstance(page, str) else page[0]} for title, page in pages]
    kept = {key: value for key, value in ours.items() if key not in OURS}
    unlisted = {"nav": {"omitted_files": "ignore"}}
    typed = {**kept, "theme": theme, "plugins": ["search"], "validation": unlisted, "nav": nav}
    return yaml.safe_dump(typed, sort_keys=False)


def _with_records(
    linked: Mapping[str, str], site: Site, project: Project
) -> Iterator[tuple[str, str]]:
    """Yield the dossiers' pages with the records that their rows cite, as our pages show them."""
    frame = Frame.of(site.library, project.settings.as_of, directory_urls=True)
    known = frozenset(name.removeprefix("docs/") for name in linked)
    for entry in site.library.applications.values():
        page = application_page(entry.id)
        rows = (name for row in entry.application.proof_points for name in row.evidence)
        records = (site.library.records[name] for name in dict.fromkeys(rows))
        shown = ledger(Writer(frame, known, page, entry), records)
        yield f"docs/{page}", "\n".join([linked[f"docs/{page}"], *shown])


def _write(folder: Path, files: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
    for name, text in dict(files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_trees(Path(sys.argv[1]), int(sys.argv[2]), Audience(sys.argv[3]))
