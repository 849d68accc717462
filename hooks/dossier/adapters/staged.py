"""The public view as a tree of plain Markdown, with ordinary links between its pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from dossier.adapters.staged_application import application, application_list, directives
from dossier.adapters.staged_engines import ENGINES, PLAIN, Engine, NavItem, StagedSite
from dossier.adapters.staged_form import StagedPage
from dossier.adapters.staged_person import person
from dossier.adapters.staged_records import ledger
from dossier.adapters.staged_text import Writer, document, link
from dossier.build import Site
from dossier.model.document import Document
from dossier.model.figure import spell
from dossier.model.library import (
    Library,
    PageEntry,
    ProjectEntry,
)
from dossier.plain.written_places import STAGED_MARKER
from dossier.prose.inline_text import plain_text
from dossier.prose.literal import literal
from dossier.prose.markdown import parse_page
from dossier.prose.targets import parse_metric
from dossier.render.frame import (
    APPLICATIONS_PAGE,
    EVIDENCE_PAGE,
    PROJECTS_PAGE,
    Frame,
    application_page,
    project_page,
)
from dossier.render.record_state import stale_text
from dossier.settings import Settings

MARKER = STAGED_MARKER
"""The file that says a folder may be replaced."""


def staged_tree(
    site: Site, settings: Settings, engine: Engine | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the staged tree by path, with what an engine wants beside them."""
    shape = ENGINES[engine] if engine else PLAIN
    frame = Frame.of(site.library, settings.as_of, directory_urls=settings.directory_urls)
    writer = Writer(frame, frozenset(_paths(site.library)), form=shape.form)
    pages = dict(_pages(writer))
    below = {path: tuple(_below(pages, path)) for path in pages}
    for number, (path, page) in enumerate(pages.items(), 1):
        text = shape.form.spell(page, number, below[path])
        yield shape.form.page_file(path), text.encode()
    for name, content in site.assets.items():
        yield shape.form.asset_file(name), content
    nav = (_nav_item(pages, path, below) for path in ("index.md", *below["index.md"]))
    name = next(iter(settings.spoken), "") or pages["index.md"].title
    for file, text in shape.configure(StagedSite(name, site.library.language, tuple(nav))):
        yield file, text.encode()


def _below(pages: Iterable[str], path: str) -> Iterator[str]:
    """Yield the pages that stand below a page: below the home page, all without another above."""
    for other in pages:
        folder, name = posixpath.split(other)
        above = posixpath.join(
            posixpath.dirname(folder) if name == "index.md" else folder, "index.md"
        )
        if other not in (path, "index.md") and path == (above if above in pages else "index.md"):
            yield other


def _nav_item(
    pages: Mapping[str, StagedPage], path: str, below: Mapping[str, tuple[str, ...]]
) -> NavItem:
    """Return a page of the navigation with those below it; all others stand beside the home."""
    held = () if path == "index.md" else below[path]
    items = tuple(_nav_item(pages, other, below) for other in held)
    return NavItem(pages[path].title, path, items)


def _paths(library: Library) -> Iterator[str]:
    yield "index.md"
    yield from library.pages
    shelves: tuple[tuple[str, Iterable[str]], ...] = (
        (PROJECTS_PAGE, map(project_page, library.projects)),
        (EVIDENCE_PAGE, ()),
        (APPLICATIONS_PAGE, map(application_page, library.applications)),
    )
    held = (library.projects, library.records, library.applications)
    for (index, pages), entries in zip(shelves, held, strict=True):
        if entries:
            yield index
            yield from pages


def _pages(writer: Writer) -> Iterator[tuple[str, StagedPage]]:
    library = writer.frame.library
    yield "index.md", _home(writer.on("index.md"), library.pages.get("index.md"))
    if library.projects:
        yield PROJECTS_PAGE, document("Projects", "", _project_list(writer.on(PROJECTS_PAGE)))
    for project in library.projects.values():
        path = project_page(project.id)
        yield path, _project(writer.on(path), project)
    if library.records:
        yield EVIDENCE_PAGE, _evidence(writer.on(EVIDENCE_PAGE))
    for page in library.pages.values():
        if page.path != "index.md":
            yield page.path, _free_page(writer.on(page.path), page)
    if library.applications:
        yield APPLICATIONS_PAGE, application_list(writer.on(APPLICATIONS_PAGE))
    for entry in library.applications.values():
        path = application_page(entry.id)
        yield path, application(writer.on(path, entry), entry)


