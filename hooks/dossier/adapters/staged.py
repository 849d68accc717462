"""The public view as a tree of plain Markdown, with ordinary links between its pages."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterable, Iterator

from dossier.build import Site
from dossier.coverage import RoleCoverage
from dossier.dates import spell_date
from dossier.figures import spell
from dossier.library import ApplicationEntry, Library, PageEntry, ProjectEntry, RecordEntry
from dossier.model.application import ProofPoint
from dossier.references.markdown import Places, parse_page
from dossier.references.resolve import Cited, Dead, Marked, resolve
from dossier.references.scan import Mention, blocks, scan_inline, scan_page
from dossier.references.targets import parse_metric
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
from dossier.render.words import CHECKS, KINDS, RECORD_STATUSES, STRENGTHS
from dossier.settings import Settings

MARKER = ".staged"
"""The file that says a folder may be replaced."""


def staged_tree(site: Site, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the staged tree by path."""
    frame = Frame.of(site.library, settings.as_of, directory_urls=settings.directory_urls)
    for path, text in _pages(_Writer(frame)):
        yield path, text.encode()
    yield from site.assets


class _Writer:
    """Writes Markdown for one page at a time."""

    def __init__(self, frame: Frame, page: str = "", entry: ApplicationEntry | None = None) -> None:
        self.frame = frame
        self.library: Library = frame.library
        self.page = page
        self.entry = entry

    def on(self, page: str, entry: ApplicationEntry | None = None) -> _Writer:
        return _Writer(self.frame, page, entry)

    def link(self, text: str, page: str, anchor: str = "") -> str:
        path = posixpath.relpath(page, posixpath.dirname(self.page) or ".")
        return f"[{text}]({path}{f'#{anchor}' if anchor else ''})"

    def record(self, entry: RecordEntry, text: str) -> str:
        return self.link(text, self.frame.card_page(entry), entry.id)

    def field(self, text: str | None) -> str:
        """Return a text field with its references expanded."""
        return self.expand(text, scan_inline(text), ()) if text else ""

    def prose(self, text: str) -> str:
        """Return prose with its references and directives expanded."""
        places = Places(text)
        cuts = (
            (places.line_start(b.line), places.line_start(b.end) - 1, self.directive(b.name))
            for b in blocks(parse_page(text))
        )
        return self.expand(text, scan_page(text), cuts).strip("\n")

    def expand(
        self, text: str, mentions: Iterable[Mention], cuts: Iterable[tuple[int, int, str]]
    ) -> str:
        replacements = list(cuts)
        for mention in mentions:
            if mention.target and mention.start is not None and mention.end is not None:
                written = text[mention.start + 1 : mention.end].rpartition("](")[0]
                replacements.append((mention.start, mention.end, self.reference(mention, written)))
        parts, position = [], 0
        for start, end, replacement in sorted(replacements):
            if start >= position:
                parts += [text[position:start], replacement]
                position = end
        return "".join([*parts, text[position:]])

    def reference(self, mention: Mention, text: str) -> str:
        assert mention.target is not None  # noqa: S101 - the caller's promise
        found = resolve(
            mention.target, self.library, reader=self.library.audience, application=self.entry
        )
        match found:
            case Cited(_, metric) if metric:
                return str(spell(metric))
            case Cited(entry, _):
                return self.record(entry, text)
            case ProjectEntry():
                return self.link(text, project_page(found.id))
            case ProofPoint():
                return f"[{text}](#{row_anchor(found.id)})"
            case Marked() | Dead():
                return text

    def directive(self, name: str) -> str:
        if self.entry and name in ("proof-points", "coverage", "roles"):
            return "\n".join(_rows(self, self.entry))
        if name == "evidence":
            return "\n".join(_ledger(self, self.library.records.values()))
        return ""


def _pages(writer: _Writer) -> Iterator[tuple[str, str]]:
    library = writer.library
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
            lines = [writer.on(page.path).prose(page.source.body)]
            title = page.page.title or ""
            yield page.path, _document(title, page.page.description or "", lines, heading=False)
    if library.applications:
        yield APPLICATIONS_PAGE, _applications(writer.on(APPLICATIONS_PAGE))
    for entry in library.applications.values():
        path = application_page(entry.id)
        yield path, _application(writer.on(path, entry), entry)


def _document(title: str, description: str, lines: Iterable[str], *, heading: bool = True) -> str:
    meta = {"title": title, "description": description}
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items() if value)
    body = "\n".join(lines).strip("\n")
    head = f"# {title}\n\n" if heading and title else ""
    return (f"---\n{front}---\n\n" if front else "") + head + body + "\n"


def _home(writer: _Writer, entry: PageEntry | None) -> str:
    lines: list[str] = []
    profile = writer.library.profile
    title = (entry.page.title if entry else None) or "Portfolio"
    if profile:
        lines += [f"# {writer.field(profile.profile.headline) or profile.profile.name}", ""]
    if entry:
        lines += [writer.prose(entry.source.body), ""]
    lines += ["## Projects", "", *_project_list(writer)]
    description = (entry.page.description if entry else None) or ""
    return _document(title, description, lines, heading=profile is None)


def _project_list(writer: _Writer) -> list[str]:
    lines = []
    for entry in writer.library.projects.values():
        figures = "; ".join(_headlines(writer, entry))
        line = writer.field(entry.project.line)
        text = f"{writer.link(entry.project.title, project_page(entry.id))}: {line}"
        lines.append(f"- {text}" + (f" ({figures})" if figures else ""))
    return lines


