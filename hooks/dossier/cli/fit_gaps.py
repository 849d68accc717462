"""What is said of the musts that nothing or little answers, asked once and kept private."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dossier.cli.columns import shown
from dossier.cli.confirm_row import replace_text
from dossier.cli.fit_again import ROWS, Begun, read_document
from dossier.cli.fit_table import Listed
from dossier.cli.questions import ask_of_each, spell_numbers
from dossier.importing.draft import Draft, Values
from dossier.importing.ids import new_id
from dossier.importing.inert import Known, inert_line, inert_prose
from dossier.lint.silence import without_effect
from dossier.load.front_matter import split
from dossier.match.gaps import prepared
from dossier.match.priorities import sentences_of
from dossier.model.application import Priority, Strength
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.folding import fold
from dossier.plain.yaml import construct
from dossier.prose.appending import Appending
from dossier.prose.rewriting import Rewriting
from dossier.prose.sections import split_sections
from dossier.settings import Settings

_SHORT = frozenset({Strength.WEAK.value, Strength.NONE.value})
_BEHIND = (ROWS,)
"""The key behind which a list of gaps is begun."""
_QUESTION = "What do you say when they ask about {{0}}? Only you see your answer{0}."
_MISSING = "; readers see {0} as missing"
_ENTER = "nothing yet"


def ask_gaps(draft: Draft, listed: Sequence[Listed], library: Library) -> dict[str, str]:
    """Ask what is said of each must that is missing or begun, by the ids of rows of the draft.

    What is prepared already is not asked. Raises Abort at `q`.
    """
    entry = library.applications.get(draft.id)
    ready = {fold(row.quote or row.requirement) for row in prepared(entry)} if entry else set()
    short = {n: each.row for n, each in enumerate(listed, 1) if _is_short(each)}
    short = {n: row for n, row in short.items() if fold(row["quote"]) not in ready}
    if not short:
        return {}
    asked = spell_numbers(short)
    if len(short) == 1:
        asked += f", {shown(_named(next(iter(short.values()))))}"
    none = [n for n, row in short.items() if str(row["strength"]) == Strength.NONE.value]
    question = _QUESTION.format(_MISSING.format(spell_numbers(none)) if none else "")
    said = ask_of_each(short, question, enter=_ENTER, first=asked)
    return {short[number]["id"]: text for number, text in said if text}


def _is_short(each: Listed) -> bool:
    is_must = str(each.row["priority"]) == Priority.MUST.value
    return is_must and not each.is_left_out and str(each.row["strength"]) in _SHORT


def write_gaps(
    draft: Draft, said: Mapping[str, str], settings: Settings, known: Known
) -> list[str]:
    """Write what was said into the dossier. Returns the ids of the rows for which it cannot be.

    Raises ContentError if the file has changed since it was read.
    """
    path = settings.content / "applications" / draft.id / "index.md"
    read = read_document(path, settings.root) if said else None
    if read is None:
        return []
    there, left = read, []
    names = (str(draft.dossier["company"]),)
    for row in draft.dossier[ROWS]:
        if row["id"] in said:
            text = inert_prose(without_effect(said[row["id"]]), known).strip()
            edited = _with_gap(there, row, text, names)
            left += [str(row["id"])] if edited is None else []
            there = edited or there
    replace_text(settings.root, read, there.text, read.locate())
    return left


def _with_gap(there: Document, row: Values, said: str, names: tuple[str, ...]) -> Document | None:
    """Return a dossier with a gap and its question. None if nobody can tell where they go."""
    source, _ = split(there.file, there.text)
    values, problems = construct(source.yaml, source.file)
    rows = values.get(ROWS) if isinstance(values, dict) and not problems else None
    place = Begun(source, rows).place(row) if isinstance(rows, list) else None
    if rows is None or place is None:
        return None
    about = str(rows[place]["id"])
    gaps = [gap for gap in values.get("gaps") or [] if isinstance(gap, dict)]
    text = source.text
    if all(gap.get("about") != about for gap in gaps):
        gap_id = new_id(about, {str(gap.get("id")) for gap in gaps}, other="gap")
        missing = str(rows[place].get("note") or _named(row))
        gap = {"id": gap_id, "about": about, "gap": missing, "framing": said}
        edit = Appending(source, "gaps", gap).edit(_BEHIND)
        if edit is None:
            return None
        text = Rewriting(source, (edit,)).applied_to(text)
    text = _with_question(
        split(there.file, text)[0], f"{_named(row)} {{ about={about} }}", said, names
    )
    return Document(there.file, text) if text else None


def _with_question(source: Document, heading: str, said: str, names: tuple[str, ...]) -> str:
    """Return a text with a question last of the prepared ones; empty if nobody can tell where."""
    sections, _ = split_sections(source, names)
    if sections is None:
        return ""
    question = f"### {heading}\n\n{said}\n"
    found = next((section for section in sections if section.name == "questions"), None)
    if found is None:
        return f"{source.text.rstrip(chr(10))}\n\n## Questions\n\n{question}"
    lines = source.text.split("\n")[: source.body_line]
    end = sum(len(line) + 1 for line in lines) + found.offset + len(found.text.rstrip("\n"))
    rest = source.text[end:].lstrip("\n")
    return f"{source.text[:end]}\n\n{question}" + (f"\n{rest}" if rest else "")


def _named(row: Values) -> str:
    """Return what is asked in a line that holds no mark of a heading."""
    first = sentences_of(" ".join(str(row["requirement"]).split()))[0]
    return inert_line(re.sub(r"[{}#<>]", "", first), lambda _: False).strip()
