"""The public view as a tree of plain Markdown, with ordinary links between its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.adapters.staged_application import application, application_list, directives
from dossier.adapters.staged_person import person
from dossier.adapters.staged_records import ledger
from dossier.adapters.staged_text import Writer, document, link, literal
from dossier.build import Site
from dossier.model.document import Document
from dossier.model.figure import spell
from dossier.model.library import (
    Library,
    PageEntry,
    ProjectEntry,
)
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

MARKER = ".staged"
"""The file that says a folder may be replaced."""


def staged_tree(site: Site, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the staged tree by path."""
    frame = Frame.of(site.library, settings.as_of, directory_urls=settings.directory_urls)
    for path, text in _pages(Writer(frame, frozenset(_paths(site.library)))):
        yield path, text.encode()
    yield from site.assets.items()


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


def _pages(writer: Writer) -> Iterator[tuple[str, str]]:
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


def _home(writer: Writer, entry: PageEntry | None) -> str:
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
    return document(title, description, lines, heading=profile is None)


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
            yield literal(f"{spell(metric)} {metric.name}" + (f" ({stale[:-1]})" if stale else ""))


def _project(writer: Writer, entry: ProjectEntry) -> str:
    project = entry.project
    lines = [writer.field(project.line, entry.source), "", _prose(writer, entry.source), ""]
    lines += [f"- {link(literal(shown.label), shown.url)}" for shown in project.links]
    lines += ledger(writer, writer.frame.library.records_by_project.get(entry.id, ()))
    if project.limits:
        lines += ["## What this does not show", "", writer.field(project.limits, entry.source)]
    return document(project.title, "", lines)


def _free_page(writer: Writer, entry: PageEntry) -> str:
    title, description = entry.page.title or "", entry.page.description or ""
    return document(title, description, [_prose(writer, entry.source)], heading=False)


def _evidence(writer: Writer) -> str:
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