def _headlines(writer: _Writer, entry: ProjectEntry) -> Iterator[str]:
    for name in entry.project.headline:
        target = parse_metric(name)
        record = writer.library.records.get(target.id)
        metric = record.metric(target.metric or "") if record else None
        if metric:
            yield f"{spell(metric)} {metric.name}"


def _project(writer: _Writer, entry: ProjectEntry) -> str:
    project = entry.project
    lines = [writer.field(project.line), "", writer.prose(entry.source.body), ""]
    lines += [f"- [{link.label}]({link.url})" for link in project.links]
    lines += _ledger(writer, writer.library.records_by_project.get(entry.id, ()))
    if project.limits:
        lines += ["## What this does not show", "", writer.field(project.limits)]
    return _document(project.title, "", lines)


def _ledger(writer: _Writer, entries: Iterable[RecordEntry]) -> list[str]:
    found = list(entries)
    lines = []
    for kind, title in KINDS.items():
        of_kind = [entry for entry in found if entry.record.kind is kind]
        if of_kind:
            lines += ["", f"## {title}", ""]
            for entry in of_kind:
                lines += _card(writer, entry)
    return [*lines, ""]


def _card(writer: _Writer, entry: RecordEntry) -> list[str]:
    record = entry.record
    lines = [f'<a id="{entry.id}"></a>', "", f"### {writer.field(record.claim)}", ""]
    for metric in record.metrics:
        against = f" against {writer.field(metric.baseline)}" if metric.baseline else ""
        scope = f" ({writer.field(metric.scope)})" if metric.scope else ""
        lines.append(f"- **{spell(metric)}** {metric.name}{against}{scope}")
    facts: tuple[tuple[str, str], ...] = (
        ("Method", writer.field(record.method)),
        ("Measured", spell_date(record.date) if record.date else ""),
        ("Limit", writer.field(record.limits)),
        ("Must be said", ", or ".join(record.must_say)),
        ("Status", RECORD_STATUSES[record.status]),
        ("Check", CHECKS[record.check]),
        ("Source", _source(entry)),
    )
    lines += [f"- {name}: {value}" for name, value in facts if value]
    return [*lines, ""]


def _source(entry: RecordEntry) -> str:
    source = entry.record.source
    if source is None:
        return ""
    label = f"[{source.label}]({source.url})" if source.url else source.label
    known = (("package", source.package), ("commit", source.commit), ("file", source.path))
    return ", ".join([label, *(f"{name} `{value}`" for name, value in known if value)])


def _evidence(writer: _Writer) -> str:
    records = list(writer.library.records.values())
    loose = [entry for entry in records if writer.frame.card_page(entry) == EVIDENCE_PAGE]
    lines = _ledger(writer, loose)
    lines += ["## By skill", ""]
    for skill in sorted({skill for entry in records for skill in entry.record.skills}):
        lines += [f"### {skill.replace('-', ' ')}", ""]
        for entry in records:
            if skill in entry.record.skills:
                lines.append(
                    f"- {writer.field(entry.record.claim)} {writer.record(entry, entry.id)}"
                )
        lines.append("")
    return _document("Evidence", "", lines)


def _applications(writer: _Writer) -> str:
    lines = []
    for entry in writer.library.applications.values():
        for coverage in writer.frame.coverage[entry.id]:
            link = writer.link(entry.application.company, application_page(entry.id))
            title = coverage.role.title if coverage.role else application_title(entry.application)
            lines.append(f"- {link}, {title}: {_spell_coverage(coverage)}")
    return _document("Applications", "", lines)


def _spell_coverage(coverage: RoleCoverage) -> str:
    percent = "n/a" if coverage.percent is None else f"{coverage.percent}%"
    return f"{percent} ({spell_counts(coverage)})"


def _application(writer: _Writer, entry: ApplicationEntry) -> str:
    lines: list[str] = [application_title(entry.application), ""]
    drawn = any(section.name == "proof-points" for section in entry.sections)
    for section in entry.sections:
        lines += [f"## {section.title}", "", writer.prose(section.text), ""]
        if section.name == "proof-points" or (section.name == "pitch" and not drawn):
            lines += [*_rows(writer, entry), ""]
            drawn = True
    if not drawn:
        lines += _rows(writer, entry)
    return _document(entry.application.company, "", lines)


def _rows(writer: _Writer, entry: ApplicationEntry) -> list[str]:
    write: Callable[[str | None], str] = lambda text: writer.field(text).replace("|", "\\|")  # noqa: E731
    lines = ["| Asked for | What shows it | Match |", "| --- | --- | --- |"]
    for row in entry.application.proof_points:
        records = [writer.library.records[i] for i in row.evidence if i in writer.library.records]
        cited = ", ".join(writer.record(record, record.id) for record in records)
        shown = " ".join(part for part in (write(row.claim), write(row.note), cited) if part)
        asked = f'<a id="{row_anchor(row.id)}"></a>{write(row.requirement)}'
        lines.append(f"| {asked} | {shown} | {STRENGTHS[row.strength]} |")
    for coverage in writer.frame.coverage[entry.id]:
        title = coverage.role.title if coverage.role else application_title(entry.application)
        lines += ["", f"{title}: {_spell_coverage(coverage)}."]
    return lines
