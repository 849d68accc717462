"""A library to tables for spreadsheets: proof points, evidence, and where dossiers stand."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from dossier.match.coverage import spell_percent
from dossier.model.figure import bare, sign_of, spell_before
from dossier.model.library import Library, RecordEntry
from dossier.plain.patterns import pattern
from dossier.render.frame import Frame

Plain = Callable[[str | None], str]
"""Returns a text field without its markup."""
Row = Mapping[str, object]

_UNSEEN = (
    r" \x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
)
_RUNS = pattern(rf"[\s{_UNSEEN}\"']*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_SPLITS = pattern(
    rf"(?<=.)([;|\t\r\n])(?=[{_UNSEEN}\"']*[=+\-@\uff1d\uff0b\uff0d\uff20])", re.DOTALL
)
"""What divides cells where a comma does not, or ends a row, with a formula behind it."""
_NUMBER = pattern(r"[+-]?(?:\d[\d.,\u00a0 ]*%?)?")


def spell_table(rows: Iterable[Row]) -> str:
    """Return rows as CSV (RFC 4180), nothing in which a spreadsheet would run."""
    found = list(rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if found:
        writer.writerow(found[0])
    writer.writerows([[inert_cell(str(cell)) for cell in row.values()] for row in found])
    return out.getvalue()


def inert_cell(text: str) -> str:
    """Return a cell that a spreadsheet takes for text or a number, and for no formula."""
    # The quote is how spreadsheets themselves mark a text; a number needs none.
    inert = _SPLITS.sub(r"\1'", text)
    return f"'{inert}" if _RUNS.match(text) and not _NUMBER.fullmatch(text) else inert


def proof_points(library: Library, plain: Plain) -> Iterator[Row]:
    """Yield every row of every dossier."""
    for entry in library.applications.values():
        for row in filter(lambda row: row.is_open, entry.application.proof_points):
            yield {
                "application": entry.id,
                "company": entry.application.company,
                "id": row.id,
                "requirement": plain(row.requirement),
                "quote": row.quote or "",
                "priority": row.priority.value,
                "roles": " ".join(row.roles),
                "strength": row.strength.value,
                "claim": plain(row.claim),
                "evidence": " ".join(row.evidence),
                "note": plain(row.note),
                "override": plain(row.override),
            }


def evidence(library: Library, plain: Plain) -> Iterator[Row]:
    """Yield every figure of every record, and each record without one."""
    for entry in library.records.values():
        record = _record(entry, plain)
        for metric in entry.record.metrics or (None,):
            before = spell_before(metric) if metric else None
            yield {
                **record,
                "metric": metric.id if metric else "",
                "name": metric.name if metric else "",
                "sign": sign_of(metric) if metric else "",
                "value": bare(metric) if metric else "",
                "unit": (metric.unit or "") if metric else "",
                "before": str(before or ""),
                "baseline": plain(metric.baseline) if metric else "",
                "scope": plain(metric.scope) if metric else "",
            }


def _record(entry: RecordEntry, plain: Plain) -> dict[str, object]:
    record, source = entry.record, entry.record.source
    return {
        "id": entry.id,
        "project": entry.project or "",
        "claim": plain(record.claim),
        "kind": record.kind.value,
        "check": record.check.value,
        "status": record.status.value,
        "date": record.date or "",
        "limits": plain(record.limits),
        "source": source.label if source else "",
        "address": (source.url or "") if source else "",
    }


def pipeline(frame: Frame, plain: Plain) -> Iterator[Row]:
    """Yield where each dossier stands: the author's alone."""
    for entry in frame.library.applications.values():
        application = entry.application
        last = max(application.events, key=lambda event: event.date, default=None)
        yield {
            "application": entry.id,
            "company": application.company,
            "roles": "; ".join(role.title for role in application.roles),
            "lead": application.lead or "",
            "stage": application.stage_on(frame.as_of).value,
            "last event": last.date if last else "",
            "what": plain(last.what) if last else "",
            "next": plain(application.next.do) if application.next else "",
            "due": (application.next.due or "") if application.next else "",
            "tier": application.tier if application.tier is not None else "",
            "coverage": "; ".join(map(spell_percent, frame.coverage[entry.id])),
        }