def _prose(writer: Writer, source: Document) -> str:
    text = writer.free(source.body, source, directives(writer, source.body))
    return text.strip("\n")


def _home(writer: Writer, entry: PageEntry | None) -> StagedPage:
    lines: list[str] = []
    profile = writer.frame.library.profile
    title = (entry.page.title if entry else None) or "Portfolio"
    if profile:
        head = writer.field(profile.profile.headline, profile.source)
        lines += [f"# {head or literal(profile.profile.name)}", "", literal(profile.profile.name)]
        lines += ["", *person(writer, profile.profile, profile.source), ""]
    if entry:
        lines += [_prose(writer, entry.source), ""]
    lines += ["## Projects", "", *_project_list(writer)]
    description = (entry.page.description if entry else None) or ""
    is_headed = profile or (entry and _first_heading(entry.source))
    return document(title, description, lines, heading=not is_headed)


def _project_list(writer: Writer) -> list[str]:
    lines = []
    for entry in writer.frame.library.projects.values():
        figures = "; ".join(_headlines(writer, entry))
        line = writer.field(entry.project.line, entry.source)
        text = link(literal(entry.project.title), writer.path(project_page(entry.id)))
        lines.append(f"- {text}" + (f": {line}" if line else "") + (figures and f" ({figures})"))
    return lines


def _headlines(writer: Writer, entry: ProjectEntry) -> Iterator[str]:
    for name in entry.project.headline:
        target = parse_metric(name)
        record = writer.frame.library.records.get(target.id)
        metric = record.metric(target.metric or "") if record else None
        if record and metric:
            stale = stale_text(record.record, writer.frame.as_of)
            figure = f"{spell(metric, writer.frame.thousands)} {metric.name}"
            yield literal(figure + (f" ({stale[:-1]})" if stale else ""))


def _project(writer: Writer, entry: ProjectEntry) -> StagedPage:
    project = entry.project
    lines = [writer.field(project.line, entry.source), "", _prose(writer, entry.source), ""]
    lines += [f"- {link(literal(shown.label), shown.url)}" for shown in project.links]
    lines += ledger(writer, writer.frame.library.records_by_project.get(entry.id, ()))
    if project.limits:
        lines += ["## What this does not show", "", writer.field(project.limits, entry.source)]
    return document(project.title, "", lines)


def _free_page(writer: Writer, entry: PageEntry) -> StagedPage:
    heading = _first_heading(entry.source)
    title = entry.page.title or heading or posixpath.basename(entry.path).removesuffix(".md")
    lines, description = [_prose(writer, entry.source)], entry.page.description or ""
    return document(title, description, lines, heading=not heading)


def _first_heading(source: Document) -> str:
    """Return the text of a page's own title, empty if it has none."""
    for opening, inline in pairwise(parse_page(source.body)):
        if opening.type == "heading_open" and opening.tag == "h1":
            return plain_text(inline.children or (), lambda _, shown, __: shown).strip()
    return ""


def _evidence(writer: Writer) -> StagedPage:
    records = list(writer.frame.library.records.values())
    loose = [entry for entry in records if writer.frame.card_page(entry) == EVIDENCE_PAGE]
    lines = ledger(writer, loose)
    lines += ["## By skill", ""]
    for skill in sorted({skill for entry in records for skill in entry.record.skills}):
        lines += [f"### {literal(skill.replace('-', ' '))}", ""]
        for entry in records:
            if skill in entry.record.skills:
                claim = writer.field(entry.record.claim, entry.source)
                lines.append(f"- {claim} {writer.record(entry, entry.id)}")
        lines.append("")
    return document("Evidence", "", lines)
