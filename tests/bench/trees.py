"""A generated project, and the same pages as somebody would have typed them for other engines.

`python -m tests.bench.trees FOLDER DOSSIERS AUDIENCE`. In a process of its own: what measures
has to stay small, since a new process is counted at least the memory of the one that starts it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from dossier.adapters.staged import staged_tree
from dossier.adapters.staged_engines import ENGINES, Engine
from dossier.adapters.staged_records import ledger
from dossier.adapters.staged_text import Writer
from dossier.build import Project, Site
from dossier.cli.options import read_project
from dossier.model.audience import Audience
from dossier.render.frame import Frame, application_page
from tests.bench.generate import REPOSITORY, generate
from tests.bench.needs import with_needs

OURS = ("docs_dir", "exclude_docs", "extra", "hooks", "site_description", "validation")
"""Keys of our configuration that somebody without our hooks has no use for."""


def write_trees(folder: Path, dossiers: int, audience: Audience) -> None:
    """Write a project of some size and, beside it, its pages for each engine."""
    root = folder / "ours"
    root.mkdir(parents=True)
    generate(root, dossiers=dossiers, records=max(50, dossiers // 2), audience=audience)
    _, project = read_project(root / "mkdocs.yml")
    site = project.site(audience)
    linked = _staged(site, project, Engine.MKDOCS)
    linked["mkdocs.yml"] = _mkdocs(linked["mkdocs.yml"])
    repeated = {**linked, **_with_records(linked, site, project, Engine.MKDOCS)}
    hugo = _staged(site, project, Engine.HUGO)
    hugo |= _with_records(hugo, site, project, Engine.HUGO)
    needs = with_needs(_staged(site, project, Engine.MYST))
    trees = {"linked": linked, "repeated": repeated, "hugo": hugo, "zensical": repeated}
    for name, files in {**trees, "needs": dict(needs)}.items():
        _write(folder / name, files)


def _staged(site: Site, project: Project, engine: Engine) -> dict[str, str]:
    tree = staged_tree(site, project.settings, engine)
    return {name: content.decode() for name, content in tree}


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
    staged: Mapping[str, str], site: Site, project: Project, engine: Engine
) -> dict[str, str]:
    """Return the dossiers' pages with the records that their rows cite, as our pages show them."""
    frame = Frame.of(site.library, project.settings.as_of, directory_urls=True)
    form = ENGINES[engine].form
    pages = {}
    for entry in site.library.applications.values():
        page = application_page(entry.id)
        rows = (name for row in entry.application.proof_points for name in row.evidence)
        records = (site.library.records[name] for name in dict.fromkeys(rows))
        shown = ledger(Writer(frame, frozenset(), page, entry, form), records)
        file = form.page_file(page)
        pages[file] = "\n".join([staged[file], *shown])
    return pages


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_trees(Path(sys.argv[1]), int(sys.argv[2]), Audience(sys.argv[3]))
