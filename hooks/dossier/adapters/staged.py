"""The public view as a tree of plain Markdown, with ordinary links between its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.adapters.front_matter import spell_front_matter
from dossier.adapters.staged_text import Cut, Writer, link, literal
from dossier.build import Site
from dossier.match.coverage import RoleCoverage
from dossier.model.application import ProofPoint
from dossier.model.document import Document
from dossier.model.figure import spell
from dossier.model.library import (
    ApplicationEntry,
    Library,
    PageEntry,
    ProjectEntry,
    RecordEntry,
)
from dossier.model.profile import Profile
from dossier.plain.dates import spell_date
from dossier.prose.markdown import SourceMap, parse, parse_page
from dossier.prose.scan import blocks
from dossier.prose.targets import parse_metric
from dossier.render.application import application_title
from dossier.render.badge import spell_counts
from dossier.render.frame import (
    APPLICATIONS_PAGE,
    EVIDENCE_PAGE,
    PROJECTS_PAGE,
    Frame,
    application_page,
    project_page,
    row_anchor,
)
from dossier.render.labels import CHECKS, KINDS, RECORD_STATUSES, STRENGTHS
from dossier.render.record_state import stale_text
from dossier.render.sources import source_seen, why_broken
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
        yield PROJECTS_PAGE, _document("Projects", "", _project_list(writer.on(PROJECTS_PAGE)))
    for project in library.projects.values():
        path = project_page(project.id)
        yield path, _project(writer.on(path), project)
    if library.records:
        yield EVIDENCE_PAGE, _evidence(writer.on(EVIDENCE_PAGE))
    for page in library.pages.values():
        if page.path != "index.md":
            yield page.path, _free_page(writer.on(page.path), page)
    if library.applications:
        yield APPLICATIONS_PAGE, _applications(writer.on(APPLICATIONS_PAGE))
    for entry in library.applications.values():
        path = application_page(entry.id)
        yield path, _application(writer.on(path, entry), entry)


def _document(title: str, description: str, lines: Iterable[str], *, heading: bool = True) -> str:
    meta = {"title": title, "description": description}
    front = spell_front_matter({key: value for key, value in meta.items() if value})
    body = "\n".join(lines).strip("\n")
    head = f"# {literal(title)}\n\n" if heading and title else ""
    return (f"{front}\n" if front else "") + head + body + "\n"


def _prose(writer: Writer, source: Document) -> str:
    text = writer.free(source.body, source, _directives(writer, source.body))
    return text.strip("\n")


def _directives(writer: Writer, text: str) -> Iterator[Cut]:
    places = SourceMap(text)
    for block in blocks(parse(text)[0] if writer.entry else parse_page(text)):
        start, end = places.line_start(block.line), places.line_start(block.end) - 1
        yield start, end, "\n".join(_directive(writer, block.name))


def _directive(writer: Writer, name: str) -> list[str]:
    if writer.entry and name in ("proof-points", "coverage", "roles"):
        return _rows(writer, writer.entry)
    return _ledger(writer, writer.frame.library.records.values()) if name == "evidence" else []


def _home(writer: Writer, entry: PageEntry | None) -> str:
    lines: list[str] = []
    profile = writer.frame.library.profile
    title = (entry.page.title if entry else None) or "Portfolio"
    if profile:
        head = writer.field(profile.profile.headline, profile.source)
        lines += [f"# {head or literal(profile.profile.name)}", "", literal(profile.profile.name)]
        lines += ["", *_person(writer, profile.profile, profile.source), ""]
    if entry:
        lines += [_prose(writer, entry.source), ""]
    lines += ["## Projects", "", *_project_list(writer)]
    description = (entry.page.description if entry else None) or ""
    return _document(title, description, lines, heading=profile is None)


def _person(writer: Writer, profile: Profile, source: Document) -> Iterator[str]:
    for lead in profile.leads:
        line = writer.field(lead.line, source)
        yield f"- {literal(lead.title)}" + (f": {line}" if line else "")
    for shown in profile.links:
        yield f"- {link(literal(shown.label), shown.url)}"
    for fact in (profile.location, profile.relocation, profile.email, profile.phone):
        if fact:
            yield f"- {writer.field(fact.value, source)}"
    for job in profile.work:
        named = (job.title, job.employer, job.since, job.until)
        head = ", ".join(literal(part) for part in named if part)
        summary = writer.field(job.summary, source)
        yield f"- {head}" + (f": {summary}" if summary else "")
    for study in profile.education:
        parts = (study.degree, study.institution, study.since, study.until)
        head = ", ".join([writer.field(study.field, source), *(literal(p) for p in parts if p)])
        yield f"- {head}"


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
    lines += _ledger(writer, writer.frame.library.records_by_project.get(entry.id, ()))
    if project.limits:
        lines += ["## What this does not show", "", writer.field(project.limits, entry.source)]
    return _document(project.title, "", lines)


def _free_page(writer: Writer, entry: PageEntry) -> str:
    title, description = entry.page.title or "", entry.page.description or ""
    return _document(title, description, [_prose(writer, entry.source)], heading=False)


def _ledger(writer: Writer, entries: Iterable[RecordEntry]) -> list[str]:
    found = list(entries)
    lines = []
    for kind, title in KINDS.items():
        of_kind = [entry for entry in found if entry.record.kind is kind]
        if of_kind:
            lines += ["", f"## {title}", ""]
            for entry in of_kind:
                lines += _card(writer, entry)
    return [*lines, ""]


def _card(writer: Writer, entry: RecordEntry) -> list[str]:
    record = entry.record

    def field(text: str | None) -> str:
        return writer.field(text, entry.source)

    lines = [f'<a id="{entry.id}"></a>', "", f"### {field(record.claim)}", ""]
    for metric in record.metrics:
        against = f" against {field(metric.baseline)}" if metric.baseline else ""
        scope = f" ({field(metric.scope)})" if metric.scope else ""
        lines.append(f"- **{literal(str(spell(metric)))}** {literal(metric.name)}{against}{scope}")
    facts: tuple[tuple[str, str], ...] = (
        ("Method", field(record.method)),
        ("Measured", spell_date(record.date) if record.date else ""),
        ("Limit", field(record.limits)),
        ("Must be said", ", or ".join(map(literal, record.must_say))),
        ("Status", RECORD_STATUSES[record.status]),
        ("Check", CHECKS[record.check]),
        ("Source", _source(entry)),
        ("Checked", spell_date(entry.verdict.checked) if entry.verdict else ""),
        ("Note", why_broken(entry, is_private=False)),
        ("Note", stale_text(record, writer.frame.as_of)),
    )
    lines += [f"- {name}: {value}" for name, value in facts if value]
    return [*lines, ""]


def _source(entry: RecordEntry) -> str:
    source = source_seen(entry, is_private=False)
    if source is None:
        return ""
    label = link(literal(source.label), source.href) if source.href else literal(source.label)
    return ", ".join([label, *(f"{name} {literal(value)}" for name, value in source.details)])


def _evidence(writer: Writer) -> str:
    records = list(writer.frame.library.records.values())
    loose = [entry for entry in records if writer.frame.card_page(entry) == EVIDENCE_PAGE]
    lines = _ledger(writer, loose)
    lines += ["## By skill", ""]
    for skill in sorted({skill for entry in records for skill in entry.record.skills}):
        lines += [f"### {literal(skill.replace('-', ' '))}", ""]
        for entry in records:
            if skill in entry.record.skills:
                claim = writer.field(entry.record.claim, entry.source)
                lines.append(f"- {claim} {writer.record(entry, entry.id)}")
        lines.append("")
    return _document("Evidence", "", lines)


def _applications(writer: Writer) -> str:
    lines = []
    for entry in writer.frame.library.applications.values():
        for coverage in writer.frame.coverage[entry.id]:
            company = literal(entry.application.company)
            shown = link(company, writer.path(application_page(entry.id)))
            lines.append(f"- {shown}, {_role_title(entry, coverage)}: {_spell(coverage)}")
    return _document("Applications", "", lines)


def _role_title(entry: ApplicationEntry, coverage: RoleCoverage) -> str:
    role = coverage.role
    return literal(role.title if role else application_title(entry.application))


def _spell(coverage: RoleCoverage) -> str:
    percent = "n/a" if coverage.percent is None else f"{coverage.percent}%"
    return f"{percent} ({spell_counts(coverage)})"


def _application(writer: Writer, entry: ApplicationEntry) -> str:
    lines: list[str] = [literal(application_title(entry.application)), ""]
    for role in entry.application.roles:
        posting = link("posting", role.url) if role.url else ""
        parts = (literal(role.title), literal(role.location or ""), posting)
        lines.append(f"- {', '.join(part for part in parts if part)}")
    lines.append("")
    found = (block.name for part in entry.sections for block in blocks(parse(part.text)[0]))
    drawn = "proof-points" in found
    place = "proof-points" if entry.section("proof-points") else "pitch"
    for section in entry.sections:
        text = writer.dossier(section.text, entry.source, _directives(writer, section.text))
        lines += [f"## {writer.field(section.title, entry.source)}", "", text.strip("\n"), ""]
        if section.name == place and not drawn:
            lines += [*_rows(writer, entry), ""]
            drawn = True
    if not drawn:
        lines += _rows(writer, entry)
    return _document(entry.application.company, "", lines)


def _rows(writer: Writer, entry: ApplicationEntry) -> list[str]:
    lines = ["| Asked for | What shows it | Match |", "| --- | --- | --- |"]
    for row in entry.application.proof_points:
        cells = (_asked(writer, entry, row), _shown(writer, entry, row), STRENGTHS[row.strength])
        lines.append(f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |")
    for coverage in writer.frame.coverage[entry.id]:
        lines += ["", f"{_role_title(entry, coverage)}: {_spell(coverage)}."]
    return lines


def _asked(writer: Writer, entry: ApplicationEntry, row: ProofPoint) -> str:
    requirement = writer.field(row.requirement, entry.source)
    quote = f" “{literal(row.quote)}”" if row.quote else ""
    return f'<a id="{row_anchor(row.id)}"></a>{requirement}{quote}'


def _shown(writer: Writer, entry: ApplicationEntry, row: ProofPoint) -> str:
    known = writer.frame.library.records
    cited = ", ".join(writer.record(known[name], name) for name in row.evidence if name in known)
    texts = (writer.field(text, entry.source) for text in (row.claim, row.note, row.override))
    return " ".join(part for part in (*texts, cited) if part)
