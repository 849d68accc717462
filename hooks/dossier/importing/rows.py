"""Tables and lists of a dossier to its rows and gaps, each word of a cell kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from dossier.importing.draft import Draft, Values
from dossier.importing.fields import COLUMNS, PRIORITIES, SEVERITIES
from dossier.importing.ids import new_id
from dossier.importing.tables import Table, columns_of, items, tables, without_lines
from dossier.importing.values import plain_line, read_strength
from dossier.importing.words import Copied, counted, words
from dossier.match.asks import stems
from dossier.plain.patterns import pattern

_LEAD = pattern(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1\s*(.*)", re.DOTALL)
_MARK = pattern(r"(?m)^\s*(?:[-*+\u2022]|\d{1,2}[.)])\s+")
_LAST = pattern(
    r"(.*?)(?:\s*[(\[]|\s+[\u2014\u2013|-]+\s+|\s*\*\*\s*|\s*\u2192\s*)"
    r"(?:strength:?\s+|match:?\s+)?([A-Za-z][A-Za-z -]{2,20}?)[)\]]?(?:\*\*)?\.?",
    re.DOTALL | re.IGNORECASE,
)
_SEVERITY = pattern(r"\s*[(\[](?:severity:?\s+)?([\w-]+)[)\]]\s*:?", re.IGNORECASE)
_BETWEEN = pattern(r"^\s*(?:[:.\u2014\u2013]|->|=>|\u2192|-\s)?\s*")
Labelled = list[tuple[str, str]]
"""Texts, each with the name of its column."""
ROWS_LEFT, GAPS_LEFT = "Rows as they were told", "Gaps as they were told"
"""Headings of what a table says beside its fields."""


def take_rows(draft: Draft, text: str, *, in_section: bool) -> str:
    """Take the rows of all tables with requirements, and return what is left of a text.

    `in_section` is for a section of rows: there a list holds rows as well.
    """
    taken: set[int] = set()
    for table in tables(text):
        at = columns_of(table, COLUMNS["rows"])
        shows = {"claim", "strength", "match", "source"} & at.keys()
        if "requirement" in at and shows:
            taken.update(range(table.line, table.end))
            _rows_of(draft, table, _with_match(table, at))
    found = items(text) if in_section and not taken else []
    for item in found:
        if _row_of_item(draft, _MARK.sub("", item.text)):
            draft.read_as(item.mark, "the order of the rows")
            taken.update(range(item.line, item.end))
    return without_lines(text, taken)


def _with_match(table: Table, at: dict[str, int]) -> dict[str, int]:
    """Say what a column *Match* is: strengths if its cells are, else what shows it."""
    if "match" not in at:
        return at
    column = at.pop("match")
    cells = [row[column] for row in table.rows if row[column]]
    is_strength = sum(read_strength(cell) is not None for cell in cells) * 2 > len(cells)
    name = "strength" if is_strength else "claim"
    if name in at:
        return at
    return {**at, name: column}


def _rows_of(draft: Draft, table: Table, at: Mapping[str, int]) -> None:
    draft.read_as(" ".join(table.columns), "rows")
    for cells in table.rows:
        if not any(cells):
            continue
        cell = {name: cells[column] for name, column in at.items() if cells[column]}
        requirement = cell.get("requirement", "")
        rest = _unnamed(table.columns, cells, at)
        if not requirement:
            draft.keep_line(ROWS_LEFT, f"- {' | '.join(cells)}")
            continue
        row = _add_row(draft, requirement, cell.get("claim", ""))
        rest += _rate(draft, row, cell.get("strength", ""))
        _note(row, cell.get("note", ""))
        rest += _priority(draft, row, cell.get("priority", ""))
        rest += _quote(row, cell.get("quote", ""))
        if "source" in cell:
            draft.sources[row["id"]] = cell["source"]
        number = cell.get("number", "")
        draft.read_as(number, "the order of the rows")
        _leave(draft, ROWS_LEFT, requirement, rest)


def _leave(draft: Draft, title: str, about: str, rest: Labelled) -> None:
    """Keep what a row says beside its fields, under the row's own words."""
    if rest:
        said = "; ".join(f"{label}: {text}" for label, text in rest)
        draft.keep_line(title, f"- {about}: {said}", (about, *(label for label, _ in rest)))


def _unnamed(columns: tuple[str, ...], cells: tuple[str, ...], at: Mapping[str, int]) -> Labelled:
    """Return the cells of a row whose column has no field."""
    return [(columns[n], text) for n, text in enumerate(cells) if text and n not in at.values()]


def _add_row(draft: Draft, requirement: str, claim: str) -> Values:
    application = draft.dossier
    rows = application.setdefault("proof_points", [])
    row_id = new_id(requirement, draft.ids_of("proof_points"), other="row")
    row: Values = {"id": row_id, "requirement": requirement}
    if claim:
        row["claim"] = claim
    rows.append(row)
    return row


def _rate(draft: Draft, row: Values, cell: str) -> Labelled:
    """Rate a row as its author did. Returns what could not be read."""
    read = read_strength(cell) if cell else None
    if read is None:
        return [("Strength", cell)] if cell else []
    strength, note, said = read
    row["strength"] = Copied(strength)
    draft.read_as(said, f"strength: {strength}")
    _note(row, note)
    return []


