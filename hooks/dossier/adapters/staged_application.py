"""A dossier to plain Markdown: its sections, its rows as a table, its directives written out."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.adapters.staged_form import StagedPage
from dossier.adapters.staged_records import ledger
from dossier.adapters.staged_text import Cut, Writer, document, link
from dossier.match.coverage import RoleCoverage, spell_percent
from dossier.model.application import ProofPoint
from dossier.model.library import (
    ApplicationEntry,
)
from dossier.prose.literal import literal
from dossier.prose.markdown import parse, parse_page
from dossier.prose.scan import blocks
from dossier.prose.source_map import SourceMap
from dossier.render.application import application_title
from dossier.render.badge import spell_counts
from dossier.render.frame import application_page
from dossier.render.labels import STRENGTHS


def directives(writer: Writer, text: str) -> Iterator[Cut]:
    """Yield what stands in place of each directive of a text."""
    places = SourceMap(text)
    for block in blocks(parse(text)[0] if writer.entry else parse_page(text)):
        start, end = places.line_start(block.line), places.line_start(block.end) - 1
        yield start, end, "\n".join(_directive(writer, block.name))


def _directive(writer: Writer, name: str) -> list[str]:
    if writer.entry and name in ("proof-points", "coverage", "roles"):
        return _rows(writer, writer.entry)
    return ledger(writer, writer.frame.library.records.values()) if name == "evidence" else []


def application_list(writer: Writer) -> StagedPage:
    """Return the page that lists the dossiers, each with its coverage."""
    lines = []
    for entry in writer.frame.library.applications.values():
        for coverage in writer.frame.coverage[entry.id]:
            company = literal(entry.application.company)
            shown = link(company, writer.path(application_page(entry.id)))
            lines.append(f"- {shown}, {_role_title(entry, coverage)}: {_spell(coverage)}")
    return document("Applications", "", lines)


def _role_title(entry: ApplicationEntry, coverage: RoleCoverage) -> str:
    role = coverage.role
    return literal(role.title if role else application_title(entry.application))


def _spell(coverage: RoleCoverage) -> str:
    return f"{spell_percent(coverage)} ({spell_counts(coverage)})"


def application(writer: Writer, entry: ApplicationEntry) -> StagedPage:
    """Return the page of a dossier."""
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
        text = writer.dossier(section.text, entry.source, directives(writer, section.text))
        if not text.strip() and section.name != place:
            continue
        lines += [f"## {writer.field(section.title, entry.source)}", "", text.strip("\n"), ""]
        if section.name == place and not drawn:
            lines += [*_rows(writer, entry), ""]
            drawn = True
    if not drawn:
        lines += _rows(writer, entry)
    return document(entry.application.company, "", lines)


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
    return f"{writer.row_anchor(row)}{requirement}{quote}"


def _shown(writer: Writer, entry: ApplicationEntry, row: ProofPoint) -> str:
    known = writer.frame.library.records
    records = [known[name] for name in row.evidence if name in known]
    linked = [writer.record(record, record.id) for record in records]
    cited = ", ".join(linked)
    if not row.claim:
        # Those of its records stand for it.
        claims = (writer.field(record.record.claim, record.source) for record in records)
        cited = " ".join(f"{claim} ({name})" for claim, name in zip(claims, linked, strict=True))
    texts = (writer.field(text, entry.source) for text in (row.claim, row.note, row.override))
    return " ".join(part for part in (*texts, cited) if part)
