"""Lines of a résumé that are no achievements: terms of a job, and what is of other people.

Highlights are sentences. What has the form of a fact, `Reason for leaving: …`, stays its author's
unless its label names a field that recipients read, and so does what reaches or pays somebody, or
stands apart from the job above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.importing.draft import Draft, Line, Values
from dossier.importing.fields import JOB_LINES
from dossier.importing.name_words import DONE, ENDS
from dossier.importing.outline import fold_title
from dossier.importing.section_names import section_of
from dossier.importing.strays import is_of_other_time
from dossier.match.priorities import sentences_of
from dossier.model.base import shape
from dossier.model.profile import Employment
from dossier.plain.contact_forms import reach_in
from dossier.plain.folding import plain
from dossier.plain.patterns import pattern
from dossier.quantities.pay import pay_in

OF_ENTRIES = "Lines of entries"
"""The private section of lines that entries of the profile had."""
_LABELLED = pattern(
    r"[^\w(]*(?P<label>[^\W\d_][^:\uff1a]{0,58})(?:(?<!\d)[:\uff1a]|[:\uff1a](?!\d))(?![:/])"
)
_PARTS = pattern(r";\s+|\n")
_READ = frozenset({"skills", "projects", "languages", "certificates", "awards", "publications"})
"""Sections that recipients read, by whose names lines of a job may be called."""
_LEAVING = "left"
"""The one verb of the past that tells how a job ended, and not what came of it."""


def is_aside(text: str, *, is_labelled: bool = False) -> bool:
    """Return whether a text is no achievement: a fact with a label, a way to reach somebody, a pay.

    `is_labelled`: facts have labels there, as below a study.
    """
    said = plain(text)
    if any(reach_in(said)) or pay_in(said):
        return True
    parts = (part for line in _PARTS.split(text) for part in sentences_of(plain(line)))
    return not is_labelled and any(map(_has_other_label, parts))


def _has_other_label(sentence: str) -> bool:
    """Return whether a sentence has a label, and not one of what recipients read.

    `Built three services: …` has none: it goes on behind its colon.
    """
    if not (found := _LABELLED.match(sentence)):
        return False
    label = fold_title(found["label"])
    if label in JOB_LINES or section_of(label) in _READ:
        return False
    first, *others = label.split() or [""]
    is_done = DONE.fullmatch(first) and first != _LEAVING
    return not (is_done and others and others[-1] not in ENDS)


def part_asides(draft: Draft) -> None:
    """Take what is no achievement out of the texts of a profile's entries, and keep it private."""
    kept = []
    for key, entries in draft.profile.items():
        for entry in entries if isinstance(entries, list) else ():
            texts = _texts(entry, draft.apart, key != "work") if isinstance(entry, dict) else ()
            for field, text in texts:
                draft.lines.append(Line(entry, field, text, is_read=True))
                # Of a job that is told at length it is cut into sentences as well.
                stands_apart = any(text in paragraph for paragraph in draft.apart)
                is_apart = stands_apart or is_of_other_time(text, entry)
                is_kept = is_apart or is_aside(text, is_labelled=key != "work")
                kept += [draft.lines[-1]] * is_kept
    for line in kept:
        turn(draft, line)


def _texts(
    entry: Values,
    apart: Sequence[str],
    is_labelled: bool,  # noqa: FBT001 - private
) -> Iterator[tuple[str, str]]:
    """Yield the texts of an entry; a summary that holds an aside, by its sentences.

    What stood apart from it is a text of its own.
    """
    summary = str(entry.get("summary", ""))
    others = [text for text in apart if text in summary]
    for text in others:
        summary = summary.replace(text, "").strip(" ;")
    if summary:
        is_cut = is_aside(summary, is_labelled=is_labelled)
        said = sentences_of(summary) if is_cut else [summary]
        yield from (("summary", each) for each in said)
    yield from (("summary", text) for text in others)
    yield from (("highlights", str(said)) for said in entry.get("highlights", ()))


def lines_of(draft: Draft, entry: Values) -> list[Line]:
    """Return the texts of an entry, those that recipients do not read too."""
    return [line for line in draft.lines if line.entry is entry]


def turn(draft: Draft, line: Line) -> None:
    """Keep a line private that recipients would read, or let them read one that is kept."""
    line.is_read = not line.is_read
    if line.is_read:
        _take_back(draft, line)
    else:
        told = ("title", "degree", "field", "name", "employer", "institution")
        whose = ", ".join(str(line.entry[name]) for name in told if line.entry.get(name))
        said = " ".join(line.text.split())
        line.kept = f"- {said}{f' ({whose})' if whose else ''}"
        draft.keep_line(OF_ENTRIES, line.kept, (whose,))
    read = [each for each in lines_of(draft, line.entry) if each.is_read]
    summary = " ".join(each.text for each in read if each.field == "summary")
    highlights = [each.text for each in read if each.field == "highlights"]
    entry = line.entry | {"summary": summary, "highlights": highlights}
    order = shape(Employment) if "employer" in entry else entry
    line.entry.clear()
    line.entry.update({name: entry[name] for name in order if entry.get(name)})


def _take_back(draft: Draft, line: Line) -> None:
    """Take a line off the private page."""
    part = next(part for part in draft.parts if part.title == OF_ENTRIES)
    lines = part.text.split("\n")
    lines.remove(line.kept)
    part.text = "\n".join(lines)
    if not lines:
        draft.parts.remove(part)


def drop_asides(draft: Draft) -> None:
    """Take away the records of lines that are kept private, with what was proposed for them."""
    kept = [line.text for line in draft.lines if not line.is_read]
    left = [n for n, r in enumerate(draft.records) if not _is_of(str(r.get("claim", "")), kept)]
    if len(left) == len(draft.records):
        return
    comments = draft.record_comments
    draft.record_comments = {
        ("evidence", now): comments["evidence", before]
        for now, before in enumerate(left)
        if ("evidence", before) in comments
    }
    draft.records = [draft.records[number] for number in left]


def _is_of(claim: str, kept: list[str]) -> bool:
    """Return whether a record's claim is a line that is kept, begins one, or has one in it."""
    return any(text.startswith(claim) or text in claim for text in kept)