def _note(row: Values, note: str) -> None:
    if note:
        row["note"] = f"{row['note']}. {note}" if "note" in row else note


def _priority(draft: Draft, row: Values, cell: str) -> Labelled:
    priority = PRIORITIES.get((plain_line(cell) or "").casefold())
    if priority:
        row["priority"] = Copied(priority)
        draft.read_as(cell, f"priority: {priority}")
    return [("Priority", cell)] if cell and not priority else []


def _quote(row: Values, cell: str) -> Labelled:
    line = plain_line(cell)
    if line:
        row["quote"] = line.strip("\"'\u201c\u201d\u2018\u2019")
    return [("Quote", cell)] if cell and not line else []


def _row_of_item(draft: Draft, text: str) -> bool:
    """Make a row of an item with a bold lead: `**Rust**: what shows it (Strong)`."""
    lead = _LEAD.fullmatch(text)
    if not lead:
        return False
    requirement = lead[2].rstrip(" :")
    rest = " ".join(_BETWEEN.sub("", lead[3], count=1).split())
    last = _LAST.fullmatch(rest)
    read = read_strength(last[2]) if last else None
    if not read and (read := read_strength(rest)):
        row = _add_row(draft, requirement, "")
        _rate(draft, row, rest)
        return True
    row = _add_row(draft, requirement, last[1].strip() if last and read else rest)
    if last and read:
        strength, note, _ = read
        row["strength"] = Copied(strength)
        said = Counter(words(rest)) - counted([row.get("claim", ""), note])
        draft.read_as(" ".join(said.elements()), f"strength: {strength}")
        _note(row, note)
    return True


def take_gaps(draft: Draft, text: str, *, in_section: bool) -> str:
    """Take the gaps of all tables that have them, and return what is left of a text."""
    taken: set[int] = set()
    for table in tables(text):
        at = columns_of(table, COLUMNS["gaps"])
        if "gap" in at and (in_section or {"framing", "severity"} & at.keys()):
            taken.update(range(table.line, table.end))
            _gaps_of(draft, table, at)
    found = items(text) if in_section and not taken else []
    for item in found:
        _gap_of_item(draft, item.text)
        draft.read_as(item.mark, "the order of the gaps")
        taken.update(range(item.line, item.end))
    return without_lines(text, taken)


def _gaps_of(draft: Draft, table: Table, at: Mapping[str, int]) -> None:
    draft.read_as(" ".join(table.columns), "gaps")
    for cells in table.rows:
        if not any(cells):
            continue
        cell = {name: cells[column] for name, column in at.items() if cells[column]}
        rest = _unnamed(table.columns, cells, at)
        if "gap" not in cell:
            draft.keep_line(GAPS_LEFT, f"- {' | '.join(cells)}")
            continue
        gap = _add_gap(draft, cell["gap"], cell.get("framing", ""))
        if "severity" in cell:
            rest += _severity(draft, gap, cell["severity"])
        draft.read_as(cell.get("number", ""), "the order of the gaps")
        _leave(draft, GAPS_LEFT, cell["gap"], rest)


def _severity(draft: Draft, gap: Values, cell: str) -> Labelled:
    """Weigh a gap as its author did; what stands behind the word is part of the framing."""
    said = re.match(r"\W*([\w-]+(?:\s[\w-]+)?)", cell)
    word = said[1].casefold() if said else ""
    severity = SEVERITIES.get(word) or SEVERITIES.get(word.split(" ", maxsplit=1)[0])
    if not severity or not said:
        return [("Severity", cell)]
    gap["severity"] = Copied(severity)
    head = said[0] if SEVERITIES.get(word) else said[0].rsplit(" ", 1)[0]
    rest = cell[len(head) :].strip(" *_:;,.()\u2014\u2013-")
    draft.read_as(head, f"severity: {severity}")
    return [("Severity", rest)] if rest else []


def _gap_of_item(draft: Draft, text: str) -> None:
    text = _MARK.sub("", text)
    lead = _LEAD.fullmatch(text)
    gap_text, rest = (lead[2].rstrip(" :"), lead[3]) if lead else (text, "")
    severity = _SEVERITY.match(rest)
    word = SEVERITIES.get(severity[1].casefold()) if severity else None
    if severity and word:
        rest = rest[severity.end() :]
        draft.read_as(severity[0], f"severity: {word}")
    framing = " ".join(_BETWEEN.sub("", rest, count=1).split())
    gap = _add_gap(draft, " ".join(gap_text.split()), framing)
    if word:
        gap["severity"] = Copied(word)


def _add_gap(draft: Draft, text: str, framing: str) -> Values:
    application = draft.dossier
    gaps = application.setdefault("gaps", [])
    gap_id = new_id(text, draft.ids_of("gaps"), other="gap")
    gap: Values = {"id": gap_id, "about": gap_id, "gap": text}
    if framing:
        gap["framing"] = framing
    gaps.append(gap)
    return gap


def tie_gaps(application: Values) -> None:
    """Say which row each gap is about, where its words are the row's."""
    rows = application.get("proof_points", [])
    for gap in application.get("gaps", []):
        said = stems(gap["gap"])
        for row in rows:
            asked = stems(row["requirement"])
            if asked and said and len(asked & said) * 2 > max(len(asked), len(said)):
                gap["about"] = Copied(row["id"])
                break
