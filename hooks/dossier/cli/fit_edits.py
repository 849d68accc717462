"""What was answered to rows that are there, written into their files: all else there stays."""

from __future__ import annotations

from dataclasses import replace

from dossier.cli.columns import shown
from dossier.cli.confirm_row import replace_text
from dossier.cli.fit_again import (
    ANSWERED,
    IS_THERE,
    ROWS,
    SECTIONS,
    Begun,
    empty_section,
    records_in,
)
from dossier.importing.draft import Draft, Values
from dossier.importing.files import files_of
from dossier.importing.inert import Known, inert_prose
from dossier.importing.read import is_known
from dossier.importing.words import Copied
from dossier.load.front_matter import split
from dossier.model.application import Strength
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.files import create_tree
from dossier.plain.transaction import writing
from dossier.plain.yaml import construct
from dossier.prose.appending import Appending
from dossier.prose.item_layout import with_item, without_item
from dossier.prose.rewriting import Rewriting
from dossier.settings import Settings


def write_again(draft: Draft, there: Begun, settings: Settings, library: Library) -> list[str]:
    """Write what was answered. Returns the ids of the rows that are left to the author to write.

    Raises ContentError if the file has changed since it was read.
    """

    def known(address: str) -> bool:
        return is_known(library, address)

    fresh, _ = split("", files_of(draft, known)[f"applications/{draft.id}/index.md"])
    rows = {row["id"]: row for row in construct(fresh.yaml, "")[0][ROWS]}
    text, left = there.source.text, []
    for row_id in sorted(there.before, key=lambda row_id: row_id not in rows):
        edited = _with_row(text, there, row_id, rows.get(row_id), draft)
        left += [row_id] if edited is None else []
        text = edited or text
    text = _with_sections(text, draft, known)
    replace_text(settings.root, there.source, text, there.source.locate((ROWS,)))
    return left


def write_records(
    draft: Draft, there: Document | None, settings: Settings, library: Library
) -> list[str]:
    """Write the records that were made now, behind those of their file; a draft has none then.

    What cannot be written there its row says itself. Returns what is to be told of these. Raises
    ContentError if the file has changed since it was read.
    """
    name = f"evidence/{draft.id}.yml"
    text = files_of(draft, lambda address: is_known(library, address)).get(name)
    draft.records = []
    if text is None:
        return []
    if there is None:
        with writing(settings.root):
            create_tree(settings.content, {name: text.encode()})
        return []
    left, now = [], there
    for record in records_in(Document("", text, yaml=text))[len(records_in(there)) :]:
        longer = _appended(now, "evidence", record)
        left += [_said_by_row(draft, record, there.file)] if longer is None else []
        now = now if longer is None else Document(now.file, longer, yaml=longer)
    replace_text(settings.root, there, now.text, there.locate())
    return left


def _said_by_row(draft: Draft, record: Values, file: str) -> str:
    """Let rows say what a record would, which is not there to be cited. Returns what to tell."""
    address = f"{draft.id}/{record['id']}"
    for row in draft.dossier[ROWS]:
        if address in row["evidence"]:
            row["evidence"] = [each for each in row["evidence"] if each != address]
            row["claim"] = Copied(record["claim"])
    shows = shown(str(record.get("source", {}).get("label", "")))
    kept = f"`{record['id']}` stands in its row alone: {file} cannot be changed for sure"
    return f"{kept}. What shows it: {shows}"


def _with_row(
    text: str, there: Begun, row_id: str, fresh: Values | None, draft: Draft
) -> str | None:
    """Return a dossier with a row as it is now. None if it is written so that nobody can tell."""
    before = there.before[row_id]
    now, _ = split(there.source.file, text)
    rows = construct(now.yaml, now.file)[0][ROWS]
    place = replace(there, rows=rows).place(before)
    if fresh is None:
        is_kept = place is None or before["strength"] == Strength.NONE
        return text if is_kept else without_item(now, (ROWS, place or 0))
    if place is None:
        return _appended(now, ROWS, fresh)
    said = next(row for row in draft.dossier[ROWS] if row["id"] == row_id)
    keys = [key for key in ANSWERED if said.get(key) != before.get(key)]
    if not keys:
        return text
    values = {key: value for key, value in rows[place].items() if key not in keys or key in fresh}
    values |= {key: fresh[key] for key in keys if key in fresh}
    return with_item(now, (ROWS, place), values, there.proposed[row_id])


def _with_sections(text: str, draft: Draft, known: Known) -> str:
    """Return a dossier with what was said for sections that said nothing."""
    for part in draft.parts:
        if part.title in SECTIONS and part.text and part.text != IS_THERE:
            said = inert_prose(part.text, known).strip("\n")
            found = empty_section(part.title).search(text)
            text = text[: found.end(1)] + f"\n{said}\n" + text[found.start(2) :] if found else text
    return text


def _appended(source: Document, key: str, item: Values) -> str | None:
    edit = Appending(source, key, item).edit()
    return Rewriting(source, (edit,)).applied_to(source.text) if edit else None
